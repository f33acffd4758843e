import { minuteOfDay } from '../format';
import { colour } from '../settings.svelte';
import type { Figure, FigureLine } from './figure';

const size = { width: 960, height: 480 };
const inside = { left: 84, right: 16, top: 64, bottom: 64 };
const ticks = 6;

/** A drawing of a figure with its title, unit, basis and source: it can stand alone. */
export function svgOf(figure: Figure): string {
  const plot = scales(figure);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size.width} ${size.height}" width="${size.width}" height="${size.height}" font-family="system-ui, sans-serif" font-size="12">`,
    `<rect width="${size.width}" height="${size.height}" fill="${colour('panel')}"/>`,
    text(inside.left, 26, figure.title, 'text', 'font-size="16" font-weight="600"'),
    text(inside.left, 46, figure.note, 'muted'),
    ...grid(figure, plot),
    ...figure.lines.map((line) => drawn(line, plot)),
    ...legend(figure),
    text(inside.left, size.height - 10, `${figure.basis}: ${figure.source}. Times are UTC.`, 'muted', 'font-size="11"'),
    '</svg>',
  ].join('\n');
}

interface Plot {
  x: (time: number) => number;
  y: (value: number) => number;
  low: number;
  high: number;
  from: number;
  to: number;
}

function scales(figure: Figure): Plot {
  const shown = figure.lines.flatMap((line) => line.values.filter((value, at) => value !== null && within(figure, line.times[at] ?? 0)) as number[]);
  const hasBars = figure.lines.some((line) => line.kind === 'bars');
  const [least, most] = shown.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], hasBars ? [0, 0] : [Infinity, -Infinity]);
  const room = (most - least) * 0.05 || 1;
  const [low, high] = Number.isFinite(least) ? [least - (least === 0 ? 0 : room), most + (most === 0 ? 0 : room)] : [0, 1];
  const [width, height] = [size.width - inside.left - inside.right, size.height - inside.top - inside.bottom];
  return {
    x: (time) => inside.left + ((time - figure.from) / (figure.to - figure.from)) * width,
    y: (value) => inside.top + ((high - value) / (high - low)) * height,
    low,
    high,
    from: figure.from,
    to: figure.to,
  };
}

function within(of: { from: number; to: number }, time: number): boolean {
  return time >= of.from && time <= of.to;
}

function grid(figure: Figure, plot: Plot): string[] {
  const places = Array.from({ length: ticks + 1 }, (_, at) => at / ticks);
  return places.flatMap((share) => {
    const value = plot.low + share * (plot.high - plot.low);
    const time = plot.from + share * (plot.to - plot.from);
    return [
      `<line x1="${inside.left}" x2="${size.width - inside.right}" y1="${round(plot.y(value))}" y2="${round(plot.y(value))}" stroke="${colour('line')}"/>`,
      text(inside.left - 8, plot.y(value) + 4, figure.format(value), 'muted', 'text-anchor="end"'),
      text(plot.x(time), size.height - inside.bottom + 16, minuteOfDay(time), 'muted', 'text-anchor="middle"'),
    ];
  });
}

function drawn(line: FigureLine, plot: Plot): string {
  return line.kind === 'bars' ? bars(line, plot) : path(line, plot);
}

// A missing value breaks the line.
function path(line: FigureLine, plot: Plot): string {
  let isOpen = false;
  const steps = line.times.flatMap((time, at) => {
    const value = line.values[at];
    if (value === null || value === undefined || !within(plot, time)) {
      isOpen = false;
      return [];
    }
    const step = `${isOpen ? 'L' : 'M'}${round(plot.x(time))} ${round(plot.y(value))}`;
    isOpen = true;
    return [step];
  });
  return `<path d="${steps.join('')}" fill="none" stroke="${colour(line.colour)}" stroke-width="1.5"${line.dashed ? ' stroke-dasharray="5 4"' : ''}/>`;
}

function bars(line: FigureLine, plot: Plot): string {
  const width = Math.max(1, 0.75 * (plot.x(line.times[1] ?? plot.to) - plot.x(line.times[0] ?? plot.from)));
  return line.times
    .map((time, at) => {
      const value = line.values[at];
      if (!value || !within(plot, time)) return '';
      const [top, bottom] = [plot.y(Math.max(0, value)), plot.y(Math.min(0, value))];
      return `<rect x="${round(plot.x(time))}" y="${round(top)}" width="${round(width)}" height="${round(bottom - top)}" fill="${colour(line.colour)}"/>`;
    })
    .join('');
}

function legend(figure: Figure): string[] {
  let x = inside.left;
  return figure.lines.flatMap((line) => {
    const at = x;
    x += 34 + line.label.length * 6.6;
    const y = size.height - 32;
    return [
      `<line x1="${round(at)}" x2="${round(at + 16)}" y1="${y - 4}" y2="${y - 4}" stroke="${colour(line.colour)}" stroke-width="${line.kind === 'bars' ? 8 : 2}"${line.dashed ? ' stroke-dasharray="5 4"' : ''}/>`,
      text(at + 22, y, line.label, 'text'),
    ];
  });
}

function text(x: number, y: number, words: string, of: string, attributes = ''): string {
  return `<text x="${round(x)}" y="${round(y)}" fill="${colour(of)}" ${attributes}>${escaped(words)}</text>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
