import type { PairedFigure } from './types';

/** Whether an interval of a difference leaves nought out: the wider of the two where they disagree. */
export function isClear(figure: PairedFigure): boolean {
  const { student, bootstrap } = figure.difference;
  return [student, bootstrap].every((interval) => interval !== null && (interval.low > 0 || interval.high < 0));
}

/** Both intervals together: where they disagree, the wider is to be believed. */
export function spanOf(figure: PairedFigure): { low: number; high: number } | null {
  const { student, bootstrap } = figure.difference;
  if (student === null || bootstrap === null) return null;
  return { low: Math.min(student.low, bootstrap.low), high: Math.max(student.high, bootstrap.high) };
}

export function isNothing(figure: PairedFigure): boolean {
  return figure.firstMedian === 0 && figure.otherMedian === 0 && figure.equal === figure.difference.seeds;
}
