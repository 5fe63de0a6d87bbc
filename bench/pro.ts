/** The queries of W3 and W4 under the Pro plan's limits, against a sandbox that enforces them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../src/sandbox/index.ts';
import { type Run, runOn } from '../test/run.ts';
import { startWorld } from '../test/world.ts';
import { type Ids, idsFrom } from './ask.ts';
import { createBaseline } from './plain.ts';
import { type GraphName, graphsOf, type SubjectName, startUpstream, stopAll } from './processes.ts';
import { seconds, tableOf } from './table.ts';
import { ACCOUNT, HOSTS_OF_USERS, hostsOfMeetings } from './workloads.ts';

/** So many times the least time is still fine. */
const MOST = 1.15;
/** What this gateway allows itself a second of the Pro plan's 30 LIGHT and 20 MEDIUM calls (90 %). */
const PER_SECOND = { LIGHT: 27, MEDIUM: 18 };
/** A query of `calls` calls of one class, of which so many go out each second, begins the last of them so many seconds in. */
const leastSeconds = (calls: number, perSecond: number) => Math.floor((calls - 1) / perSecond);

interface Case {
  readonly name: string;
  readonly label: keyof typeof PER_SECOND;
  /** The calls of the class that the query hangs on; those of other classes come on top. */
  readonly calls: number;
  /** The values that a whole answer holds. */
  readonly values: number;
  readonly query: (ids: Ids) => string;
}
const CASES: readonly Case[] = [
  {
    name: '50 users x 10 meetings x host',
    label: 'MEDIUM',
    calls: 51,
    values: 50 * 10 * 3,
    query: () => HOSTS_OF_USERS,
  },
  {
    name: '300 meetings by id, of 150 hosts',
    label: 'LIGHT',
    calls: 300,
    values: 300 * 2,
    query: ({ meetings }) => hostsOfMeetings(meetings),
  },
];

/** The values in an answer that are there. */
const valuesIn = (data: unknown): number => {
  if (data === null || data === undefined) return 0;
  return typeof data === 'object' ? Object.values(data).reduce((sum: number, one) => sum + valuesIn(one), 0) : 1;
};

/** Sends the queries; all in one process, so that a busy machine holds up both sides of the count alike. */
interface World {
  readonly sandbox: Sandbox;
  readonly run: Run;
  close(): Promise<void>;
}
const size = { users: ACCOUNT.users, meetingsPerUser: ACCOUNT.meetings, plan: 'pro' } as const;
const WORLDS: Readonly<Record<GraphName, () => Promise<World>>> = {
  baseline: async () => {
    const sandbox = await startSandbox(size);
    const { accountId, clientId, clientSecret } = sandbox.credentials;
    const env = {
      ZOOM_API_URL: sandbox.apiUrl,
      ZOOM_OAUTH_URL: sandbox.oauthUrl,
      ZOOM_ACCOUNT_ID: accountId,
      ZOOM_CLIENT_ID: clientId,
      ZOOM_CLIENT_SECRET: clientSecret,
    };
    return { sandbox, run: runOn(await createBaseline(env, { logging: false })), close: sandbox.close };
  },
  gateway: () => startWorld(size, { env: { REQUEST_TIMEOUT_MS: '120000' } }),
};

/** A server that runs has a token and compiled code; and the time after which calls of before count no more. */
const WARM_UP = '{ user(id: "me") { id } }';
const REST_MS = 1200;

const measure = async (who: keyof typeof WORLDS, { label, calls, values, query }: Case, ids: Ids) => {
  const world = await WORLDS[who]();
  try {
    await world.run(WARM_UP);
    await sleep(REST_MS);
    world.sandbox.calls.length = 0;
    const since = performance.now();
    const { data } = await world.run(query(ids));
    const took = (performance.now() - since) / 1000;
    const refused = world.sandbox.calls.filter(({ status }) => status === 429).length;
    const least = leastSeconds(calls, PER_SECOND[label]);
    return { made: world.sandbox.calls.length, refused, took, least, answered: valuesIn(data) / values };
  } finally {
    await world.close();
  }
};

const HEAD = ['', '', 'calls', '429s', 'time', 'least time', 'ratio', 'answered'];

/** Gives Markdown, and whether the gateway answered all, without a refusal, in no more than 1.15 times the least time. */
export const underProLimits = async (only: readonly SubjectName[]): Promise<{ table: string; isFine: boolean }> => {
  const upstream = await startUpstream(ACCOUNT);
  const ids = await idsFrom(upstream);
  await stopAll([upstream]);
  const rows: string[][] = [];
  let isFine = true;
  for (const one of CASES)
    for (const who of graphsOf(only)) {
      const { made, refused, took, least, answered } = await measure(who, one, ids);
      const ratio = took / least;
      rows.push([
        one.name,
        who,
        String(made),
        String(refused),
        seconds(took),
        `${least} s`,
        answered === 1 ? ratio.toFixed(2) : '',
        `${(answered * 100).toFixed(0)} %`,
      ]);
      if (who === 'gateway') isFine &&= answered === 1 && refused === 0 && ratio <= MOST;
    }
  return { table: tableOf(HEAD, rows), isFine };
};
