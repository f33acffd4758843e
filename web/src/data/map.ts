/** Percentages are below the start; bands are over the crowds that were drawn. */
export interface Band {
  p5: number;
  p50: number;
  p95: number;
}

export interface FuseLevel {
  from: number;
  to: number;
  price: number;
  ordered: Band;
  soldAtOnce: Band;
  sold: Band;
  numberCalm: Band;
  numberWithdrawn: Band;
}

export interface ShockAnswer {
  coin: string;
  book: string;
  market: number;
  shock: number;
  landing: Band;
  landingPrice: Band;
  amplification: number;
  sold: Band;
  bottomless: number;
}

export interface VenueAnswer {
  venue: string;
  book: string;
  market: number;
  liquidated: Band;
  takenOver: Band;
  capital: number;
  left: Band;
  /** Where no liquidation order finds a buyer. */
  leftIfNothingFills: Band;
  exhausted: number;
}

export interface Cliff {
  coin: string;
  book: string;
  share: number;
  trigger: Band | null;
  from: Band | null;
  to: Band | null;
}

/** A coin's fuse: what lies below its price at the start. */
export interface CoinMap {
  coin: string;
  price: number;
  cliffs: Cliff[];
  levels: FuseLevel[];
}

export interface ScenarioMap {
  report: {
    scenario: string;
    seeds: string;
    shock: number;
    caveat: string;
    coins: CoinMap[];
    infection: {
      within: number;
      coins: { coin: string; calm: Band; withdrawn: Band }[];
      venues: string[];
      betweenVenues: number[][];
      rules: { rule: string; change: string; venues: string[]; atOnce: Band; sold: Band; then: Band; perTenth: number | null }[];
    };
  };
  answers: ShockAnswer[];
  venues: VenueAnswer[];
}
