import { existsSync, readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { multiplesOf } from '../src/data/funds';
import type { Ladder, Risk, Summary } from '../src/data/types';
import { millions, money, timeOfDay } from '../src/format';
import { complaintsOf, look, runs, shots } from './surroundings';

async function opened(page: Page, run: string): Promise<string[]> {
  const complaints = complaintsOf(page);
  await page.route(/^https?:/, (route) => {
    complaints.push(`asked for ${route.request().url()}`);
    return route.abort();
  });
  await page.goto(pathToFileURL(resolve(runs.folder, run, 'report.html')).href);
  await expect(page.locator('footer')).toContainText('event log');
  await expect(page.locator('.loading')).toHaveCount(0);
  return complaints;
}

/** Every number in a document, however deep. */
function numbersIn(value: unknown, found: Set<string> = new Set()): Set<string> {
  if (typeof value === 'number' || typeof value === 'string') found.add(String(value));
  else if (Array.isArray(value)) value.forEach((part) => numbersIn(part, found));
  else if (value !== null && typeof value === 'object') Object.values(value).forEach((part) => numbersIn(part, found));
  return found;
}

for (const [name, run] of Object.entries({ market: runs.market, tape: runs.tape, lending: runs.lending, ensemble: runs.ensemble, comparison: runs.comparison })) {
  test(`report of a ${name} opens without a network, and every number is of the run's files`, async ({ page }) => {
    const complaints = await opened(page, run);
    const known = new Set<string>();
    for (const file of ['differences.json', 'summary.json', 'comparison.json', 'ensemble.json', 'scoreboard.json']) {
      const path = resolve(runs.folder, run, file);
      if (existsSync(path)) numbersIn(JSON.parse(readFileSync(path, 'utf8')), known);
    }
    const shown = await page.locator('[data-exact]').evaluateAll((cells) => cells.map((cell) => ({ exact: cell.getAttribute('data-exact') ?? '', text: cell.textContent?.trim() ?? '' })));
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.filter((cell) => cell.exact !== '' && !known.has(cell.exact))).toEqual([]);
    expect(shown.filter((cell) => !tells(cell.text, cell.exact))).toEqual([]);
    expect(complaints).toEqual([]);
  });
}

/** Whether a text is the number that it was made from, in one of the units that pages use. */
function tells(text: string, exact: string): boolean {
  const value = Number(exact);
  if (exact === '' || text === 'none') return exact === '' && text === 'none';
  if (Number.isNaN(value)) return exact.includes(text);
  const time = /^(\d\d):(\d\d):(\d\d)$/.exec(text);
  if (time) return Math.abs(Number(time[1]) * 60 + Number(time[2]) + Number(time[3]) / 60 - value) <= 0.501 / 60;
  const [, sign, digits, suffix] = /^([−]?)\$?([\d,.e+-]+)\s*([A-Za-z%]*)$/.exec(text) ?? [];
  if (digits === undefined) return false;
  const said = (sign === '−' ? -1 : 1) * Number(digits.replaceAll(',', ''));
  const decimals = digits.split('.')[1]?.length ?? 0;
  const scales: Record<string, number[]> = { B: [1e9], M: [1e6], K: [1e3], '%': [0.01], min: [1], '': [1, 1e6] };
  return (scales[suffix ?? ''] ?? []).some((scale) => Math.abs(said - value / scale) <= 0.5001 * 10 ** -decimals || Math.abs(said * scale - value) <= Math.abs(value) * 1e-3);
}

