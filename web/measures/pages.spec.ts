import { expect, test, type Page } from '@playwright/test';
import { processorSeconds } from './processor';

const run = process.env['BREAKWATER_MARKET_RUN'] ?? 'oct-10-2025-seed-1';
const long = process.env['BREAKWATER_LONG_RUN'] ?? 'long';
const calls = 5;

/** Until totals stand there and the price chart has been drawn. */
async function painted(page: Page, id: string): Promise<string> {
  const start = Date.now();
  const before = processorSeconds();
  await page.goto(`/#/run/${id}/event`);
  await expect(page.getByText('Accounts liquidated')).toBeVisible();
  await expect(page.locator('.frame canvas').first()).toBeVisible();
  await expect(page.locator('.books .book').first()).toBeVisible();
  return `${Date.now() - start} (processor ${Math.round((processorSeconds() - before) * 1000)})`;
}

test('first useful paint of a finished run', async ({ browser }) => {
  const waits: string[] = [];
  for (let call = 0; call < calls; call++) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    waits.push(await painted(await context.newPage(), run));
    await context.close();
  }
  console.log(`first useful paint, ms: ${waits.join(', ')}`);
});

test('a series of a million rows, scrubbed', async ({ page }) => {
  console.log(`first useful paint of a million rows, ms: ${await painted(page, long)}`);
  const before = processorSeconds();
  const frames = await page.evaluate(async () => {
    const slider = document.querySelector<HTMLInputElement>('input[aria-label="Moment"]');
    if (!slider) throw new Error('no slider');
    const [low, high, length] = [Number(slider.min), Number(slider.max), 5000];
    const times: number[] = [];
    const start = performance.now();
    await new Promise<void>((done) => {
      const step = (now: number): void => {
        times.push(now);
        if (now - start > length) return done();
        slider.value = String(low + (high - low) * Math.abs(Math.sin((now - start) / 700)));
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        requestAnimationFrame(step);
      };
      requestAnimationFrame(step);
    });
    return times.slice(1).map((time, at) => time - (times[at] ?? time));
  });
  const sorted = frames.toSorted((a, b) => a - b);
  const at = (level: number): string => (sorted[Math.floor(level * (sorted.length - 1))] ?? 0).toFixed(1);
  console.log(`processor of the browser for each frame: ${(((processorSeconds() - before) * 1000) / frames.length).toFixed(1)} ms`);
  console.log(`scrubbed: ${(frames.length / (frames.reduce((a, b) => a + b, 0) / 1000)).toFixed(1)} frames a second; a frame p50 ${at(0.5)} ms, p99 ${at(0.99)} ms`);
});

test('memory of a page that follows a run of five million events', async ({ page }) => {
  await page.goto('/#/lab?scenario=oct-10-2025&seed=77&v.venues.binance-usdm.accounts=450_000');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const client = await page.context().newCDPSession(page);
  const used: number[] = [];
  while ((await page.getByRole('link', { name: 'Open' }).count()) === 0 && used.length < 150) {
    await client.send('HeapProfiler.collectGarbage');
    const { usedSize } = await client.send('Runtime.getHeapUsage');
    used.push(Math.round(usedSize / 1024));
    await page.waitForTimeout(1000);
  }
  await page.getByRole('link', { name: 'Open' }).click();
  await expect(page.getByText(/[\d,]+ events/)).toBeVisible();
  console.log(`followed to its end: ${await page.getByText(/[\d,]+ events/).first().textContent()}`);
  console.log(`heap of the page while a run goes on, kB: ${used.join(', ')}`);
});
