import { address, get, withQuery } from './api';
import type { Answer, Position } from './positions';
import type { Manifest, Summary } from './types';

/** What a run's marks, laid on a position's own, would do to it. */
export interface Impact {
  /** Of the run, where the same rules hold; null where the run has no such venue or coin. */
  venue: string | null;
  /** The mark that was worst for the position, against that of just before the news. */
  worst: number | null;
  worstAt: string | null;
  /** When the liquidation price was reached; null where it was not. */
  liquidatedAt: string | null;
  /** What was closed of the position's side there because it was winning, over what was open of it at the start, both at the price before the news. */
  deleveragedShare: number | null;
}

interface Row {
  time: string;
  mark: number | null;
}

const rowsOfPage = 10_000;
const nothing: Impact = { venue: null, worst: null, worstAt: null, liquidatedAt: null, deleveragedShare: null };

/** A finished run, as far as positions ask for it. */
export interface EventOfPositions {
  run: string;
  manifest: Manifest;
  summary: Summary;
}

export async function eventOf(run: string): Promise<EventOfPositions> {
  const file = <T>(name: string): Promise<T> => get<T>(address('runs', run, 'files', name));
  const [manifest, summary] = await Promise.all([file<Manifest>('manifest.json'), file<Summary>('summary.json')]);
  return { run, manifest, summary };
}

/** Marks are compared with that of just before the news, or the first where there is none. */
export async function impactOf({ run, manifest, summary }: EventOfPositions, position: Position, answer: Answer | undefined): Promise<Impact> {
  const venue = summary.venues.find((known) => rulesOf(manifest, known.name) === position.venue);
  const coin = position.symbol.toUpperCase();
  const market = summary.market.find((known) => known.venue === venue?.name && known.coin === coin);
  if (!venue || !market) return nothing;
  const news = manifest.values.find((value) => value.path === 'market.shock.time')?.value;
  const rows = await marksOf(run, venue.name, coin);
  const before = rows.findLast((row) => news === undefined || row.time <= news) ?? rows[0];
  const own = Number(position.mark || position.entry);
  const isLong = position.side === 'long';
  if (!before?.mark || !(own > 0)) return { ...nothing, venue: venue.name };
  const scale = own / before.mark;
  const after = rows.filter((row) => row.time >= before.time && row.mark !== null);
  const worst = after.reduce((known, row) => ((row.mark ?? 0) < (known.mark ?? 0) === isLong && row.mark !== known.mark ? row : known), before);
  const trigger = answer?.liquidationPrice;
  const hit = trigger === null || trigger === undefined ? undefined : after.find((row) => (isLong ? (row.mark ?? 0) * scale <= trigger : (row.mark ?? 0) * scale >= trigger));
  return {
    venue: venue.name,
    worst: (worst.mark ?? before.mark) / before.mark - 1,
    worstAt: worst.time,
    liquidatedAt: hit?.time ?? null,
    deleveragedShare: deleveragedShareOf(summary, venue.name, coin, position.side, market.atShock),
  };
}

// What was deleveraged of a side stands in the row of that side: its winners.
function deleveragedShareOf(summary: Summary, venue: string, coin: string, side: string, price: number): number | null {
  const flow = summary.venues.find((known) => known.name === venue)?.flows.find((known) => known.coin === coin && known.side === side);
  return flow && flow.openInterest > 0 ? flow.deleveraged / (flow.openInterest * price) : null;
}

function rulesOf(manifest: Manifest, venue: string): string | undefined {
  return manifest.values.find((value) => value.path === `venues.${venue}.rules`)?.value;
}

const read = new Map<string, Promise<Row[]>>();

// Read once: what a finished run recorded never changes.
function marksOf(run: string, venue: string, coin: string): Promise<Row[]> {
  const key = `${run} ${venue} ${coin}`;
  const known = read.get(key) ?? readMarks(run, venue, coin);
  read.set(key, known);
  return known;
}

async function readMarks(run: string, venue: string, coin: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const path = withQuery(address('runs', run, 'series', 'rows'), { venue, coin, offset, limit: rowsOfPage });
    const page: { next: number | null; page: Row[] } = await get(path);
    rows.push(...page.page);
    offset = page.next;
  }
  return rows;
}
