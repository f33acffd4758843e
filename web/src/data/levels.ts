import type { FuseLevel } from './map';

/** A level of the map, from the start of a run to the moment at which the price went through it. */
export interface BurningLevel {
  level: FuseLevel;
  /** Null where the price never came there. */
  until: number | null;
}

/** The lowest price so far, by moment. */
export function lowestSoFar(lows: (number | null)[]): number[] {
  let lowest = Infinity;
  return lows.map((low) => (lowest = Math.min(lowest, low ?? Infinity)));
}

/** When each level was passed: once the lowest price of the run lay below its lower end. */
export function burningLevels(levels: FuseLevel[], times: number[], lows: (number | null)[]): BurningLevel[] {
  const lowest = lowestSoFar(lows);
  return levels.map((level) => {
    const place = lowest.findIndex((price) => price <= level.price);
    return { level, until: place < 0 ? null : (times[place] ?? null) };
  });
}
