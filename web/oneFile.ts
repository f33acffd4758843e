import type { Plugin } from 'vite';

const script = /<script type="module"[^>]*src="[^"]*"[^>]*><\/script>/;
const style = /<link rel="stylesheet"[^>]*>/;

/** Writes script and style into the page, and takes their files away. */
export function oneFile(): Plugin {
  return {
    name: 'one-file',
    enforce: 'post',
    generateBundle(_, bundle) {
      const page = Object.values(bundle).find((file) => file.fileName.endsWith('.html'));
      if (page?.type !== 'asset') throw new Error('no page was built');
      let html = String(page.source);
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          // At the end of the body, where the data has been read; and no text of it may end the element.
          const code = file.code.replaceAll('</script', '<\\/script');
          html = html.replace(script, '').replace('</body>', () => `<script type="module">${code}</script></body>`);
        } else if (file.fileName.endsWith('.css')) {
          html = html.replace(style, () => `<style>${String(file.source)}</style>`);
        } else continue;
        delete bundle[file.fileName];
      }
      page.source = html;
    },
  };
}
