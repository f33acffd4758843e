/** What run folders and the API hold, as they name it. Money is in dollars, times are ISO 8601 in UTC. */

export interface Engine {
  version: string;
  commit: string;
}

export interface StatedValue {
  file: string;
  line: number;
  path: string;
  value: string;
  basis: string;
  source: string;
  date: string | null;
}

export interface Manifest {
  schema: number;
  state: string;
  engine: Engine;
  scenario: string;
  seed: number | null;
  seeds: string | null;
  prices: string;
  files: { file: string; sha256: string }[];
  values: StatedValue[];
  remarks: string[];
  changes: { path: string; text: string; source: string | null }[];
}

export interface Flow {
  coin: string;
  instrument: string;
  side: string;
  openInterest: number;
  ordered: number;
  takenOver: number;
  deleveragedAway: number;
  deleveraged: number;
  unwound: number;
  accountsLiquidated: number;
  forced: number;
}

export interface WaterfallPart {
  coin: string;
  loss: number;
  traderMargin: number;
  fund: number;
  winners: number;
  unpaid: number;
}

export interface Fund {
  name: string;
  capital: number;
  received: number;
  paid: number;
  realised: number;
  funding: number;
  fees: number;
  unrealised: number;
  writtenOff: number;
  equity: number;
  lowestEquity: number;
  isExhausted: boolean;
  need: number;
  /** The path tells that the capital was not enough, and not by how much: `need` is the least. */
  isNeedLeast?: boolean;
}

/** What became of the loans against one coin. Money in dollars, `seized` and `sold` in coins. */
export interface LendingCoin {
  coin: string;
  loansLiquidated: number;
  repaid: number;
  seized: number;
  bonus: number;
  protocolFee: number;
  sold: number;
  meanPrice: number | null;
  badDebt: number;
  uncovered: number;
}

export interface LendingMarket {
  name: string;
  rules: string;
  loans: number;
  coins: LendingCoin[];
}

export interface Deleveraged {
  /** crowd, whales, makers, arbitrageurs or newcomers. */
  of: string;
  notional: number;
  accounts: number;
}

export interface Venue {
  name: string;
  rules: string;
  currency: string;
  accounts: number;
  accountsSimulated: number;
  accountsLiquidated: number;
  fund: Fund;
  unpaidLoss: number;
  flows: Flow[];
  waterfall: WaterfallPart[];
  /** Winners whose positions were closed, by kind. Absent in runs of older engines. */
  deleveraged?: Deleveraged[];
  tenLargestForcedShare: number | null;
}

export interface MarketPrice {
  venue: string;
  coin: string;
  atShock: number;
  lowest: number;
  lowestAt: string;
  atEnd: number;
  widestSpread: number;
  leastDepth: number;
  openInterestChange: number | null;
  fall: number;
}

export interface Totals {
  accounts: number;
  accountsSimulated: number;
  accountsLiquidated: number;
  forced: number;
  longShare: number | null;
  largestMinute: string | null;
  largestMinuteForced: number;
  deleveraged: number;
  fundsPaid: number;
  unpaidLoss: number;
}

export interface Summary {
  scenario: string;
  seed: number;
  engine: Engine;
  start: string;
  end: string;
  prices: string;
  caveat: string;
  eventLogHash: string;
  events: number;
  totals: Totals;
  venues: Venue[];
  market: MarketPrice[];
  /** Absent in runs of older engines. */
  lending?: LendingMarket[];
}

export interface Observed {
  name: string;
  coin: string;
  venue: string;
  windowStart: string;
  windowEnd: string;
  definition: string;
  low: string;
  high: string;
  unit: string;
  source: string;
}

export interface ComparedFigure {
  observed: Observed;
  modelled: number | null;
  notComparable: string | null;
}

export interface MinuteFlow {
  minute: string;
  venue: string;
  coin: string;
  side: string;
  kind: string;
  notional: number;
  events: number;
}

/** A stretch of one coin at one venue, in points of equal length; `times` in seconds since 1970. */
export interface Series {
  venue: string;
  coin: string;
  rows: number;
  times: number[];
  open: (number | null)[];
  low: (number | null)[];
  high: (number | null)[];
  close: (number | null)[];
  mark: (number | null)[];
  spread: (number | null)[];
  topDepth: (number | null)[];
  bidDepth: (number | null)[];
  askDepth: (number | null)[];
  openInterest: (number | null)[];
}

/** What rests near the best prices of one book: dollars within each of `ladderDistances`, by distance and then by time. */
export interface Ladder {
  venue: string;
  coin: string;
  times: number[];
  middle: (number | null)[];
  spread: (number | null)[];
  bids: (number | null)[][];
  asks: (number | null)[][];
}

/** Percent of the best price. */
export const ladderDistances = [0.1, 0.25, 0.5, 1];

/** An ensemble's prices of one coin at one venue, by moment. */
export interface PriceFan {
  venue: string;
  coin: string;
  times: number[];
  p5: number[];
  p50: number[];
  p95: number[];
}

/** Bars that were traded; `times` are their starts. */
export interface ObservedPrices {
  venue: string;
  coin: string;
  times: number[];
  open: number[];
  high: number[];
  low: number[];
  close: number[];
}

