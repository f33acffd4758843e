import { address, postLines } from './api';

/** A position as its holder writes it. Numbers stay text: the calculator reads them exactly. */
export interface Position {
  venue: string;
  symbol: string;
  side: string;
  quantity: string;
  entry: string;
  mark: string;
  leverage: string;
  margin: string;
}

export interface Answer {
  notional?: number;
  initialMargin?: number;
  maintenanceMargin?: number;
  equity?: number;
  unrealisedProfit?: number;
  marginRatio?: number | null;
  liquidationPrice?: number | null;
  bankruptcyPrice?: number | null;
  adlScore?: number | null;
  effectiveLeverage?: number | null;
  reasons?: Record<string, string>;
  error?: { message: string; field?: string };
}

export const columns = ['venue', 'symbol', 'side', 'quantity', 'entry', 'mark', 'leverage', 'margin'] as const;

export const example = `venue,symbol,side,quantity,entry,mark,leverage
binance-usdm,BTC,long,1.5,116000,114000,20
bybit-linear,ETH,long,40,4010,3950,25
hyperliquid,BTC,short,0.8,112500,114000,10`;

/** Rows of a CSV with a header; columns may come in any order, and unknown ones are passed over. */
export function read(text: string): Position[] {
  const lines = text.split(/\r?\n/).map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
  const header = (lines[0] ?? '').split(/[,;\t]/).map((cell) => cell.trim().toLowerCase());
  const missing = ['venue', 'symbol', 'side', 'quantity', 'entry'].filter((column) => !header.includes(column));
  if (missing.length > 0) throw new Error(`The first line must name the columns; it lacks ${missing.join(', ')}.`);
  return lines.slice(1).map((line) => {
    const cells = line.split(/[,;\t]/).map((cell) => cell.trim());
    return Object.fromEntries(columns.map((column) => [column, cells[header.indexOf(column)] ?? ''])) as unknown as Position;
  });
}

export function write(positions: Position[]): string {
  const used = columns.filter((column) => column === 'venue' || positions.some((position) => position[column] !== ''));
  return [used.join(','), ...positions.map((position) => used.map((column) => position[column]).join(','))].join('\n');
}

/** Asks the calculator about each position alone, as an isolated one, at its mark moved by a share. */
export function ask(positions: Position[], shock: number): Promise<Answer[]> {
  return postLines<Answer>(address('margin'), positions.map((position, at) => question(position, at, shock)));
}

function question(position: Position, id: number, shock: number): object {
  const mark = Number(position.mark || position.entry) * (1 + shock);
  const given = {
    symbol: position.symbol,
    side: position.side,
    quantity: position.quantity,
    entryPrice: position.entry,
    markPrice: shock === 0 ? position.mark || position.entry : mark.toPrecision(12),
    ...(position.leverage ? { leverage: position.leverage } : {}),
    ...(position.margin ? { isolatedMargin: position.margin } : {}),
  };
  return { id, venue: position.venue, kind: 'margin', account: { mode: 'isolated', positions: [given] } };
}
