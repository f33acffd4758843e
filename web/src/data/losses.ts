import type { Summary, WaterfallPart } from './types';

export const allVenues = 'all venues';
export const allCoins = 'all';

export interface Loss extends WaterfallPart {
  venue: string;
}

/** Who bore what, by venue and coin, as the summary has it; no sums. */
export function lossesOf(summary: Summary): Loss[] {
  return summary.venues.flatMap((venue) => venue.waterfall.map((part) => ({ ...part, venue: venue.name })));
}

/** One part, or the sum over venues of it. */
export function lossAt(losses: Loss[], venue: string, coin: string): Loss {
  const parts = losses.filter((part) => part.coin === coin && (venue === allVenues || part.venue === venue));
  const sum = (of: (part: Loss) => number): number => toCents(parts.reduce((total, part) => total + of(part), 0));
  return {
    venue,
    coin,
    loss: sum((part) => part.loss),
    traderMargin: sum((part) => part.traderMargin),
    fund: sum((part) => part.fund),
    winners: sum((part) => part.winners),
    unpaid: sum((part) => part.unpaid),
  };
}

/** What the four parts and the loss differ by: nought, or the ledger does not tie. */
export function difference(loss: Loss): number {
  return toCents(loss.loss - loss.traderMargin - loss.fund - loss.winners - loss.unpaid);
}

// Ledgers are exact in millionths; what is below a cent here is this page's own arithmetic.
function toCents(amount: number): number {
  return Math.round(amount * 100) / 100;
}
