/**
 * Serves what the bench opens: saved pages without their scripts, pages made for it, and matchers.
 * The headers that isolate the pages make the browser's clock fine enough (5 µs instead of 100).
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join, resolve } from 'node:path';
import { closeServer, listen } from '../../lib/tools/static-server';
import { sharedDir } from '../e2e/harness/shared-dir';
import { bigPage, changingPage, namelessPage } from './generated-pages';

export interface BenchServer {
  readonly origin: string;
  /** Names of the pages that are measured. */
  readonly pages: readonly string[];
  /** Where the pages come from, in a few words. */
  readonly source: string;
  pageUrl(name: string): string;
  /** Serves a JSON text under a path from then on. */
  put(path: string, json: string): void;
  putPage(path: string, html: string): void;
  close(): Promise<void>;
}

/** With `quick`, only so many pages. */
const QUICK_PAGES = 9;

export async function serveBench(quick: boolean): Promise<BenchServer> {
  const shared = sharedDir('pages');
  const folder = shared ?? resolve('tests/fixtures/pages');
  const all = readdirSync(folder).filter((name) => name.endsWith('.html'));
  const step = quick ? Math.ceil(all.length / QUICK_PAGES) : 1;
  const pages = all.filter((_, i) => i % step === 0);
  const documents = new Map<string, () => string>([
    ['/big', bigPage],
    ['/changing', changingPage],
    ['/nameless', namelessPage],
    ...all.map((name): [string, () => string] => [
      `/pages/${name}`,
      () => readFileSync(join(folder, name), 'utf8'),
    ]),
  ]);
  const data = new Map<string, string>();
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://x').pathname);
    const json = data.get(path);
    const document = documents.get(path);
    response.setHeader('cross-origin-opener-policy', 'same-origin');
    response.setHeader('cross-origin-embedder-policy', 'require-corp');
    if (json !== undefined) {
      response.setHeader('content-type', 'application/json').end(json);
    } else if (document === undefined) {
      response.writeHead(404).end();
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8');
      // The saved pages' own scripts would change them all the time.
      if (path.startsWith('/pages/')) {
        response.setHeader('content-security-policy', "script-src 'none'");
      }
      response.end(document());
    }
  });
  const origin = `http://localhost:${await listen(server)}`;
  return {
    origin,
    pages,
    source: describeSource(shared !== null, pages.length, all.length),
    pageUrl: (name) => `${origin}/pages/${encodeURIComponent(name)}`,
    put: (path, json) => void data.set(path, json),
    putPage: (path, html) => void documents.set(path, () => html),
    close: () => closeServer(server),
  };
}

function describeSource(isShared: boolean, used: number, all: number): string {
  const part = used === all ? `all ${all}` : `${used} of ${all}`;
  return isShared
    ? `${part} saved pages`
    : `${part} of our own test pages, because ../shared/pages is not here: a smaller run`;
}
