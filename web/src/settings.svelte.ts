export type Theme = 'dark' | 'light';
export type Palette = 'red-green' | 'orange-blue';

const themeKey = 'breakwater-theme';
const paletteKey = 'breakwater-palette';

/** How the reader wants to see things; kept in the browser where it lets us. */
class Settings {
  theme = $state<Theme>('dark');
  palette = $state<Palette>('red-green');

  constructor() {
    const prefersLight = matchMedia('(prefers-color-scheme: light)').matches;
    this.theme = (kept(themeKey) as Theme | null) ?? (prefersLight ? 'light' : 'dark');
    this.palette = (kept(paletteKey) as Palette | null) ?? 'red-green';
    this.#apply();
  }

  toggleTheme(): void {
    this.theme = this.theme === 'dark' ? 'light' : 'dark';
    keep(themeKey, this.theme);
    this.#apply();
  }

  togglePalette(): void {
    this.palette = this.palette === 'red-green' ? 'orange-blue' : 'red-green';
    keep(paletteKey, this.palette);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.dataset['theme'] = this.theme;
    document.documentElement.dataset['palette'] = this.palette;
  }
}

export const settings = new Settings();

/** The colour of a style variable as it is now. Reading it inside an effect follows theme and palette. */
export function colour(name: string): string {
  void settings.theme;
  void settings.palette;
  return getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
}

// A sandboxed page has no storage, and asking for it throws.
function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Then it lasts as long as the page.
  }
}
