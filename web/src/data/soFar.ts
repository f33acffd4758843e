import { address, get, withQuery } from './api';
import type { JobProgress, Series } from './types';
import { watch } from './watch';

/** What a run that goes on has recorded of a coin. */
export interface RecordedSoFar {
  /** Seconds since 1970; null where no run goes on. */
  from: number | null;
  to: number | null;
  series: Series[];
}

const points = 600;
const pause = 400;

/**
 * Follows a run that goes on: how far it is, and now and then the prices at its first venue. Only one question is ever open, and
 * what was told before is let go of. Call what it returns to stop.
 */
export function followSeries(
  id: string,
  coin: string,
  tell: { progress: (progress: JobProgress) => void; series: (known: RecordedSoFar) => void; failed: (failure: unknown) => void },
): () => void {
  let venue: string | undefined;
  let next = 0;
  let isAsking = false;

  const ask = async (): Promise<void> => {
    isAsking = true;
    try {
      const known = await get<RecordedSoFar>(withQuery(address('runs', id, 'series', 'so-far'), { coin, venue, points }));
      venue = known.series[0]?.venue;
      if (venue !== undefined) tell.series(known);
    } catch (failure) {
      tell.failed(failure);
    }
    next = performance.now() + pause;
    isAsking = false;
  };

  return watch(id, (progress) => {
    tell.progress(progress);
    if (progress.stage === 'running' && !progress.isOver && !isAsking && performance.now() >= next) void ask();
  });
}
