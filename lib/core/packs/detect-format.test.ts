import { expect, test } from 'vitest';
import { detectFormat } from './detect-format';
import { suggestMapping } from './suggest-mapping';
import { timeLeft } from './time-left';

test.each<[string, string | null]>([
  ['{"id":"p","version":"1.0.0","title":"T"}', 'pack'],
  ['{\n  "title": "T",\n  "id": "p"\n}', 'pack'],
  ['{"id":"p","version":"1.0.0","description":"a \\"type\\":\\"Annotation\\" in it"}', 'pack'],
  ['{"id":"x","schema":"Person","properties":{}}\n{"id":"y"', 'follow-the-money'],
  [
    '{"caption":"A","id":"x","schema":"Person","referents":[],"properties":{"name":["A"]}}',
    'follow-the-money',
  ],
  ['{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation"}', 'annotations'],
  ['{"type":["Annotation"],"target":"x"}', 'annotations'],
  ['[{"type":"Annotation"}]', 'annotations'],
  ['id,schema,name,aliases,birth_date,countries,dataset\n', 'open-sanctions'],
  ['"id","schema","name","aliases","dataset"\n', 'open-sanctions'],
  ['name,definition\nA,b\n', 'table'],
  ['term\tdefinition\n', 'table'],
  ['  <!DOCTYPE html><html>', null],
  ['<?xml version="1.0"?>', null],
])('%s: %s', (head, format) => {
  expect(detectFormat(head)).toBe(format);
});

test.each<[string, string, (string | null)[], string]>([
  ['name,definition,page\na,b,1\n', ',', ['label', 'description', null], '|'],
  ['Begriff;Definition;Alias\na;b;c, d\n', ';', ['label', 'description', 'aliases'], ','],
  ['a\tAn explanation of a\nb\tAn explanation of b\n', '\t', ['label', 'description'], '|'],
  ['name|synonyms\na|b;c\n', '|', ['label', 'aliases'], ';'],
  ['name,name\na,b\n', ',', ['label', null], '|'],
])('the columns of %j', (head, delimiter, roles, separator) => {
  expect(suggestMapping(head)).toMatchObject({ delimiter, roles, separator });
});

test.each<[number, number, number, number | null]>([
  [50, 100, 2000, 2],
  [100, 100, 2000, 0],
  [50, 100, 100, null],
  [0, 100, 2000, null],
  [200, 100, 2000, null],
])('%d of %d bytes after %d ms: %s s', (read, total, spent, left) => {
  expect(timeLeft(read, total, spent)).toBe(left);
});
