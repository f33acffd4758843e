import { defineConfig } from '@playwright/test';

const shots = process.env['BREAKWATER_SHOTS'] ?? '../artifacts/screenshots';

/** Started by Breakwater.Server.Tests, which says where the server and the browser are. */
export default defineConfig({
  testDir: 'tests',
  outputDir: `${shots}/failures`,
  workers: 2,
  fullyParallel: true,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  reporter: [['json', { outputFile: process.env['BREAKWATER_RESULTS'] ?? `${shots}/results.json` }], ['line']],
  use: {
    baseURL: process.env['BREAKWATER_ADDRESS'] ?? 'http://127.0.0.1:5217',
    launchOptions: { executablePath: process.env['BREAKWATER_CHROMIUM'] ?? '/usr/bin/chromium', args: ['--no-sandbox'] },
  },
});
