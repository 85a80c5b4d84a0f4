/** Serves folders of files on this machine only, for the demo and for tests. */
import { createReadStream, statSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, resolve, sep } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  // As hosts of raw files give it.
  '.csv': 'text/plain; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xhtml': 'application/xhtml+xml',
};

export interface StaticServer {
  readonly port: number;
  /** `http://localhost:PORT`; with a name, `http://NAME.localhost:PORT`, another site. */
  origin(name?: string): string;
  /** Paths that were asked for, in order, with the host. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** `folders`: by first part of the path; '' for the root. */
export async function serveFolders(
  folders: Readonly<Record<string, string>>,
): Promise<StaticServer> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    requests.push(`${request.headers.host ?? ''}${url.pathname}`);
    sendFile(response, fileFor(folders, decode(url.pathname)));
  });
  const port = await listen(server);
  return {
    port,
    requests,
    origin: (name) => `http://${name === undefined ? '' : `${name}.`}localhost:${port}`,
    close: () => closeServer(server),
  };
}

export async function listen(server: Server): Promise<number> {
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  return (server.address() as AddressInfo).port;
}

export async function closeServer(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((done) => server.close(done));
}

/** Null for what lies outside the folders. */
function fileFor(folders: Readonly<Record<string, string>>, path: string): string | null {
  const [, first = '', ...rest] = path.split('/');
  const folder = folders[first];
  const base = folder ?? folders[''];
  if (base === undefined) return null;
  const file = normalize(join(resolve(base), folder === undefined ? path : rest.join('/')));
  return file === resolve(base) || file.startsWith(resolve(base) + sep) ? file : null;
}

function sendFile(response: ServerResponse, found: string | null): void {
  const file = found !== null && isFolder(found) ? join(found, 'index.html') : found;
  if (file === null || !isFile(file)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('not found');
    return;
  }
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' });
  createReadStream(file).pipe(response);
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
