import type { FundRisk } from './types';

/** Before a figure that is the least that it can be: the path does not tell how much more. */
export function orMore(isLeast: boolean | undefined): string {
  return isLeast ? '> ' : '';
}

/** The multiples of capital that any fund has a share for, in order. */
export function multiplesOf(funds: FundRisk[]): number[] {
  return [...new Set(funds.flatMap((fund) => fund.sizes.map((point) => point.overCapital)))].sort((a, b) => a - b);
}

/** Null where it is not known: its capital was not enough, and the path does not tell what would have been. */
export function shareAt(fund: FundRisk, multiple: number): number | null {
  return fund.sizes.find((point) => point.overCapital === multiple)?.exhausted.share ?? null;
}

/** The size from which on a fund is exhausted no more often than so; null where it lies beyond what is known. */
export function sizeFor(fund: FundRisk, probability: number): number | null {
  return fund.sizesFor.find((quantile) => quantile.probability === probability)?.size ?? null;
}
