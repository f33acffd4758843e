import { address, get } from './api';
import type { Observable, Run, RunFile, Score, Scoreboard } from './types';

/** The scoreboard of the latest ensemble of one scenario. */
export interface EventScores {
  run: Run;
  scoreboard: Scoreboard;
}

/** An observable with what each event's ensemble made of it, in the order of the events; null where that event has no such row. */
export interface ScoredObservable {
  name: string;
  uses: Set<string>;
  scores: ({ observable: Observable; score: Score } | null)[];
}

const fileName = 'scoreboard.json';

/** Of each scenario the latest that has one; runs come latest first. */
export async function latestScores(): Promise<EventScores[]> {
  const ensembles = (await get<Run[]>(address('runs'))).filter((run) => run.kind === 'ensemble');
  const scored: EventScores[] = [];
  for (const run of ensembles) {
    if (scored.some((known) => known.run.scenario === run.scenario)) continue;
    const files = await get<RunFile[]>(address('runs', run.id, 'files'));
    if (files.some((file) => file.name === fileName)) scored.push({ run, scoreboard: await get<Scoreboard>(address('runs', run.id, 'files', fileName)) });
  }
  return scored;
}

/** Rows of one name stand together, whatever they are called in each event's file. */
export function byObservable(events: EventScores[]): ScoredObservable[] {
  const rows = new Map<string, ScoredObservable>();
  events.forEach((event, at) => {
    for (const row of event.scoreboard.rows) {
      const known = rows.get(row.observable.name) ?? { name: row.observable.name, uses: new Set<string>(), scores: events.map(() => null) };
      known.uses.add(String(row.observable.use));
      known.scores[at] = { observable: row.observable, score: row.model };
      rows.set(row.observable.name, known);
    }
  });
  return [...rows.values()];
}
