import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JsonSplitter, parsePiece } from './json-splitter';

const LIMITS = { depth: 100, recordChars: 1_000_000 };

function rebuilt(text: string, length: number): unknown {
  const splitter = new JsonSplitter(LIMITS);
  const lists = new Map<string, unknown[]>();
  const whole: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  const root: unknown[] = [];
  for (let at = 0; at < text.length; at += length) {
    for (const piece of splitter.push(text.slice(at, at + length))) {
      const [key, index] = piece.path;
      const value = parsePiece(piece);
      if (typeof key === 'number') root[key] = value;
      else if (key !== undefined && index !== undefined) {
        lists.set(key, [...(lists.get(key) ?? []), value]);
      } else if (key !== undefined) whole[key] = value;
    }
  }
  splitter.end();
  if (text.trimStart().startsWith('[')) return root;
  for (const key of splitter.members) if (!(key in whole)) whole[key] = lists.get(key) ?? [];
  return { ...whole };
}

test('the pieces of any document make the document', () => {
  const key = fc.string({ minLength: 1 }).filter((text) => text !== '__proto__');
  const document = fc.oneof(fc.dictionary(key, fc.jsonValue()), fc.array(fc.jsonValue()));
  fc.assert(
    fc.property(document, fc.nat(2), fc.integer({ min: 1, max: 20 }), (value, space, length) => {
      const text = JSON.stringify(value, null, space);
      expect(rebuilt(text, length)).toEqual(JSON.parse(text));
    }),
    { numRuns: 300 },
  );
});
