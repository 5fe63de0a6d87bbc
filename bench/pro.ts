/**
 * Queries of many calls under the Pro plan's limits, against a sandbox that enforces them. For each: how many
 * calls it took, how many of them Zoom refused with 429, and how long it took beside the least time that the budget allows.
 * Something is amiss when a query is not answered whole, when a call was refused, or when it took more than 1.15 times that least time.
 */
import { startWorld } from '../test/world.ts';

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
  readonly query: (meetings: readonly string[]) => string;
}
const CASES: readonly Case[] = [
  {
    name: '50 users x 10 meetings x host',
    label: 'MEDIUM',
    calls: 51,
    query: () =>
      '{ users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } } }',
  },
  {
    name: '300 meetings by id, of 150 hosts',
    label: 'LIGHT',
    calls: 300,
    query: (meetings) =>
      `{ ${meetings.map((id, i) => `m${i}: meeting(id: "${id}") { host { email displayName } }`).join(' ')} }`,
  },
];

const env = { REQUEST_TIMEOUT_MS: '120000' };

/** The numbers of two meetings of each of 150 hosts, who stand on all pages of the list; read on a plan with room enough. */
const meetingIds = async (): Promise<string[]> => {
  const world = await startWorld({ users: 1000, meetingsPerUser: 10 }, { env });
  const all = await world.run<{ users: { nodes: { id: string }[] } }>('{ users(first: 1000) { nodes { id } } }');
  const ids = all.data?.users.nodes.filter((_, i) => i % 6 === 0).map(({ id }) => id);
  const { data } = await world.run<{ nodes: { meetings: { nodes: { zoomId: string }[] } }[] }>(
    'query ($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 2) { nodes { zoomId } } } } }',
    { ids: ids?.slice(-150) },
  );
  await world.close();
  return data?.nodes.flatMap(({ meetings }) => meetings.nodes.map(({ zoomId }) => zoomId)) ?? [];
};

const measure = async ({ name, label, calls, query }: Case, meetings: readonly string[]) => {
  const world = await startWorld({ users: 1000, meetingsPerUser: 10, plan: 'pro' }, { env });
  // A token is at hand, as it is in a gateway that runs.
  await world.run('{ me { id } }');
  await new Promise((resolve) => setTimeout(resolve, 1200));
  const since = performance.now();
  const { result, calls: made } = await world.counted(() => world.run(query(meetings)));
  const seconds = (performance.now() - since) / 1000;
  const refused = world.sandbox.calls.filter(({ status }) => status === 429).length;
  await world.close();
  const least = leastSeconds(calls, PER_SECOND[label]);
  const whole = !result.errors && result.data !== undefined;
  return { name, calls: made.length, refused, seconds, least, ratio: seconds / least, whole };
};

/** Prints the table; false where something was amiss. */
export const underProLimits = async (): Promise<boolean> => {
  const meetings = await meetingIds();
  console.log('| query, under Pro limits | calls | 429s | least time | ratio | answered whole |');
  console.log('| --- | --- | --- | --- | --- | --- |');
  let fine = true;
  for (const one of CASES) {
    const { name, calls, refused, least, ratio, whole } = await measure(one, meetings);
    console.log(`| ${name} | ${calls} | ${refused} | ${least} s | ${ratio.toFixed(2)} | ${whole ? 'yes' : 'no'} |`);
    fine &&= whole && refused === 0 && ratio <= MOST;
  }
  return fine;
};
