/** The gateway behind its HTTP server and over a sandbox, as the clients of these tests reach it. */

import { type Sandbox, startSandbox } from '../../src/sandbox/index.ts';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { listen } from '../../src/server/http/http.ts';
import { createClient } from '../../src/zoom/client/client.ts';
import { way } from '../way.ts';

export interface World {
  readonly url: string;
  readonly sandbox: Sandbox;
  /** How many requests the gateway has had. */
  readonly requests: () => number;
  /** What clients take for `fetch`. */
  readonly fetch: typeof fetch;
  /** Sends a query by plain HTTP, as programs without a GraphQL client do. */
  ask(query: string, variables?: object): Promise<unknown>;
  close(): Promise<void>;
}

/** The users of the account, of whom a page holds some. */
export const USERS = 8;
export const PAGE = 5;

export const startWorld = async (): Promise<World> => {
  const sandbox = await startSandbox({ users: USERS, plan: 'business' });
  const { apiUrl, oauthUrl, credentials, chatbot } = sandbox;
  const client = createClient({ apiUrl, oauthUrl, credentials, chatbot, plan: 'business' });
  const http = await listen(createGateway({ ...way, client, config: readConfig({}) }), 0, '127.0.0.1');
  let requests = 0;
  const url = `${http.origin}/graphql`;
  return {
    url,
    sandbox,
    requests: () => requests,
    fetch: (...request) => {
      requests++;
      return fetch(...request);
    },
    ask: async (query, variables) => {
      const headers = { 'content-type': 'application/json' };
      return (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).json();
    },
    close: async () => {
      await http.stop(0);
      await client.close();
      await sandbox.close();
    },
  };
};

/** A topic that Zoom does not take. */
export const TOO_LONG = 'x'.repeat(201);
export const idsOf = (objects: readonly { id: string }[] = []): string[] => objects.map(({ id }) => id);
