/** Builds the gallery: static pages that need no extension and open from the disk. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { compileBundledPacks } from '../../lib/tools/data/compile-pack';
import { contactSheet } from './contact-sheet';
import { galleryIndex } from './gallery-index';
import { STYLE_SHEETS } from './surfaces';

export const GALLERY_FOLDER = 'tests/output/gallery';

/** Returns the address of the page that lists all states. */
export async function buildGallery(folder = GALLERY_FOLDER): Promise<URL> {
  mkdirSync(folder, { recursive: true });
  cpSync('assets/styles', join(folder, 'styles'), { recursive: true });
  cpSync('tests/gallery/gallery.css', join(folder, 'styles/gallery.css'));
  writeFileSync(join(folder, 'packs.js'), packScript());
  writeFileSync(join(folder, 'state.html'), STATE_PAGE);
  writeFileSync(join(folder, 'index.html'), galleryIndex());
  writeFileSync(join(folder, 'pictures.html'), contactSheet());
  await build({
    entryPoints: ['tests/gallery/show.ts'],
    outfile: join(folder, 'show.js'),
    bundle: true,
    format: 'iife',
    target: 'chrome123',
    logLevel: 'warning',
  });
  return pathToFileURL(resolve(folder, 'index.html'));
}

/** As a script, since a page from the disk may fetch nothing. */
function packScript(): string {
  return `globalThis.galleryPacks = [${compileBundledPacks().map(({ json }) => json)}];\n`;
}

const STATE_PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <link rel="icon" href="data:," />
    <title>Glossator’s gallery</title>
    ${STYLE_SHEETS.map(
      (name) => `<link rel="stylesheet" href="styles/${name}.css" data-sheet="${name}" />`,
    ).join('\n    ')}
    <link rel="stylesheet" href="styles/gallery.css" />
  </head>
  <body>
    <script src="packs.js"></script>
    <script src="show.js"></script>
  </body>
</html>
`;
