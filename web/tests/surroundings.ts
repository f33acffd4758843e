import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What the tests were started with. */
export const runs = {
  market: process.env['BREAKWATER_MARKET_RUN'] ?? 'market',
  tape: process.env['BREAKWATER_TAPE_RUN'] ?? 'tape',
  ensemble: process.env['BREAKWATER_ENSEMBLE'] ?? 'ensemble',
  lending: process.env['BREAKWATER_LENDING_RUN'] ?? 'lending',
  comparison: process.env['BREAKWATER_COMPARISON'] ?? 'comparison',
  folder: process.env['BREAKWATER_RUNS'] ?? '../runs',
};

/** A server whose store holds market data; the other one has none. */
export const withStore = process.env['BREAKWATER_WITH_STORE'] ?? '';

export const shots = process.env['BREAKWATER_SHOTS'] ?? '../artifacts/screenshots';

/** Collects what a page complains of. */
export function complaintsOf(page: Page): string[] {
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (failure) => complaints.push(failure.message));
  return complaints;
}

// The rows of a table are made alike: the first dozen stand for them all, and a thousand cost half a minute.
const alikeRows = 'tbody tr:nth-child(n+13):not(:last-child)';

/** Until nothing is on its way any more. A map is drawn once and takes a crowd of a million, on a busy machine a minute. */
export async function settled(page: Page): Promise<void> {
  await expect(page.locator('.loading')).toHaveCount(0, { timeout: 120_000 });
  await page.waitForLoadState('networkidle');
}

/** At one width: a picture for people, nothing wider than the window, and nothing that keeps somebody out. */
export async function look(page: Page, name: string, width: number): Promise<void> {
  await page.setViewportSize({ width, height: 900 });
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.screenshot({ path: `${shots}/${name}-${width}.png`, fullPage: true });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  const found = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21aa']).exclude(alikeRows).analyze();
  expect(found.violations.map((violation) => `${violation.id}: ${violation.nodes[0]?.html} ${violation.nodes[0]?.failureSummary}`)).toEqual([]);
}
