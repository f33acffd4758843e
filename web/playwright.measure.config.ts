import { defineConfig } from '@playwright/test';
import tests from './playwright.config.ts';

/** Measures, not tests: `npm run measure` beside a running server. They print figures and judge nothing. */
export default defineConfig(tests, { testDir: 'measures', workers: 1, reporter: 'list', outputDir: '../artifacts/measures' });
