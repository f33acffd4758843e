import { resolve } from 'node:path';

/** Where the built pages go: the project that embeds them says so. */
export const pages = process.env['BREAKWATER_WEB_PAGES'] ?? resolve(import.meta.dirname, '../artifacts/web');
