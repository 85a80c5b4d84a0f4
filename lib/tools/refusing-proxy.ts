import { createServer } from 'node:http';
import { closeServer, listen } from './static-server';

export interface RefusingProxy {
  readonly port: number;
  /** Hosts and addresses that something tried to reach. */
  readonly attempts: readonly string[];
  close(): Promise<void>;
}

/** A proxy that lets nothing out and remembers what tried: offline, and proof of it. */
export async function startRefusingProxy(): Promise<RefusingProxy> {
  const attempts: string[] = [];
  const server = createServer((request, response) => {
    attempts.push(request.url ?? '');
    response.writeHead(502).end();
  });
  server.on('connect', (request, socket) => {
    attempts.push(`https://${request.url ?? ''}`);
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  const port = await listen(server);
  return { port, attempts, close: () => closeServer(server) };
}
