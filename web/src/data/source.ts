import { address, get, withQuery } from './api';
import type { ComparedFigure, Differences, Ensemble, Ladder, Manifest, MinuteFlow, ObservedPrices, PriceFan, RunFile, Scoreboard, Series, Summary } from './types';

/** A finished run, wherever its data lies. */
export interface RunSource {
  readonly id: string;
  readonly isLive: boolean;
  readonly manifest: Manifest;
  /** Null for an ensemble. */
  readonly summary: Summary | null;
  readonly comparison: ComparedFigure[];
  /** Null for one run. */
  readonly ensemble: Ensemble | null;
  readonly scoreboard: Scoreboard | null;
  /** Null where it is no comparison. */
  readonly differences: Differences | null;
  /** Whether prices and books were recorded. */
  readonly hasSeries: boolean;
  flows(): Promise<MinuteFlow[]>;
  /** What was traded meanwhile; empty where nothing was observed. */
  observedPrices(): Promise<ObservedPrices[]>;
  /** Of an ensemble; empty for one run. */
  fan(): Promise<PriceFan[]>;
  /** Of every venue; empty where ladders were not recorded. */
  ladders(coin: string): Promise<Ladder[]>;
  /** Of every venue; from and to in seconds since 1970. */
  series(coin: string, from?: number, to?: number): Promise<Series[]>;
}

export interface EmbeddedRun {
  id: string;
  manifest: Manifest;
  summary: Summary | null;
  comparison: ComparedFigure[] | null;
  ensemble: Ensemble | null;
  scoreboard: Scoreboard | null;
  differences: Differences | null;
  observedPrices: ObservedPrices[] | null;
  fan: PriceFan[] | null;
  flows: MinuteFlow[] | null;
  series: Series[] | null;
  ladders: Ladder[] | null;
}

/** A run that a report holds in itself. */
export function embeddedSource(run: EmbeddedRun): RunSource {
  return {
    ...run,
    isLive: false,
    comparison: run.comparison ?? [],
    hasSeries: run.series !== null,
    flows: () => Promise.resolve(run.flows ?? []),
    observedPrices: () => Promise.resolve(run.observedPrices ?? []),
    fan: () => Promise.resolve(run.fan ?? []),
    ladders: (coin) => Promise.resolve((run.ladders ?? []).filter((ladder) => ladder.coin === coin)),
    series: (coin) => Promise.resolve((run.series ?? []).filter((series) => series.coin === coin)),
  };
}

const pointsOfSeries = 1200;
const pointsOfLadder = 600;
const rowsOfPage = 10_000;

/** A run that a server has. */
export async function liveSource(id: string): Promise<RunSource> {
  const file = <T>(name: string): Promise<T> => get<T>(address('runs', id, 'files', name));
  const files = new Set((await get<RunFile[]>(address('runs', id, 'files'))).map((entry) => entry.name));
  const ifThere = <T>(name: string, otherwise: T): Promise<T> => (files.has(name) ? file<T>(name) : Promise.resolve(otherwise));
  const table = <T>(name: string, from: string, query = {}): Promise<T[]> =>
    files.has(name) ? get<T[]>(withQuery(address('runs', id, from), query)) : Promise.resolve([]);
  const [manifest, summary, comparison, ensemble, scoreboard, differences] = await Promise.all([
    file<Manifest>('manifest.json'),
    ifThere<Summary | null>('summary.json', null),
    ifThere<ComparedFigure[]>('comparison.json', []),
    ifThere<Ensemble | null>('ensemble.json', null),
    ifThere<Scoreboard | null>('scoreboard.json', null),
    files.has('pairs.csv') ? get<Differences>(address('runs', id, 'differences')) : null,
  ]);
  const flows = once(() => (files.has('flows_by_minute.csv') ? allFlows(id) : Promise.resolve([])));
  return {
    id,
    isLive: true,
    manifest,
    summary,
    comparison,
    ensemble,
    scoreboard,
    differences,
    hasSeries: files.has('series.parquet'),
    flows,
    observedPrices: () => table<ObservedPrices>('observed_prices.parquet', 'observed-prices'),
    fan: () => table<PriceFan>('price_fan.parquet', 'fan'),
    ladders: (coin) => table<Ladder>('series.parquet', 'ladders', { coin, points: pointsOfLadder }),
    series: lastKept((coin: string, from?: number, to?: number) =>
      get<Series[]>(withQuery(address('runs', id, 'series'), { coin, from: timeOf(from), to: timeOf(to), points: pointsOfSeries })),
    ),
  };
}

async function allFlows(id: string): Promise<MinuteFlow[]> {
  const flows: MinuteFlow[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const path = withQuery(address('runs', id, 'flows'), { offset, limit: rowsOfPage });
    const page: { next: number | null; page: MinuteFlow[] } = await get(path);
    flows.push(...page.page);
    offset = page.next;
  }
  return flows;
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | undefined;
  return () => (asked ??= ask());
}

/** Asks anew only for something else than the last time: what was asked for ahead is then at hand. */
function lastKept<Asked extends unknown[], T>(ask: (...asked: Asked) => Promise<T>): (...asked: Asked) => Promise<T> {
  let last: { key: string; answer: Promise<T> } | undefined;
  return (...asked) => {
    const key = JSON.stringify(asked);
    if (last?.key !== key) last = { key, answer: ask(...asked) };
    return last.answer;
  };
}

function timeOf(seconds: number | undefined): string | undefined {
  return seconds === undefined ? undefined : new Date(seconds * 1000).toISOString();
}
