import { describe, expect, test } from 'vitest';
import { inspectFile } from './inspect-file';

const is = async (...parts: BlobPart[]) => inspectFile(new Blob(parts));

describe('inspectFile', () => {
  test('a pack', async () => {
    expect(await is('{ "id": "one", "version": "1.0.0"')).toMatchObject({
      is: 'list',
      format: 'pack',
      mapping: null,
    });
  });

  test('a table, with what its columns probably are', async () => {
    const found = await is('name,definition\nAnt,an insect\n');
    expect(found).toMatchObject({ is: 'list', format: 'table' });
    expect(found.is === 'list' && found.mapping?.roles).toEqual(['label', 'description']);
  });

  test('a backup', async () => {
    expect(await is('{ "format": "glossator-backup", "version": 1')).toEqual({ is: 'backup' });
  });

  test('a long text that is cut inside a character', async () => {
    expect(await is('name\n', '漢'.repeat(100_000))).toMatchObject({ is: 'list', format: 'table' });
  });

  test.each([
    ['nothing', [''], 'empty-file'],
    ['spaces', [' \n '], 'empty-file'],
    ['a zip', [new Uint8Array([0x50, 0x4b, 3, 4, ...Array<number>(20).fill(1)])], 'archive'],
    ['no UTF-8', [new Uint8Array(20).fill(0xe9)], 'not-text'],
    ['a web page', ['<!doctype html><title>x</title>'], 'unknown-format'],
  ])('%s', async (_what, parts, code) => {
    expect(await is(...(parts as BlobPart[]))).toMatchObject({
      is: 'nothing',
      problem: { code },
    });
  });
});