/** An account that lost, or was deleveraged, against its will. */
export interface ForcedAccount {
  venue: string;
  account: number;
  name: string;
  standsFor: number;
  forced: number;
  deleveraged: number;
  liquidatedAt: string | null;
  instrument: string | null;
  mark: number | null;
  walletAfter: number;
}

export interface TablePage<Row> {
  rows: number;
  offset: number;
  next: number | null;
  page: Row[];
}

export interface Policy {
  name: string;
  title: string;
  reasoning: string;
  source: string;
  values: { path: string; text: string }[];
}

export interface Interval {
  low: number;
  high: number;
}

export interface PairedFigure {
  name: string;
  unit: string;
  venue: string;
  coin: string;
  firstMedian: number;
  otherMedian: number;
  difference: { seeds: number; mean: number; student: Interval | null; bootstrap: Interval | null };
  lower: number;
  equal: number;
}

/** Sides that met the same seeds, and what each differs by from the first. */
export interface Differences {
  seeds: string;
  sides: { label: string; scenario: string; eventLogHash: string; changes: { path: string; text: string; source: string | null }[] }[];
  against: { label: string; figures: PairedFigure[]; leftOut: number }[];
}

export interface Indicator {
  name: string;
  meaning: string;
  comparesTwo: boolean;
}

export interface MeasuredSeries {
  indicator: string;
  series: string;
  value: number;
  unit: string;
  reading: string;
  rows: number;
  from: string;
  to: string;
}

export interface Distribution {
  name: string;
  unit: string;
  venue: string;
  coin: string;
  seeds: number;
  lowest: number;
  p5: number;
  p50: number;
  p95: number;
  highest: number;
}

export interface ShareEstimate {
  share: number;
  low: number;
  high: number;
}

/** What an ensemble says of one venue's fund, given the shock. */
export interface FundRisk {
  venue: string;
  capital: number;
  exhausted: ShareEstimate;
  meanShortfall: number;
  meanShortfallWhenExhausted: number | null;
  tailShortfall: number;
  tailNeed: number;
  /** Without sizes beyond what is known. */
  sizes: { size: number; overCapital: number; exhausted: ShareEstimate }[];
  sizesFor: { probability: number; size: number }[];
  /** In some seed the path tells that its capital was not enough, and not by how much: shortfalls and needs are the least. */
  isLeast?: boolean;
}

export interface Risk {
  funds: FundRisk[];
  caveat: string;
}

export interface Ensemble {
  scenario: string;
  seeds: string;
  varies: string;
  engine: Engine;
  start: string;
  end: string;
  prices: string;
  caveat: string;
  eventLogHash: string;
  distributions: Distribution[];
  risk: Risk;
}

export interface Observable {
  id: string;
  row: string;
  name: string;
  use: string | number;
  venue: string;
  coin: string;
  low: number;
  high: number;
  error: number;
  cap: number;
  unit: string | number;
  observed: string;
  modelled: string;
  basis: string;
  source: string;
  date: string;
  widenedLow: number;
  widenedHigh: number;
}

export interface Score {
  seeds: number;
  low: number | null;
  median: number | null;
  high: number | null;
  inside: boolean | null;
  crps: number | null;
  reason: string | null;
}

export interface Count {
  rows: number;
  inside: number;
  outside: number;
}

export interface Scoreboard {
  seeds: number;
  /** Days, whatever the scenario is called; absent in runs of older engines. */
  observedOn?: string;
  baselines: string[];
  rows: { observable: Observable; model: Score; baselines: Score[] }[];
  fitting: Count;
  heldOut: Count;
  against: { name: string; compared: number; better: number; equal: number; model: number | null; baseline: number | null }[];
}

export type RunKind = 'run' | 'ensemble' | 'comparison';

export interface JobProgress {
  id: string;
  kind: RunKind;
  scenario: string;
  seeds: string;
  state: 'waiting' | 'running' | 'complete' | 'cancelled' | 'failed';
  stage: string;
  reached: string | null;
  share: number;
  error: string | null;
  isOver: boolean;
}

export interface Run {
  id: string;
  state: string;
  kind: RunKind | null;
  scenario: string;
  seeds: string | null;
  engine: string | null;
  written: string | null;
  reached: string | null;
  job: JobProgress | null;
}

export interface RunFile {
  name: string;
  bytes: number;
}

export interface ScenarioEntry {
  name: string;
  title: string;
}

export interface Scenario {
  name: string;
  title: string;
  file: string;
  start: string;
  end: string;
  values: StatedValue[];
  ranges: { path: string; low: string; high: string }[];
  remarks: string[];
}

export interface CheckedClaim {
  document: string;
  claim: string;
  claimed: number;
  claimedTo: number | null;
  unit: string;
  relation: string;
  verdict: string;
  measured: number | null;
  measuredTo: number | null;
  finding: string;
  because: string;
  basis: { kind: string; name: string; coverage: string; source: string } | null;
}

export interface FactCheck {
  title: string;
  checked: CheckedClaim[];
}
