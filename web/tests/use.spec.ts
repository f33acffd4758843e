import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { plain } from '../src/format';
import { complaintsOf, runs, settled, withStore } from './surroundings';

test('an order runs to its end, and its report can be opened', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/#/lab?scenario=small&seed=11');
  await settled(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByText('seed 11')).toBeVisible();
  await expect(page.getByText('Forced out, a minute')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('a run can be cancelled from the page', async ({ page }) => {
  await page.goto('/#/lab?scenario=oct-10-2025&seeds=1..40');
  await settled(page);
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('cancelled', { exact: false })).toBeVisible();
});

test('what cannot be run is said in words', async ({ page }) => {
  await page.goto('/#/lab?scenario=oct-10-2025&v.market.shock.size=much');
  await settled(page);
  await expect(page.getByText('Not of the expected form.')).toBeVisible();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('much');
});

test('the address holds what was changed', async ({ page }) => {
  await page.goto('/#/lab?scenario=oct-10-2025');
  await settled(page);
  const size = page.getByRole('textbox', { name: 'market.shock.size' });
  await size.fill('6.5 %');
  await size.press('Tab');
  await expect(page.getByText('1 changed')).toBeVisible();
  await page.goto(page.url());
  await page.reload();
  await settled(page);
  await expect(page.getByRole('textbox', { name: 'market.shock.size' })).toHaveValue('6.5 %');
});

test('the event asks for its series once and then leaves the server alone', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/series') ? 1 : 0));
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  await page.waitForTimeout(1500);
  expect(asked).toBe(1);
});

test('replay moves the books of the moment', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  const books = page.locator('.books');
  const moment = page.getByRole('slider', { name: 'Moment' });
  const last = await books.textContent();
  await moment.press('Home');
  await expect(books).not.toHaveText(last ?? '');
  const first = await books.textContent();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('600');
  await page.getByRole('button', { name: 'Replay' }).click();
  await expect(books).not.toHaveText(first ?? '', { timeout: 20_000 });
  await expect(page.locator('.veil:not([hidden])').first()).toBeAttached();
});

test('a dragged stretch is fetched in finer points, and a double click widens it again', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  const chart = page.locator('.u-over').first();
  await chart.scrollIntoViewIfNeeded();
  const box = await chart.boundingBox();
  if (!box) throw new Error('no chart');
  const finer = page.waitForRequest((request) => request.url().includes('/series') && !/from=[^&]*20%3A45%3A00/.test(request.url()));
  await page.mouse.move(box.x + box.width * 0.4, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + 40, { steps: 4 });
  await page.mouse.up();
  await finer;
  await expect(page.getByRole('button', { name: 'All', exact: true })).toBeEnabled();
  await chart.dblclick();
  await expect(page.getByRole('button', { name: 'All', exact: true })).toBeDisabled();
});

test('a venue and a coin are chosen, and the address says so', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  await page.getByRole('button', { name: 'okx' }).click();
  await page.getByRole('combobox', { name: 'Coin' }).selectOption('ETH');
  await expect(page).toHaveURL(/coin=ETH/);
  await expect(page).toHaveURL(/without=okx/);
  await expect(page.locator('.books')).not.toContainText('okx');
});

test('losses tie to the ledger at every venue and coin', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/who-pays`);
  await settled(page);
  const venues = await page.getByRole('combobox', { name: 'Venue' }).locator('option').allTextContents();
  for (const venue of venues) {
    await page.getByRole('combobox', { name: 'Venue' }).selectOption(venue);
    await expect(page.locator('[data-difference]')).toHaveAttribute('data-difference', /^-?0$/);
  }
});

test('positions are answered by the calculator, and a shock liquidates them', async ({ page }) => {
  await page.goto('/#/positions');
  await settled(page);
  await expect(page.getByText('✓ open')).toHaveCount(3);
  await page.getByRole('slider', { name: 'Shock in per cent' }).fill('-20');
  await expect(page.getByText('✗ liquidated')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Positions as CSV' }).fill('venue,symbol,side,quantity,entry,leverage\nbinance-usdm,BTC,long,1,60000,20');
  await page.getByRole('button', { name: 'Read it' }).click();
  await expect(page.getByRole('cell', { name: '57,229' })).toBeVisible();
  await page.getByRole('textbox', { name: 'quantity' }).fill('<img src=x onerror=alert(1)>');
  await expect(page.locator('td.bad')).toBeVisible();
  await expect(page.locator('main img')).toHaveCount(0);
});

test('an event liquidates the positions whose price it reached', async ({ page }) => {
  await page.goto(`/#/positions?event=${runs.market}`);
  await settled(page);
  const event = page.getByRole('region', { name: 'Positions in the event' });
  await expect(event.getByText('✗ liquidated')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'leverage' }).first().fill('2');
  await expect(event.getByText('✗ liquidated')).toHaveCount(1);
});

