/** The moment that an event is looked at, and the stretch of time that its charts show; in seconds since 1970. */
export class Clock {
  at = $state(0);
  from = $state(0);
  to = $state(0);
  speed = $state(60);
  playing = $state(false);

  constructor(
    readonly start: number,
    readonly end: number,
  ) {
    this.at = end;
    this.from = start;
    this.to = end;
  }

  get isWhole(): boolean {
    return this.from <= this.start && this.to >= this.end;
  }

  show(from: number, to: number): void {
    this.from = Math.max(this.start, from);
    this.to = Math.min(this.end, Math.max(to, this.from + 10));
  }

  showAll(): void {
    this.show(this.start, this.end);
  }

  play(): void {
    if (this.playing) return;
    if (this.at >= this.to) this.at = this.from;
    this.playing = true;
    let last = performance.now();
    const step = (now: number): void => {
      if (!this.playing) return;
      this.at = Math.min(this.to, this.at + ((now - last) / 1000) * this.speed);
      last = now;
      if (this.at >= this.to) this.playing = false;
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  }

  pause(): void {
    this.playing = false;
  }
}

/** The last place whose time is not after a moment; -1 before the first. */
export function placeAt(times: ArrayLike<number>, at: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((times[middle] as number) <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
