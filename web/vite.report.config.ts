import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { oneFile } from './oneFile.ts';
import { pages } from './pages.ts';

/** The report of a run: one page that holds its own script and style. */
export default defineConfig({
  plugins: [svelte(), oneFile()],
  publicDir: false,
  build: {
    outDir: resolve(pages, 'report'),
    emptyOutDir: true,
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 900,
    rolldownOptions: { input: resolve(import.meta.dirname, 'report.html'), output: { codeSplitting: false } },
  },
});