test('policies are compared under the same seeds, and the differences are those of the folder', async ({ page }) => {
  const complaints = complaintsOf(page);
  await page.goto('/#/compare?scenario=small&seeds=1..2');
  await settled(page);
  await page.getByRole('checkbox', { name: /richer/ }).check();
  await expect(page).toHaveURL(/with=richer/);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await page.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByText('small+richer less small')).toBeVisible();
  await expect(page.getByText('venues.*.fundCapital')).toBeVisible();
  expect(complaints).toEqual([]);
});

test('runs that are not paired are refused in words', async ({ page }) => {
  await page.goto(`/#/compare?sides=${runs.market},${runs.tape}`);
  await settled(page);
  await page.getByRole('button', { name: 'Compare', exact: true }).click();
  await expect(page.getByRole('alert')).toContainText('not paired');
});

test('the accounts behind a venue’s losses are shown, the largest first', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/who-pays`);
  await settled(page);
  await page.getByRole('button', { name: 'hyperliquid' }).first().click();
  const accounts = page.getByRole('region', { name: 'Accounts' });
  await expect(accounts.getByRole('row')).toHaveCount(26);
  const first = await accounts.getByRole('row').nth(1).textContent();
  expect(first).toContain('hyperliquid');
  await page.getByRole('button', { name: 'Next' }).click();
  await expect(accounts.getByRole('row').nth(1)).not.toHaveText(first ?? '');
});

test('the ladder and the fan follow the moment and the choice', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  const ladder = page.locator('.ladder');
  await expect(ladder).toHaveAttribute('data-venue', 'binance-usdm');
  const last = await ladder.textContent();
  await page.getByRole('slider', { name: 'Moment' }).press('Home');
  await expect(ladder).not.toHaveText(last ?? '');
  await page.getByRole('combobox', { name: 'Ladder of' }).selectOption('okx');
  await expect(ladder).toHaveAttribute('data-venue', 'okx');
  await expect(page.getByText('5 to 95 % of seeds 1..2')).toBeVisible();
  await page.getByRole('combobox', { name: 'Fan' }).selectOption('none');
  await expect(page.getByText('5 to 95 % of seeds')).toHaveCount(0);
});

test('the slider of the shock moves fall, liquidations and funds at once', async ({ page }) => {
  let asked = 0;
  page.on('request', (request) => (asked += request.url().includes('/map/') ? 1 : 0));
  await page.goto('/#/fuse');
  await settled(page);
  const tiles = page.locator('.tiles');
  const before = await tiles.textContent();
  await page.getByRole('slider', { name: 'Shock to the market' }).fill('1');
  await expect(tiles).not.toHaveText(before ?? '');
  await expect(tiles).toContainText('Left of the funds');
  expect(asked).toBe(1);
});

test('a run that goes on moves through the levels, and nothing jumps meanwhile', async ({ page }) => {
  const complaints = complaintsOf(page);
  const scenario = 'the-first-forty-minutes';
  await page.goto(`/#/fuse?scenario=${scenario}`);
  await settled(page);

  // On books, which take long enough to be looked at while they run.
  const values = [{ path: 'market.liquidity', text: 'books' }];
  const order = await page.request.post('/api/v1/runs', { data: { scenario, seed: 5, values } });
  expect(order.ok()).toBe(true);
  const { id } = (await order.json()) as { id: string };
  const early = page.waitForResponse(async (answer) => {
    if (!answer.url().includes('/so-far')) return false;
    const known = (await answer.json()) as { from: number; to: number; series: { rows: number; times: number[] }[] };
    return (known.series[0]?.rows ?? 0) > 0 && (known.series[0]?.times.at(-1) ?? 0) < known.to;
  });
  await page.goto(`/#/fuse?scenario=${scenario}&over=${id}`);
  await page.reload();
  await expect(page.getByText('Going on:')).toBeVisible();
  const place = await page.locator('.frame').boundingBox();
  await early;
  const line = page.locator('.frame polyline');
  await expect(line).toBeAttached();
  await expect(page.getByText(/20:45 to 21:2[34], UTC/)).toBeVisible({ timeout: 120_000 });
  expect((await line.getAttribute('points'))?.split(' ').length).toBeGreaterThan(500);
  expect(await page.locator('.frame').boundingBox()).toEqual(place);
  expect(complaints).toEqual([]);
});

