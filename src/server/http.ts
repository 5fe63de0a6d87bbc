/** A node:http server that stops without breaking what is under way. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  /** "http://127.0.0.1:4000", with the port that was taken. */
  readonly origin: string;
  /** Takes no more requests, and resolves when those in flight are answered or `grace` milliseconds are over. */
  stop(grace: number): Promise<void>;
}

/** Listens. Rejects with the listen error of a taken port or a foreign address. */
export const listen = async (listener: RequestListener, port: number, host: string): Promise<HttpServer> => {
  let stopping = false;
  const server = createServer((request, response) => {
    // Connections kept alive would hold the server open: each is closed with the last answer on it.
    response.once('close', () => stopping && setImmediate(() => server.closeIdleConnections()));
    listener(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { address, family, port: taken } = server.address() as AddressInfo;
  return {
    origin: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    stop: (grace) =>
      new Promise<void>((resolve) => {
        stopping = true;
        const timer = setTimeout(() => server.closeAllConnections(), grace);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }),
  };
};
