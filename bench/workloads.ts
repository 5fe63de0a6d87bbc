/** W1 to W4, as data: what is asked of each subject under load. */
import type { Ids, Operation } from './ask.ts';
import type { Account } from './processes.ts';

export interface Workload {
  /** W1 to W4. */
  readonly id: string;
  readonly name: string;
  readonly account: Account;
  /** Requests under way at once. */
  readonly connections: number;
  /** The same is asked again and again, so that requests may share what they ask for. */
  readonly isRepeated?: true;
  /** Sent over and over, each connection beginning at another. */
  readonly operations: (ids: Ids) => readonly Operation[];
  /** What the relay is asked for in their place. */
  readonly paths?: (ids: Ids) => readonly string[];
}

export const ACCOUNT: Account = { users: 1000, meetings: 10 };
const CHANGING: Account = { ...ACCOUNT, changes: true };
/** More lists than have room among the answers that the gateway remembers. */
const JAPANESE: Account = { users: 160, meetings: 100, japanese: true };
const many = 32;
/** A query of many calls keeps a process busy alone; several at once would share their calls. */
const alone = 1;

/** The queries of W3 and W4, which are also run under the limits of the Pro plan. */
export const HOSTS_OF_USERS =
  '{ users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } } }';
export const hostsOfMeetings = (meetings: readonly string[]) =>
  `{ ${meetings.map((id, i) => `m${i}: meeting(id: "${id}") { host { email displayName } }`).join(' ')} }`;

const LIGHT =
  'query ($id: ID!) { user(id: $id) { id email displayName firstName lastName type dept status timezone pmi } }';
const LIST = `query ($role: ID) { users(first: 100, roleId: $role) { nodes {
  id email displayName firstName lastName type status roleId dept timezone pmi groupIds imGroupIds divisionIds
  employeeUniqueId verified lastLoginTime lastClientVersion createdAt userCreatedAt
} } }`;
const MEETINGS =
  'query ($id: ID!) { user(id: $id) { meetings(first: 100) { nodes { id topic agenda startTime duration timezone } } } }';
/** As many as have room among the answers that the gateway remembers. */
const KNOWN = 40;
const DISTINCT = Array.from({ length: 320 }, (_, i) => String(i));

export const WORKLOADS: readonly Workload[] = [
  {
    id: 'W1',
    name: 'one user, each request another',
    account: CHANGING,
    connections: many,
    operations: ({ users }) => users.map((id) => ({ query: LIGHT, variables: { id } })),
    paths: ({ users }) => users.map((id) => `/v2/users/${id}`),
  },
  {
    id: 'W1',
    name: 'one user, always the same',
    isRepeated: true,
    account: ACCOUNT,
    connections: many,
    operations: ({ users: [id = ''] }) => [{ query: LIGHT, variables: { id } }],
    paths: ({ users: [id] }) => [`/v2/users/${id}`],
  },
  {
    id: 'W2',
    name: '100 users x 20 fields, each request another list',
    account: CHANGING,
    connections: many,
    operations: () => DISTINCT.map((role) => ({ query: LIST, variables: { role } })),
    paths: () => DISTINCT.map((role) => `/v2/users?page_size=100&role_id=${role}`),
  },
  {
    id: 'W2',
    name: '100 users x 20 fields, always the same list',
    isRepeated: true,
    account: ACCOUNT,
    connections: many,
    operations: () => [{ query: LIST }],
    paths: () => ['/v2/users?page_size=100'],
  },
  {
    id: 'W3',
    name: '50 users x 10 meetings x host',
    account: ACCOUNT,
    connections: alone,
    operations: () => [{ query: HOSTS_OF_USERS }],
  },
  {
    id: 'W4',
    name: '300 meetings by id, of 150 hosts',
    account: ACCOUNT,
    connections: alone,
    operations: ({ meetings }) => [{ query: hostsOfMeetings(meetings) }],
  },
];

/** What no table of the others shows: values in texts, lists that are read again unchanged, and languages without Latin letters. */
export const OWN_WORKLOADS: readonly Workload[] = [
  {
    id: 'W7',
    name: 'one user, each request with another id in its text',
    account: { ...CHANGING, users: 3000 },
    connections: many,
    operations: ({ users }) =>
      users.map((id) => ({ query: LIGHT.replace(/^query \S+ \S+ /, '').replace('$id', JSON.stringify(id)) })),
  },
  {
    id: 'W8',
    name: `100 users x 20 fields, one of ${KNOWN} lists that do not change`,
    account: ACCOUNT,
    connections: many,
    operations: () => DISTINCT.slice(0, KNOWN).map((role) => ({ query: LIST, variables: { role } })),
  },
  {
    id: 'W9',
    name: '100 meetings with topics and agendas in Japanese, each request those of another user',
    account: JAPANESE,
    connections: many,
    operations: ({ users }) => users.map((id) => ({ query: MEETINGS, variables: { id } })),
  },
];
