import { svelte } from '@sveltejs/vite-plugin-svelte';
import { resolve } from 'node:path';
import { defineConfig } from 'vite';
import { pages } from './pages.ts';

/** The pages of `breakwater serve`. `npm run dev` serves them live beside a server on its usual port. */
export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: resolve(pages, 'app'),
    emptyOutDir: true,
    // As bytes of their own: the policy of the pages lets no script or style be written into them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': 'http://127.0.0.1:5217' } },
});
