/** A chart as its data, so that it can be drawn anew on paper of any size. */
export interface Figure {
  title: string;
  /** Unit and whatever else belongs below the title. */
  note: string;
  basis: string;
  source: string;
  from: number;
  to: number;
  lines: FigureLine[];
  format: (value: number) => string;
}

export interface FigureLine {
  label: string;
  colour: string;
  times: number[];
  values: (number | null)[];
  kind: 'line' | 'bars';
  dashed?: boolean;
}

/** The same numbers as a table: a row for each time that any line has. */
export function csvOf(figure: Figure): string {
  const times = [...new Set(figure.lines.flatMap((line) => line.times))].filter((at) => at >= figure.from && at <= figure.to).toSorted((a, b) => a - b);
  const known = figure.lines.map((line) => new Map(line.times.map((at, place) => [at, line.values[place]])));
  const header = ['time_utc', ...figure.lines.map((line) => quoted(line.label))].join(',');
  return [header, ...times.map((at) => [new Date(at * 1000).toISOString(), ...known.map((values) => values.get(at) ?? '')].join(','))].join('\n') + '\n';
}

function quoted(label: string): string {
  return /[",]/.test(label) ? `"${label.replaceAll('"', '""')}"` : label;
}
