/** Numbers and times as people read them; always UTC, always a point. */

const none = 'none';

export function money(dollars: number | null | undefined): string {
  if (dollars === null || dollars === undefined) return none;
  const size = Math.abs(dollars);
  const sign = dollars < 0 && size >= 0.5 ? '−' : '';
  const [unit, suffix] = size >= 999.95e6 ? [1e9, 'B'] : size >= 999.95e3 ? [1e6, 'M'] : size >= 999.5 ? [1e3, 'K'] : [1, ''];
  const scaled = size / unit;
  return `${sign}$${scaled.toFixed(suffix === '' ? 0 : suffix === 'B' ? 2 : 1)}${suffix}`;
}

/** In millions, for columns of one unit. */
export function millions(dollars: number | null | undefined): string {
  if (dollars === null || dollars === undefined) return none;
  return minus((dollars / 1e6).toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 }));
}

export function count(value: number | null | undefined): string {
  return value === null || value === undefined ? none : minus(Math.round(value).toLocaleString('en'));
}

export function percent(share: number | null | undefined, digits = 1): string {
  return share === null || share === undefined ? none : `${minus((share * 100).toFixed(digits))} %`;
}

export function price(value: number | null | undefined): string {
  if (value === null || value === undefined) return none;
  const digits = value >= 10_000 ? 0 : value >= 100 ? 1 : value >= 1 ? 3 : 5;
  return value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Four digits that count, for numbers of any unit. */
export function plain(value: number | null | undefined): string {
  if (value === null || value === undefined) return none;
  const size = Math.abs(value);
  if (size >= 1000) return minus(value.toLocaleString('en', { maximumFractionDigits: 1 }));
  return minus(String(Number(value.toPrecision(4))));
}

/** A figure of an ensemble, in its unit. */
export function inUnit(unit: string, value: number | null | undefined): string {
  if (value === null || value === undefined) return none;
  switch (unit) {
    case 'usd':
      return money(value);
    case 'ratio':
      return percent(value);
    case 'min':
    case 'minutes':
      return `${minus(value.toFixed(1))} min`;
    case 'accounts':
    case 'fills':
    case 'count':
      return count(value);
    default:
      return plain(value);
  }
}

export function seconds(iso: string): number {
  return Date.parse(iso) / 1000;
}

export function timeOfDay(at: number): string {
  return new Date(at * 1000).toISOString().slice(11, 19);
}

export function minuteOfDay(at: number): string {
  return new Date(at * 1000).toISOString().slice(11, 16);
}

export function dayAndTime(iso: string): string {
  return new Date(iso).toISOString().slice(0, 19).replace('T', ' ');
}

export function bytes(size: number): string {
  if (size >= 1e6) return `${(size / 1e6).toFixed(1)} MB`;
  return size >= 1e3 ? `${(size / 1e3).toFixed(0)} kB` : `${size} B`;
}

// A proper minus, and none before a nought.
function minus(text: string): string {
  return /^-[0.,]*$/.test(text) ? text.slice(1) : text.replace('-', '−');
}
