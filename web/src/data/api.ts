/** An answer of the server that says what is wrong. */
export class Problem extends Error {
  constructor(
    message: string,
    readonly status: number,
  ) {
    super(message);
  }
}

const root = '/api/v1';

export function address(...parts: string[]): string {
  return `${root}/${parts.map(encodeURIComponent).join('/')}`;
}

export function withQuery(path: string, query: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(query).filter(([, value]) => value !== null && value !== undefined && value !== '');
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given.map(([key, value]) => [key, String(value)]))}`;
}

export async function get<T>(path: string): Promise<T> {
  return (await answered(await reached(fetch(path)))).json() as Promise<T>;
}

export async function post<T>(path: string, body: unknown): Promise<T> {
  const headers = { 'Content-Type': 'application/json' };
  const response = await answered(await reached(fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })));
  return (response.status === 204 ? null : await response.json()) as T;
}

export async function postLines<T>(path: string, lines: unknown[]): Promise<T[]> {
  const headers = { 'Content-Type': 'application/x-ndjson' };
  const body = lines.map((line) => JSON.stringify(line)).join('\n');
  const text = await (await answered(await reached(fetch(path, { method: 'POST', headers, body })))).text();
  return text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as T);
}

async function reached(request: Promise<Response>): Promise<Response> {
  try {
    return await request;
  } catch {
    throw new Problem('The server does not answer. Is `breakwater serve` still running?', 0);
  }
}

async function answered(response: Response): Promise<Response> {
  if (response.ok) return response;
  const said = await response.json().catch(() => null) as { detail?: string; title?: string } | null;
  throw new Problem(said?.detail ?? said?.title ?? `The server answered ${response.status}.`, response.status);
}
