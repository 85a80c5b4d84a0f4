import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FactPack } from '../facts/pack-schema';
import { canonicalPack } from './canonical-pack';
import type { PackRecord } from './import-event';
import { gatherImport } from './import-facts';
import { randomEntities, randomPack } from './random-pack.fixture';
import { READER_OPTIONS } from './reader-options.fixture';
import { writeAnnotations } from './write-annotations';
import { writeCsv } from './write-csv';
import { packJsonChunks, writePackJson } from './write-pack-json';

/** In pieces of that length, as a file arrives. */
function* pieces(text: string, length: number): Generator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

async function imported(text: string, length = 1 << 16): Promise<FactPack> {
  const { pack, failure, refused } = await gatherImport(pieces(text, length), READER_OPTIONS);
  expect({ failure, refused }).toEqual({ failure: null, refused: [] });
  if (!pack) throw new Error('nothing was imported');
  return pack;
}

test('a pack exported and imported is the same pack, and exported again the same bytes', async () => {
  await fc.assert(
    fc.asyncProperty(randomPack, fc.integer({ min: 1, max: 500 }), async (pack, length) => {
      const text = writePackJson(pack);
      const again = await imported(text, length);
      expect(canonicalPack(again)).toEqual(canonicalPack(pack));
      expect(writePackJson(again)).toBe(text);
    }),
  );
});

test('a real pack, too', async () => {
  const file = new URL('../../../tests/fixtures/packs/valid-full.json', import.meta.url);
  const pack = JSON.parse(readFileSync(file, 'utf8')) as FactPack;
  const again = await imported(JSON.stringify(pack));
  expect(canonicalPack(again)).toEqual(canonicalPack(pack));
  expect(await imported(writePackJson(pack), 7)).toEqual(await imported(writePackJson(again)));
});

test('written in pieces it is the same text', async () => {
  await fc.assert(
    fc.asyncProperty(randomPack, async (pack) => {
      const ordered = canonicalPack(pack);
      const chunks: string[] = [];
      const recordsOf = async function* (section: PackRecord['section']) {
        yield* ordered[section];
      };
      for await (const chunk of packJsonChunks(pack, recordsOf)) chunks.push(chunk);
      expect(chunks.join('')).toBe(writePackJson(pack));
    }),
    { numRuns: 20 },
  );
});

test('a table exported and imported is the same table', async () => {
  await fc.assert(
    fc.asyncProperty(randomEntities, fc.integer({ min: 1, max: 200 }), async (entities, length) => {
      const text = writeCsv(entities);
      const { entities: again } = await imported(text, length);
      expect(writeCsv(again)).toBe(text);
      const kept = (list: typeof entities) =>
        list.map(({ id, kind, label, aliases }) => {
          const forms = aliases.map(({ text: form, strength }) => `${strength} ${form}`);
          return { id, kind, label, forms: forms.sort() };
        });
      expect(kept(again)).toEqual(kept(entities));
    }),
  );
});

test('no cell of a table begins as a formula does', () => {
  fc.assert(
    fc.property(randomEntities, (entities) => {
      for (const line of writeCsv(entities).slice(1).split('\r\n')) {
        expect(line).not.toMatch(/(?:^|,)"?[=+\-@]/);
      }
    }),
  );
});

test('annotations come back with their words, excerpts and places', async () => {
  await fc.assert(
    fc.asyncProperty(randomPack, async (pack) => {
      const quoted = pack.claims.filter(({ evidence }) => evidence.length > 0);
      const again = await imported(writeAnnotations(pack));
      const kept = (claims: typeof quoted) =>
        claims.map(({ text, evidence }) => ({
          text,
          evidence: evidence.map(({ exact, prefix, start, end }) => ({
            exact,
            prefix,
            start,
            end,
          })),
        }));
      expect(kept(again.claims)).toEqual(kept(quoted));
      const labels = new Set(again.entities.map(({ label }) => label));
      for (const claim of quoted) {
        const label = pack.entities.find(({ id }) => id === claim.entities[0])?.label;
        expect(labels).toContain(label);
      }
    }),
  );
});