for (const theme of ['dark', 'light'] as const) {
  test(`report, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: theme });
    const page = await context.newPage();
    const complaints = await opened(page, runs.market);
    for (const width of [1280, 390]) await look(page, `report-${theme}`, width);
    expect(complaints).toEqual([]);
    await context.close();
  });
}

test('a report shows the ladder of the moment, as its run recorded it', async ({ page }) => {
  await opened(page, runs.market);
  const ladder = page.locator('.ladder');
  await expect(page.getByText('a depth curve, by band: no single orders')).toBeVisible();
  const held = JSON.parse((await page.locator('#data').textContent()) ?? '') as { ladders: Ladder[] };
  const of = held.ladders.find((known) => known.coin === 'BTC' && known.venue === 'okx');
  await page.getByRole('combobox', { name: 'Ladder of' }).selectOption('okx');
  for (const [key, place] of [['Home', 0], ['End', -1]] as const) {
    await page.getByRole('slider', { name: 'Moment' }).press(key);
    await expect(ladder).toContainText(`as recorded at ${timeOfDay(of?.times.at(place) ?? 0)} UTC`);
    await expect(ladder.locator('.rung', { hasText: '+0.1 %' })).toContainText(money(of?.asks[0]?.at(place) ?? null));
    await expect(ladder.locator('.rung', { hasText: '−0.1 %' })).toContainText(money(of?.bids[0]?.at(place) ?? null));
  }
  expect(statSync(resolve(runs.folder, runs.market, 'report.html')).size).toBeLessThan(4e6);
});

test('a fund whose need the path does not tell is shown with the least that it can be', async ({ page }) => {
  await opened(page, runs.ensemble);
  const held = JSON.parse((await page.locator('#data').textContent()) ?? '') as { ensemble: { risk: Risk } };
  const { funds } = held.ensemble.risk;
  expect(funds.some((fund) => fund.isLeast)).toBe(true);
  expect(funds.some((fund) => !fund.isLeast)).toBe(true);
  for (const fund of funds) {
    const given = page.locator('section', { has: page.getByRole('heading', { name: 'Funds given the shock' }) }).getByRole('row', { name: fund.venue });
    await expect(given.getByRole('cell').last()).toHaveText(`${fund.isLeast ? '> ' : ''}${millions(fund.tailNeed)}`);
    const sizes = page.locator('section', { has: page.getByRole('heading', { name: 'Fund sizes' }) }).getByRole('row', { name: fund.venue });
    await expect(sizes.getByRole('cell', { name: '?', exact: true })).toHaveCount(multiplesOf(funds).length - fund.sizes.length);
  }
  await opened(page, runs.market);
  const one = JSON.parse((await page.locator('#data').textContent()) ?? '') as { summary: Summary };
  for (const venue of one.summary.venues.filter((known) => known.accounts > 0)) {
    const row = page.locator('section', { has: page.getByRole('heading', { name: 'Funds', exact: true }) }).getByRole('row', { name: venue.name });
    await expect(row).toContainText(`${venue.fund.isNeedLeast ? '> ' : ''}${millions(venue.fund.need)}`);
    if (!venue.fund.isNeedLeast) await expect(row).not.toContainText('>');
  }
});

test('winners whose positions were closed are shown by kind', async ({ page }) => {
  await opened(page, runs.market);
  const { summary } = JSON.parse((await page.locator('#data').textContent()) ?? '') as { summary: Summary };
  const closed = summary.venues.flatMap((venue) => (venue.deleveraged ?? []).filter((row) => row.notional > 0).map((row) => ({ venue: venue.name, ...row })));
  expect(closed.length).toBeGreaterThan(0);
  const rows = page.locator('section', { has: page.getByRole('heading', { name: 'Whose winning positions were closed' }) }).locator('tbody tr');
  await expect(rows).toHaveText(closed.map((row) => `${row.venue} ${row.of} ${millions(row.notional)} ${row.accounts.toLocaleString('en-US')}`), { useInnerText: true });
});

test('a run with lending markets shows what became of their loans, and no other run does', async ({ page }) => {
  await opened(page, runs.lending);
  const held = JSON.parse((await page.locator('#data').textContent()) ?? '') as { summary: Summary };
  const coins = (held.summary.lending ?? []).flatMap((market) => market.coins.map((coin) => ({ market: market.name, coin })));
  expect(coins.length).toBeGreaterThan(1);
  const lending = page.locator('section', { has: page.getByRole('heading', { name: 'Lending' }) });
  for (const { market, coin } of coins) await expect(lending.getByRole('row', { name: `${market} ${coin.coin}` })).toContainText(millions(coin.repaid));
  await opened(page, runs.market);
  await expect(lending).toHaveCount(0);
});

test('report prints on paper', async ({ page }) => {
  await opened(page, runs.market);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.pdf({ path: `${shots}/report.pdf`, format: 'A4', printBackground: false });
  expect(paper.subarray(0, 4).toString()).toBe('%PDF');
  await expect(page.getByRole('button', { name: 'Replay' })).toBeHidden();
});
