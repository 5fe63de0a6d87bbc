/**
 * How many accounts one process carries: so many callers, each with a token of an account of its own, which send a small mix of queries. The limits of
 * each account hold, in the gateway and at the fake Zoom.
 */
import { countsOf, idsFrom, type Operation, post } from './ask.ts';
import { type Process, startForCallers, startUpstream, stopAll } from './processes.ts';
import { microseconds, tableOf } from './table.ts';

const SIZES = [1, 100, 1000] as const;
/** Requests that are measured for each number of accounts, and how many are under way at once. */
const REQUESTS = 2000;
const AT_ONCE = 32;
/** Of so many rounds the one with the least CPU counts. */
const ROUNDS = 3;
/** So that the code is compiled before anything is measured. */
const WARM_UP = 600;
const ACCOUNT = { users: 60, meetings: 4, accounts: true } as const;

/** Tokens end with what the fake Zoom shows as the id of their account. */
const ID_LENGTH = 22;
const tokenOf = (series: string, nth: number): string => `${series}-${String(nth).padStart(ID_LENGTH, '0')}`;

/** A request of the mix: each asks for other things than the one before, so that little is shared. */
const operationOf = (users: readonly string[], nth: number): Operation => {
  const id = users[nth % users.length] as string;
  if (nth % 3 === 0) return { query: '{ users(first: 20) { nodes { id displayName email } } }' };
  if (nth % 3 === 1) return { query: 'query ($id: ID!) { user(id: $id) { id jobTitle } }', variables: { id } };
  return {
    query: 'query ($id: ID!) { user(id: $id) { id meetings(first: 4) { nodes { id topic startTime } } } }',
    variables: { id },
  };
};

interface Measured {
  /** Microseconds of CPU a request. */
  readonly cpu: number;
  readonly calls: number;
  readonly refused: number;
  readonly failed: number;
}

/** Sends so many requests, in turn as each of the callers. */
const load = async (
  subject: Process,
  users: readonly string[],
  tokens: readonly string[],
  requests: number,
): Promise<number> => {
  let next = 0;
  let failed = 0;
  const work = async () => {
    for (let nth = next++; nth < requests; nth = next++) {
      const token = tokens[nth % tokens.length];
      const { errors } = await post(subject, operationOf(users, Math.floor(nth / tokens.length) + nth), token);
      if (errors) failed++;
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return failed;
};

const measure = async (
  upstream: Process,
  subject: Process,
  users: readonly string[],
  tokens: readonly string[],
): Promise<Measured> => {
  await countsOf(upstream);
  const before = await subject.ask('usage');
  const failed = await load(subject, users, tokens, REQUESTS);
  const { cpu } = await subject.ask('usage');
  const { 429: refused = 0, ...counts } = await countsOf(upstream);
  const calls = Object.values(counts).reduce((a, b) => a + b, 0) + refused;
  return { cpu: (cpu - before.cpu) / REQUESTS, calls, refused, failed };
};

const HEAD = ['accounts', 'CPU a request', 'as with one', 'calls', '429s', 'failed requests', 'memory an account'];

/** Gives Markdown. */
export const accounts = async (say: (what: string) => void): Promise<string> => {
  const upstream = await startUpstream(ACCOUNT);
  const subject = await startForCallers(upstream);
  try {
    const { users } = await idsFrom(upstream);
    // Of accounts that are not counted: what all of them share is there before the first is.
    await load(
      subject,
      users,
      Array.from({ length: WARM_UP / 6 }, (_, nth) => tokenOf('w', nth)),
      WARM_UP,
    );
    const rows: string[][] = [];
    let first: number | undefined;
    for (const size of SIZES) {
      say(`${size} accounts`);
      const tokens = Array.from({ length: size }, (_, nth) => tokenOf(`s${size}`, nth));
      const before = await subject.ask('heap');
      await load(subject, users, tokens, Math.max(size, AT_ONCE));
      const rounds: Measured[] = [];
      for (let round = 0; round < ROUNDS; round++) rounds.push(await measure(upstream, subject, users, tokens));
      const grown = ((await subject.ask('heap')) - before) / size;
      const cpu = Math.min(...rounds.map((round) => round.cpu));
      const sum = (of: (round: Measured) => number) => String(rounds.reduce((all, round) => all + of(round), 0));
      first ??= cpu;
      rows.push([
        size.toLocaleString('en-US'),
        microseconds(cpu),
        (cpu / first).toFixed(2),
        sum(({ calls }) => calls),
        sum(({ refused }) => refused),
        sum(({ failed }) => failed),
        // Of a few, what all accounts share is more than what each has.
        size === SIZES.at(-1) ? `${(grown / 1000).toFixed(0)} KB` : '',
      ]);
    }
    return tableOf(HEAD, rows);
  } finally {
    await stopAll([upstream, subject]);
  }
};
