import fc from 'fast-check';
import { expect, test } from 'vitest';
import { guardCell, unguardCell } from './csv-guard';
import { joinList, splitList } from './csv-list';
import { CsvRows } from './csv-rows';
import { csvLine } from './write-csv';

const value = fc.array(fc.constantFrom('|', '\\', 'a', ' ', '=', "'", '"', ',', '\n'), {
  maxLength: 8,
});
const text = value.map((parts) => parts.join(''));

test('a list in a cell comes back', () => {
  const list = fc.array(text, { minLength: 1 }).filter((values) => values.join('') !== '');
  fc.assert(
    fc.property(list, (values) => {
      expect(splitList(joinList(values), '|')).toEqual(values);
    }),
  );
});

test('a guarded cell comes back', () => {
  fc.assert(
    fc.property(text, (cell) => {
      expect(unguardCell(guardCell(cell))).toBe(cell);
    }),
  );
});

test('rows come back, in pieces of any length', () => {
  const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 9 }), (written, length) => {
      const whole = written.map(csvLine).join('');
      const reader = new CsvRows(',', { recordChars: 10_000, columns: 10 });
      const read: (readonly string[])[] = [];
      for (let at = 0; at < whole.length; at += length) {
        for (const { cells, starts } of reader.push(whole.slice(at, at + length))) {
          read.push(cells.map(unguardCell));
          cells.forEach((cell, i) => {
            const start = starts[i] ?? -1;
            if (start >= 0) expect(whole.slice(start, start + cell.length)).toBe(cell);
          });
        }
      }
      for (const { cells } of reader.end()) read.push(cells.map(unguardCell));
      expect(read).toEqual(written);
    }),
  );
});