test('indicators of imported files are shown as the numbers that they have', async ({ page }) => {
  const complaints = complaintsOf(page);
  const table = page.getByRole('region', { name: 'Measured series' });
  const value = (series: string): Promise<string | null> => table.getByRole('row').filter({ hasText: series }).getByRole('cell').nth(1).textContent();
  await page.goto(`${withStore}/#/indicators/drawdown`);
  await settled(page);
  expect(await value('XYZUSDT')).toBe(plain(1 - 98 / 111));
  await page.getByRole('link', { name: 'candle' }).click();
  await expect(table.getByRole('cell', { name: '13', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'correlation' }).click();
  await expect(page.getByText('name the other one above')).toBeVisible();
  await page.getByRole('textbox', { name: 'Against' }).fill('INDEX');
  await page.getByRole('textbox', { name: 'Against' }).press('Enter');
  await expect(page).toHaveURL(/against=INDEX/);
  await expect(table.getByRole('row').filter({ hasText: 'COIN' })).toContainText('beta 2');
  expect(await value('COIN')).toBe(plain(1));
  expect(complaints).toEqual([]);
  await page.getByRole('textbox', { name: 'Against' }).fill('NOBODY');
  await page.getByRole('textbox', { name: 'Against' }).press('Enter');
  await expect(page.getByText("'NOBODY' has no closes")).toBeVisible();
});

test('a chart is saved as a drawing, in pixels and as numbers', async ({ page }) => {
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  const group = page.getByRole('group', { name: `Save ${runs.market}-BTC-price` });
  const saved = async (kind: string): Promise<Buffer> => {
    const download = page.waitForEvent('download');
    await group.getByRole('button', { name: kind }).click();
    return readFileSync(await (await download).path());
  };
  const svg = (await saved('SVG')).toString();
  expect(svg).toContain('BTC price by venue');
  expect(svg.match(/<path/g)?.length).toBeGreaterThan(6);
  expect((await saved('PNG')).subarray(1, 4).toString()).toBe('PNG');
  const rows = (await saved('CSV')).toString().trim().split('\n');
  expect(rows[0]).toContain('time_utc,binance-usdm');
  expect(rows.length).toBeGreaterThan(1000);
});

test('nothing leaves this machine', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).host));
  for (const path of ['/#/positions', `/#/run/${runs.market}/event`, '/#/lab', '/#/facts']) {
    await page.goto(path);
    await settled(page);
  }
  const own = new URL(page.url()).host;
  expect(asked.filter((host) => host !== own)).toEqual([]);
});

test('runs are found, and two are compared', async ({ page }) => {
  await page.goto('/#/runs');
  await settled(page);
  await page.getByRole('checkbox', { name: `Choose ${runs.market} ` }).check();
  await page.getByRole('checkbox', { name: `Choose ${runs.tape} ` }).check();
  await page.getByRole('link', { name: 'Compare inputs' }).click();
  await expect(page.getByText('What differs')).toBeVisible();
  await page.goto('/#/runs?search=nothing-has-this-name');
  await settled(page);
  await expect(page.getByText(/0 of \d+/)).toBeVisible();
});

test('orange and blue take the place of red and green, and last', async ({ page }) => {
  await page.goto('/#/runs');
  await settled(page);
  const long = (): Promise<string> => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--long'));
  const before = await long();
  await page.getByRole('button', { name: 'Orange/blue' }).click();
  expect(await long()).not.toBe(before);
  await page.reload();
  await settled(page);
  expect(await long()).not.toBe(before);
});

test('the pages are worked by keyboard', async ({ page }) => {
  // Runs that other tests start stand above it: alone in the list, it is as many keys away whatever they do.
  await page.goto(`/#/runs?search=${runs.market}`);
  await settled(page);
  const link = page.getByRole('link', { name: runs.market, exact: true });
  await expect(link).toBeVisible();
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await link.evaluate((element) => element === document.activeElement)) break;
  }
  await expect(link).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('navigation', { name: 'Views of this run' })).toBeVisible();
});

test('nothing jumps while the event loads', async ({ page }) => {
  await page.addInitScript(() => {
    const all = window as unknown as { shifted: number };
    all.shifted = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) all.shifted += (entry as unknown as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(`/#/run/${runs.market}/event`);
  await settled(page);
  expect(await page.evaluate(() => (window as unknown as { shifted: number }).shifted)).toBeLessThan(0.1);
});

test('the series is handed out as the csv that it was', async ({ page }) => {
  const answer = await page.request.get(`/api/v1/runs/${runs.market}/files/flows_by_minute.csv`);
  expect(await answer.text()).toBe(readFileSync(`${runs.folder}/${runs.market}/flows_by_minute.csv`, 'utf8'));
});
