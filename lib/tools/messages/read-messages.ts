import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { type Catalogues, MessagesSchema } from './check-messages';

const FOLDER = 'assets/public/_locales';
const CODE = ['lib', 'entrypoints'];

/** The message files of all languages. Throws where one is not as browsers want it. */
export function readCatalogues(): Catalogues {
  return Object.fromEntries(
    readdirSync(FOLDER).map((language) => {
      const file = join(FOLDER, language, 'messages.json');
      const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
      return [language, v.parse(MessagesSchema, json)];
    }),
  );
}

/** All source text that what ships is built from. */
export function readShippedCode(): string {
  const files = CODE.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  );
  const shipped = files.filter(
    (file) => /\.(?:tsx?|html|css)$/.test(file) && !/\.test\.tsx?$|^lib.tools\b/.test(file),
  );
  return [...shipped, 'wxt.config.ts'].map((file) => readFileSync(file, 'utf8')).join('\n');
}
