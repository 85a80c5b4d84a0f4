import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { createSha256 } from './sha256';

const BYTES = Uint8Array.from({ length: 1000 }, (_, index) => (index * 7919) & 0xff);

test.each([0, 1, 54, 55, 56, 63, 64, 65, 119, 120, 128, 1000])('%i bytes', (length) => {
  const bytes = BYTES.subarray(0, length);
  const expected = createHash('sha256').update(bytes).digest('hex');
  for (const size of [1, 3, 64, 100, 1000]) {
    const hash = createSha256();
    for (let at = 0; at < length; at += size) hash.push(bytes.subarray(at, at + size));
    expect(hash.end()).toBe(expected);
  }
});
