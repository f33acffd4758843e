/** The address after #: where one is, and with which choices. Sent to somebody, it shows them the same. */
class Router {
  path = $state<string[]>([]);
  query = $state<Record<string, string>>({});

  constructor() {
    this.#read();
    addEventListener('hashchange', () => this.#read());
  }

  /** Replaces choices of the current place; null takes one away. */
  set(changes: Record<string, string | null>): void {
    const next = { ...this.query };
    for (const [key, value] of Object.entries(changes)) {
      if (value === null) delete next[key];
      else next[key] = value;
    }
    history.replaceState(null, '', href(this.path, next));
    this.query = next;
  }

  #read(): void {
    const [path = '', query = ''] = location.hash.replace(/^#\/?/, '').split('?', 2);
    this.path = path.split('/').filter((part) => part !== '').map(decoded);
    this.query = Object.fromEntries(new URLSearchParams(query));
  }
}

export const router = new Router();

export function href(path: string[], query: Record<string, string> = {}): string {
  const search = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
