/** A sandbox as a process of its own: says how to reach it, and at each line on standard input what it has counted since the line before. */
import { createInterface } from 'node:readline';
import { startSandbox } from '../../src/sandbox/index.ts';

/** A call that came: its label, when it was counted, and the status that it got. */
export type Counted = readonly [label: string, at: number, status: number];

export interface SandboxCounts {
  readonly calls: readonly Counted[];
  /** Access tokens that were given since the start. */
  readonly mints: number;
}

const say = (what: unknown) => process.stdout.write(`${JSON.stringify(what)}\n`);

// A new token ends the one before: the replicas must have one between them.
const sandbox = await startSandbox({ users: Number(process.env.USERS), plan: 'pro', isTokenSingle: true });
const { accountId, clientId, clientSecret } = sandbox.credentials;
say({
  ZOOM_API_URL: sandbox.apiUrl,
  ZOOM_OAUTH_URL: sandbox.oauthUrl,
  ZOOM_ACCOUNT_ID: accountId,
  ZOOM_CLIENT_ID: clientId,
  ZOOM_CLIENT_SECRET: clientSecret,
  ZOOM_PLAN: 'pro',
});
for await (const _ of createInterface({ input: process.stdin })) {
  const calls = sandbox.calls.map(({ limit = '', at, status }): Counted => [limit, at, status]);
  sandbox.calls.length = 0;
  say({ calls, mints: sandbox.mints } satisfies SandboxCounts);
}
await sandbox.close();
