import { expect, test } from '@playwright/test';
import { complaintsOf, look, runs, settled, withStore } from './surroundings';

const views: { name: string; path: string; shows: string }[] = [
  { name: 'runs', path: '/#/runs', shows: 'History' },
  { name: 'event', path: `/#/run/${runs.market}/event`, shows: 'BTC price by venue' },
  { name: 'event-of-a-tape', path: `/#/run/${runs.tape}/event`, shows: 'Prices were given to this run' },
  { name: 'who-pays', path: `/#/run/${runs.market}/who-pays`, shows: 'Where the losses came to rest' },
  { name: 'observed', path: `/#/run/${runs.market}/observed`, shows: 'Beside what was observed on 2025-10-10' },
  { name: 'inputs', path: `/#/run/${runs.market}/inputs`, shows: 'What the run rests on' },
  { name: 'files', path: `/#/run/${runs.market}/files`, shows: 'Files of this run' },
  { name: 'distributions', path: `/#/run/${runs.ensemble}/distributions`, shows: 'Distributions over seeds' },
  { name: 'scoreboard', path: `/#/run/${runs.ensemble}/scoreboard`, shows: 'Held out' },
  { name: 'accounts', path: `/#/run/${runs.market}/who-pays?accounts=losers`, shows: 'First liquidated' },
  { name: 'prices', path: `/#/run/${runs.ensemble}/prices`, shows: 'median and 95 % of seeds' },
  { name: 'differences', path: `/#/run/${runs.comparison}`, shows: 'Around nought' },
  { name: 'scores', path: '/#/scores', shows: 'Events and observables' },
  { name: 'compare', path: '/#/compare', shows: 'Each policy is a side of its own' },
  { name: 'indicators', path: '/#/indicators', shows: 'Nothing to measure' },
  { name: 'indicators-measured', path: `${withStore}/#/indicators/drawdown`, shows: 'XYZUSDT' },
  { name: 'diff', path: `/#/diff/${runs.market}/${runs.tape}`, shows: 'What differs' },
  { name: 'lab', path: '/#/lab', shows: 'market.shock' },
  { name: 'fuse', path: '/#/fuse', shows: 'Who infects whom' },
  { name: 'positions', path: `/#/positions?event=${runs.market}`, shows: 'Of its side deleveraged' },
  { name: 'facts', path: '/#/facts', shows: 'does not hold' },
  { name: 'nowhere', path: '/#/nowhere', shows: 'There is no such place' },
  { name: 'no-such-run', path: '/#/run/nobody', shows: 'there is no run of that name' },
];

// Of what is not there, the browser itself complains.
const expectedToComplain = new Set(['no-such-run', 'indicators']);

const widths = [1280, 390];

for (const theme of ['dark', 'light'] as const) {
  for (const view of views) {
    test(`${view.name}, ${theme}`, async ({ browser }) => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, colorScheme: theme });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await page.goto(view.path);
      await settled(page);
      await expect(page.getByText(view.shows).first()).toBeVisible();
      for (const width of widths) await look(page, `${view.name}-${theme}`, width);
      if (!expectedToComplain.has(view.name)) expect(complaints).toEqual([]);
      await context.close();
    });
  }
}
