import type { IPrimitivePaneRenderer, IPrimitivePaneView, ISeriesPrimitive, SeriesAttachedParameter, Time, UTCTimestamp } from 'lightweight-charts';

type Target = Parameters<IPrimitivePaneRenderer['draw']>[0];

/** The stretch between two lines, filled. */
export interface Band {
  times: number[];
  low: number[];
  high: number[];
}

/** Draws a band behind the series that it is attached to. */
export class FanBand implements ISeriesPrimitive<Time>, IPrimitivePaneView, IPrimitivePaneRenderer {
  #attached: SeriesAttachedParameter<Time> | undefined;

  constructor(
    readonly band: Band,
    readonly fill: string,
  ) {}

  attached(parameter: SeriesAttachedParameter<Time>): void {
    this.#attached = parameter;
  }

  detached(): void {
    this.#attached = undefined;
  }

  paneViews(): IPrimitivePaneView[] {
    return [this];
  }

  renderer(): IPrimitivePaneRenderer {
    return this;
  }

  zOrder(): 'bottom' {
    return 'bottom';
  }

  draw(target: Target): void {
    const attached = this.#attached;
    if (!attached) return;
    target.useMediaCoordinateSpace(({ context }) => {
      const edge = (values: number[]): [number, number][] => this.#points(attached, values);
      const outline = [...edge(this.band.high), ...edge(this.band.low).reverse()];
      context.beginPath();
      outline.forEach(([x, y]) => context.lineTo(x, y));
      context.closePath();
      context.globalAlpha = 0.16;
      context.fillStyle = this.fill;
      context.fill();
    });
  }

  // What lies outside of the window has no coordinate.
  #points(attached: SeriesAttachedParameter<Time>, values: number[]): [number, number][] {
    const scale = attached.chart.timeScale();
    return this.band.times.flatMap((time, at) => {
      const x = scale.timeToCoordinate(Math.floor(time) as UTCTimestamp);
      const y = attached.series.priceToCoordinate(values[at] ?? 0);
      return x === null || y === null ? [] : [[x, y] as [number, number]];
    });
  }
}
