import type { PriceBars } from '../charts/PriceChart.svelte';
import type { Manifest, ObservedPrices } from './types';

/** Bars for a chart, in dollars or in per cent of the first one's open. */
export function barsOf(observed: ObservedPrices, inPercent: boolean): PriceBars {
  const first = observed.open[0] ?? 1;
  const scaled = (values: number[]): number[] => (inPercent ? values.map((value) => (value / first - 1) * 100) : values);
  return {
    label: `observed, ${observed.venue}`,
    colour: 'text',
    times: observed.times,
    open: scaled(observed.open),
    high: scaled(observed.high),
    low: scaled(observed.low),
    close: scaled(observed.close),
  };
}

/** Who says so, for a coin's observed prices. */
export function sourceOfObserved(manifest: Manifest, coin: string): { basis: string; source: string } {
  const stated = manifest.values.find((value) => value.path === `coins.${coin}.observed`);
  return { basis: stated?.basis ?? 'measured', source: stated?.source ?? 'observed_prices.csv' };
}
