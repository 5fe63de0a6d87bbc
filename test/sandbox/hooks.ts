/** A receiver of webhooks on loopback, which keeps what it was sent and answers what the test says. */
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { EventBody, Sandbox } from '../../src/sandbox/index.ts';
import { validationOf } from '../../src/zoom/events/signature.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: Buffer;
  readonly body: EventBody;
}
export interface Hook {
  readonly url: string;
  /** Without the questions whether it knows the secret. */
  readonly received: Received[];
  readonly names: () => string[];
  /** What is answered to events from now on; by default 200. */
  answer: (response: ServerResponse) => void;
  /** By which secret it answers `endpoint.url_validation`. */
  secret: string;
}

/** Started for one test, and registered with the sandbox. */
export const hookFor = async (sandbox: Sandbox): Promise<Hook> => {
  const hook = await startHook(sandbox);
  if (!(await sandbox.events.deliverTo(hook.url))) throw new Error('The sandbox does not take the hook.');
  return hook;
};
export const startHook = async (sandbox: Sandbox): Promise<Hook> => {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const body = JSON.parse(bytes.toString());
    if (body.event === 'endpoint.url_validation')
      return response.end(JSON.stringify(validationOf(hook.secret, body.payload.plainToken)));
    received.push({ headers: request.headers, bytes, body });
    hook.answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const hook: Hook = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks/zoom`,
    received,
    names: () => received.map(({ body }) => body.event),
    answer: (response) => void response.end(),
    secret: sandbox.events.secret,
  };
  return hook;
};
