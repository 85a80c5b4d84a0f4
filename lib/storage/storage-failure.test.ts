import { Dexie } from 'dexie';
import { expect, test } from 'vitest';
import { NewerDatabaseError } from './fact-db';
import { BadPackError, type StorageFailure, toStorageFailure } from './storage-failure';

const dom = (name: string): DOMException => new DOMException('as the browser says', name);

test.each<[string, unknown, StorageFailure['reason']]>([
  ['a full disk', dom('QuotaExceededError'), 'storage-full'],
  [
    'a full disk, told by an aborted transaction',
    new Dexie.AbortError('aborted', dom('QuotaExceededError')),
    'storage-full',
  ],
  [
    'a full disk, told by a bulk write',
    new Dexie.BulkError('some failed', [dom('QuotaExceededError') as unknown as Error]),
    'storage-full',
  ],
  ['a full extension storage', new Error('QUOTA_BYTES quota exceeded'), 'storage-full'],
  ['Firefox without storage', dom('InvalidStateError'), 'storage-blocked'],
  ['no IndexedDB at all', new Dexie.MissingAPIError('none'), 'storage-blocked'],
  [
    'a database that will not open',
    new Dexie.OpenFailedError(dom('UnknownError')),
    'storage-blocked',
  ],
  ['refused by policy', dom('SecurityError'), 'storage-blocked'],
  ['closed under our feet', new Dexie.DatabaseClosedError(), 'storage-blocked'],
  ['a broken pack', new BadPackError('claims[3]'), 'bad-pack'],
  ['a row twice in a pack', new Dexie.ConstraintError('twice'), 'unknown'],
  ['a newer database', new NewerDatabaseError('newer'), 'unknown'],
  ['no error at all', 'words', 'unknown'],
  ['nothing', undefined, 'unknown'],
])('%s', (_name, error, reason) => {
  expect(toStorageFailure(error).reason).toBe(reason);
});

test('the detail names the whole chain of causes', () => {
  const error = new BadPackError('packs/x.json cannot be read', { cause: new Error('HTTP 404') });
  expect(toStorageFailure(error).detail).toBe(
    'BadPackError: packs/x.json cannot be read ← Error: HTTP 404',
  );
});
