import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { serveFolders } from './static-server';

const folder = mkdtempSync(join(tmpdir(), 'glossator-server-'));
mkdirSync(join(folder, 'public'));
writeFileSync(join(folder, 'secret.txt'), 'secret');
writeFileSync(join(folder, 'public', 'index.html'), '<p>hello</p>');
writeFileSync(join(folder, 'public', 'a b.txt'), 'spaced');
const server = await serveFolders({ '': join(folder, 'public'), more: join(folder, 'public') });
afterAll(async () => {
  await server.close();
  rmSync(folder, { recursive: true });
});

/** Without a URL object, which would tidy the path up. */
function ask(path: string): Promise<[status: number | undefined, body: string]> {
  return new Promise((done, fail) => {
    get({ host: '127.0.0.1', port: server.port, path }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      response.on('end', () => done([response.statusCode, body]));
    }).on('error', fail);
  });
}

test.each<[string, number, string]>([
  ['/', 200, '<p>hello</p>'],
  ['/index.html', 200, '<p>hello</p>'],
  ['/a%20b.txt', 200, 'spaced'],
  ['/more/index.html?x=1', 200, '<p>hello</p>'],
  ['/nothing', 404, 'not found'],
  ['/../secret.txt', 404, 'not found'],
  ['/..%2fsecret.txt', 404, 'not found'],
  ['/more/..%2f..%2fsecret.txt', 404, 'not found'],
  ['/%E0%A4%A', 404, 'not found'],
])('%s', async (path, status, body) => {
  expect(await ask(path)).toEqual([status, body]);
});
