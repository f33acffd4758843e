import { placeAt } from '../charts/clock.svelte';
import { seconds } from '../format';
import type { Manifest, Series } from './types';

/** A funding that the scenario states, and what it came to in the run. */
export interface Funding {
  at: number;
  venue: string;
  rate: number;
  /** Dollars that longs pay to shorts at the mark and open interest of that moment; null where they were not recorded. */
  paid: number | null;
  basis: string;
  source: string;
}

const path = /^venues\.([^.]+)\.fundings\.\d+$/;
const text = /time (\S+Z), coin ([^,]+), rate ([-0-9.]+) ?%/;

/** The fundings of a coin, in order of time. */
export function fundingsOf(manifest: Manifest, coin: string, series: Series[]): Funding[] {
  return manifest.values
    .flatMap((value) => {
      const venue = path.exec(value.path)?.[1];
      const [, time, of, rate] = text.exec(value.value) ?? [];
      if (venue === undefined || time === undefined || of !== coin) return [];
      const [at, share] = [seconds(time), Number(rate) / 100];
      return [{ at, venue, rate: share, paid: paidAt(series.find((listing) => listing.venue === venue), at, share), basis: value.basis, source: value.source }];
    })
    .toSorted((a, b) => a.at - b.at || a.venue.localeCompare(b.venue));
}

function paidAt(listing: Series | undefined, at: number, rate: number): number | null {
  if (!listing) return null;
  const place = placeAt(listing.times, at);
  const [mark, interest] = [listing.mark[place], listing.openInterest[place]];
  return mark === null || mark === undefined || interest === null || interest === undefined ? null : rate * mark * interest;
}
