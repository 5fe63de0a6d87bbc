/**
 * Twenty callers with tokens of their own ask for the same at once, again and again, while some of them write and some are refused. None
 * ever gets what another may see, and no token is in an answer, in an error or in a line of the log.
 */
import { Writable } from 'node:stream';
import fc from 'fast-check';
import { MockAgent } from 'undici';
import { afterAll, expect, test } from 'vitest';
import { readConfig } from '../../src/server/config.ts';
import { createGateway } from '../../src/server/gateway.ts';
import { callLines, createLog } from '../../src/server/log.ts';
import { createClient } from '../../src/zoom/client/client.ts';
import { way } from '../way.ts';

const API = 'https://api.zoom.test';
const CALLERS = Array.from({ length: 20 }, (_, nth) => `caller-${String(nth).padStart(2, '0')}`);
/** Of a form that nothing would take for a token but those who look for these. */
const tokenOf = (caller: string) => `${caller}.opaque`;
/** The changes that each has made, which the names of its users tell. */
const written = new Map<string, number>();

const json = (statusCode: number, body: unknown) => ({
  statusCode,
  data: JSON.stringify(body),
  responseOptions: { headers: { 'content-type': 'application/json' } },
});
const callerIn = (headers: unknown): string =>
  /^Bearer (.+)\.opaque$/.exec((headers as Record<string, string>).authorization ?? '')?.[1] ?? 'nobody';

const agent = new MockAgent();
agent.disableNetConnect();
for (const method of ['GET', 'PATCH', 'POST'])
  agent
    .get(API)
    .intercept({ path: () => true, method })
    .reply(({ path, headers }) => {
      const caller = callerIn(headers);
      const at = new URL(path, API).pathname.replace('/v2', '');
      const user = {
        id: 'u1',
        email: 'u1@example.com',
        display_name: `${caller} ${written.get(caller) ?? 0}`,
        role_id: 'r1',
      };
      if (method !== 'GET') {
        written.set(caller, (written.get(caller) ?? 0) + 1);
        return json(200, {});
      }
      if (at === '/users') return json(200, { users: [user], total_records: 1 });
      if (at === '/roles') return json(200, { roles: [{ id: 'r1', name: `role of ${caller}` }], total_records: 1 });
      if (at === '/users/u1' || at === '/users/me') return json(200, user);
      // Zoom may repeat what it was sent.
      return json(401, { code: 124, message: `Invalid access token ${tokenOf(caller)} (Bearer ${tokenOf(caller)}).` });
    })
    .persist();

const lines: string[] = [];
const log = createLog('trace', new Writable({ write: (line, _, done) => done(void lines.push(String(line))) }));
const client = createClient({
  apiUrl: `${API}/v2`,
  oauthUrl: 'https://zoom.test/oauth/token',
  plan: 'business',
  dispatcher: agent,
  random: () => 0,
  log: callLines(log),
});
const gateway = createGateway({ ...way, client, log, config: readConfig({ AUTH: 'caller' }) });
afterAll(() => client.close());

const ask = async (caller: string, query: string): Promise<string> => {
  const response = await gateway.fetch('http://localhost/graphql', {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(caller)}` },
    body: JSON.stringify({ query }),
  });
  return response.text();
};

const QUERIES = [
  '{ users { nodes { displayName email role { name } } } }',
  '{ users { nodes { displayName role { name } } edges { cursor } } roles { nodes { name } } }',
  '{ me { displayName } user(id: "u1") { displayName } }',
  '{ node(id: "VXNlcjp1MQ==") { ... on User { displayName role { name } } } }',
  '{ users(first: 5) { nodes { displayName } } meeting(id: 1) { topic } }',
  'mutation { updateUser(input: { userId: "u1", firstName: "A" }) { user { displayName } } }',
];

test('each of 640 requests sees its own account alone, and the newest write of its own', async () => {
  const asked = fc.sample(fc.tuple(fc.constantFrom(...CALLERS), fc.constantFrom(...QUERIES)), {
    seed: 10,
    numRuns: 640,
  });
  const before = new Map(written);
  // Forty at a time, so that reads of the same are under way at once, and later ones find what was kept.
  for (let at = 0; at < asked.length; at += 40) {
    const answers = await Promise.all(
      asked.slice(at, at + 40).map(async ([caller, query]) => [caller, await ask(caller, query)]),
    );
    for (const [caller = '', answer = ''] of answers) {
      const named = [...answer.matchAll(/caller-\d\d/g)].map(([name]) => name);
      expect([...new Set(named)]).toEqual([caller]);
    }
    for (const caller of CALLERS)
      if ((written.get(caller) ?? 0) > (before.get(caller) ?? 0)) {
        expect(await ask(caller, QUERIES[0] ?? '')).toContain(`${caller} ${written.get(caller)}`);
        before.set(caller, written.get(caller) ?? 0);
      }
  }
  expect(written.size).toBeGreaterThan(10);
});

test('no token is in an answer or in the log, whatever level is logged', async () => {
  const answers = await Promise.all(CALLERS.flatMap((caller) => QUERIES.map((query) => ask(caller, query))));
  expect(lines.length).toBeGreaterThan(100);
  for (const text of [...answers, ...lines]) expect(text).not.toMatch(/opaque/);
});
