import type { Deleveraged, Summary } from './types';

export interface ClosedWinners extends Deleveraged {
  venue: string;
}

/** Kinds of winners of whom something was closed, venue by venue. */
export function closedWinners(summary: Summary): ClosedWinners[] {
  return summary.venues.flatMap((venue) => (venue.deleveraged ?? []).filter((row) => row.notional > 0).map((row) => ({ venue: venue.name, ...row })));
}
