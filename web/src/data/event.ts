import { money, price, seconds } from '../format';
import type { RunSource } from './source';
import type { MinuteFlow, Summary } from './types';

/** Something that happened, to be marked on a chart. */
export interface Moment {
  at: number;
  name: string;
  text: string;
  basis: string;
  source: string;
  /** In dollars, where it is one of a price. */
  price?: number;
}

/** What was forced in one minute, by side. */
export interface ForcedMinute {
  at: number;
  long: number;
  short: number;
}

// Kinds that accounts lost against their will; the others are what came of it.
const forcedKinds = new Set(['ordered', 'taken-over', 'deleveraged-away']);
const wavesShown = 3;
const secondsPerMinute = 60;

export function forcedByMinute(flows: MinuteFlow[], summary: Summary, isShown: (flow: MinuteFlow) => boolean): ForcedMinute[] {
  const start = Math.floor(seconds(summary.start) / secondsPerMinute) * secondsPerMinute;
  const length = Math.ceil((seconds(summary.end) - start) / secondsPerMinute);
  const minutes = Array.from({ length }, (_, at) => ({ at: start + at * secondsPerMinute, long: 0, short: 0 }));
  for (const flow of flows) {
    if (!forcedKinds.has(flow.kind) || !isShown(flow)) continue;
    const minute = minutes[Math.floor((seconds(flow.minute) - start) / secondsPerMinute)];
    if (minute) minute[flow.side === 'long' ? 'long' : 'short'] += flow.notional;
  }
  return minutes;
}

/** The minutes that stand above those around them, largest first. */
function waves(minutes: ForcedMinute[]): ForcedMinute[] {
  const size = (minute: ForcedMinute | undefined): number => (minute ? minute.long + minute.short : 0);
  const total = minutes.reduce((sum, minute) => sum + size(minute), 0);
  return minutes
    .filter((minute, at) => size(minute) > 0.02 * total && size(minute) >= size(minutes[at - 1]) && size(minute) > size(minutes[at + 1]))
    .toSorted((a, b) => size(b) - size(a))
    .slice(0, wavesShown);
}

export function momentsOf(run: RunSource, minutes: ForcedMinute[], coin: string, venue: string): Moment[] {
  const moments: Moment[] = [];
  const news = run.manifest.values.find((value) => value.path === 'market.shock.time');
  if (news) moments.push({ at: seconds(news.value), name: 'News', text: 'the shock', basis: news.basis, source: news.source });
  for (const wave of waves(minutes)) {
    moments.push({ at: wave.at, name: 'Wave', text: `${money(wave.long + wave.short)} forced in a minute`, basis: 'modelled', source: 'flows_by_minute, a minute above its neighbours' });
  }
  const low = run.summary?.market.find((known) => known.coin === coin && known.venue === venue);
  if (low) moments.push({ at: seconds(low.lowestAt), name: 'Low', price: low.lowest, text: `${price(low.lowest)} at ${venue}`, basis: 'modelled', source: 'summary.json, lowest middle of the book after the news' });
  return moments.toSorted((a, b) => a.at - b.at);
}

/** The coin that is looked at: the one wished for, or the first. */
export function coinOf(run: RunSource, wished: string | undefined): string {
  const coins = coinsOf(run);
  return wished !== undefined && coins.includes(wished) ? wished : (coins[0] ?? '');
}

/** What an event shows first, asked for at once and not one after the other. */
export function askAhead(run: RunSource, summary: Summary, wished: string | undefined): Promise<MinuteFlow[]> {
  if (run.hasSeries) void run.series(coinOf(run, wished), seconds(summary.start), seconds(summary.end));
  return run.flows();
}

export function coinsOf(run: RunSource): string[] {
  const listed = run.summary?.venues.flatMap((venue) => venue.flows.map((flow) => flow.coin)) ?? [];
  return [...new Set(listed)];
}
