/** What one writes in an afternoon with the same libraries: a field for each list, a DataLoader for hosts, and nothing else. */
import SchemaBuilder from '@pothos/core';
import DataLoader from 'dataloader';
import { createYoga } from 'graphql-yoga';
import { request } from 'undici';
import { accessToken } from './token.ts';

interface User {
  id: string;
  email: string;
  first_name?: string;
  last_name?: string;
  display_name?: string;
  type?: number;
  status?: string;
  role_id?: string;
  dept?: string;
  timezone?: string;
  pmi?: number;
  group_ids?: string[];
  im_group_ids?: string[];
  division_ids?: string[];
  employee_unique_id?: string;
  verified?: number;
  last_login_time?: string;
  last_client_version?: string;
  created_at?: string;
  user_created_at?: string;
}
interface Meeting {
  id: number;
  topic?: string;
  start_time?: string;
  duration?: number;
  host_id: string;
}
interface Users {
  users: User[];
  next_page_token: string;
}
interface Meetings {
  meetings: Meeting[];
}
interface Context extends ReturnType<typeof restOf> {
  hosts: DataLoader<string, User>;
}

/** GETs of Zoom. Throws what Zoom refuses. */
const restOf = (apiUrl: string, token: string) => {
  const headers = { authorization: `Bearer ${token}` };
  const get = async <T>(path: string, query: Record<string, string | number | null | undefined> = {}): Promise<T> => {
    const given = Object.entries(query).flatMap(([name, value]) => (value == null ? [] : [[name, String(value)]]));
    const { statusCode, body } = await request(`${apiUrl}${path}?${new URLSearchParams(given)}`, { headers });
    const answer = await body.json();
    if (statusCode >= 400) throw new Error(`Zoom answered ${statusCode}`);
    return answer as T;
  };
  return { get, getUser: (id: string) => get<User>(`/users/${encodeURIComponent(id)}`) };
};

const builder = new SchemaBuilder<{ Context: Context; DefaultFieldNullability: true }>({});

const UserRef = builder.objectRef<User>('User');
const MeetingRef = builder.objectRef<Meeting>('Meeting');
const UserPage = builder.objectRef<Users>('UserPage');
const MeetingPage = builder.objectRef<Meetings>('MeetingPage');

UserRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    email: t.exposeString('email'),
    firstName: t.exposeString('first_name'),
    lastName: t.exposeString('last_name'),
    displayName: t.exposeString('display_name'),
    type: t.exposeInt('type'),
    status: t.exposeString('status'),
    roleId: t.exposeString('role_id'),
    dept: t.exposeString('dept'),
    timezone: t.exposeString('timezone'),
    pmi: t.id({ resolve: ({ pmi }) => pmi }),
    groupIds: t.exposeStringList('group_ids'),
    imGroupIds: t.exposeStringList('im_group_ids'),
    divisionIds: t.exposeStringList('division_ids'),
    employeeUniqueId: t.exposeString('employee_unique_id'),
    verified: t.exposeInt('verified'),
    lastLoginTime: t.exposeString('last_login_time'),
    lastClientVersion: t.exposeString('last_client_version'),
    createdAt: t.exposeString('created_at'),
    userCreatedAt: t.exposeString('user_created_at'),
    meetings: t.field({
      type: MeetingPage,
      args: { first: t.arg.int({ defaultValue: 30 }) },
      resolve: ({ id }, { first }, { get }) => get<Meetings>(`/users/${id}/meetings`, { page_size: first }),
    }),
  }),
});

MeetingRef.implement({
  fields: (t) => ({
    id: t.exposeID('id'),
    topic: t.exposeString('topic'),
    startTime: t.exposeString('start_time'),
    duration: t.exposeInt('duration'),
    host: t.field({ type: UserRef, resolve: ({ host_id }, _, { hosts }) => hosts.load(host_id) }),
  }),
});

UserPage.implement({
  fields: (t) => ({
    nodes: t.field({ type: [UserRef], resolve: ({ users }) => users }),
    next: t.exposeString('next_page_token'),
  }),
});

MeetingPage.implement({
  fields: (t) => ({ nodes: t.field({ type: [MeetingRef], resolve: ({ meetings }) => meetings }) }),
});

/** The most that Zoom gives a page. */
const MOST = 300;

builder.queryType({
  fields: (t) => ({
    user: t.field({
      type: UserRef,
      args: { id: t.arg.id({ required: true }) },
      resolve: (_, { id }, { getUser }) => getUser(id),
    }),
    meeting: t.field({
      type: MeetingRef,
      args: { id: t.arg.id({ required: true }) },
      resolve: (_, { id }, { get }) => get<Meeting>(`/meetings/${encodeURIComponent(id)}`),
    }),
    users: t.field({
      type: UserPage,
      args: { first: t.arg.int({ defaultValue: 30 }), after: t.arg.string(), roleId: t.arg.id() },
      resolve: async (_, { first, after, roleId }, { get }) => {
        const wanted = first ?? 30;
        const users: User[] = [];
        let next = after;
        do {
          const query = { page_size: Math.min(MOST, wanted), role_id: roleId, next_page_token: next };
          const page = await get<Users>('/users', query);
          users.push(...page.users);
          next = page.next_page_token;
        } while (next && users.length < wanted);
        return { users: users.slice(0, wanted), next_page_token: next ?? '' };
      },
    }),
  }),
});

/** How big a graph is: for each object, input and enum the number of what it holds, and how many fields take an argument. */
export interface Size {
  readonly objects: readonly number[];
  readonly inputs: readonly number[];
  readonly enums: readonly number[];
  readonly args: number;
}

/** Adds so many types, as they would be written by hand. */
export const grow = ({ objects, inputs, enums, args }: Size): void => {
  const upTo = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));
  const named = <T>(prefix: string, count: number, make: (i: number) => T): Record<string, T> =>
    Object.fromEntries(upTo(count, (i) => [`${prefix}${i}`, make(i)]));
  let left = args;
  const enumRefs = enums.map((count, i) =>
    builder.enumType(`Enum${i}`, { values: named(`WORD_${i}_`, count, (value) => ({ value })) }),
  );
  const inputRefs = inputs.map((count, i) =>
    builder.inputType(`Input${i}`, {
      fields: (t) =>
        named('field', count, (field) => t.string({ description: `What the field ${field} of ${i} sets.` })),
    }),
  );
  const objectRefs = objects.map((_, i) => builder.objectRef<Record<string, string>>(`Object${i}`));
  objects.forEach((count, i) => {
    objectRefs[i]?.implement({
      description: `What the object ${i} is.`,
      fields: (t) =>
        named('field', count, (field) =>
          t.string({
            description: `What the field ${field} of ${i} shows.`,
            args: left-- > 0 ? { one: t.arg.string({ description: `What the argument of ${i} sets.` }) } : {},
            resolve: (parent) => parent[`field_${field}`],
          }),
        ),
    });
  });
  builder.queryFields((t) => ({
    ...Object.fromEntries(objectRefs.map((type, i) => [`object${i}`, t.field({ type, resolve: () => ({}) })])),
    ...Object.fromEntries(
      inputRefs.map((type, i) => [`input${i}`, t.string({ args: { input: t.arg({ type }) }, resolve: () => '' })]),
    ),
    ...Object.fromEntries(enumRefs.map((type, i) => [`enum${i}`, t.field({ type, resolve: () => null })])),
  }));
};

/** The environment names Zoom, as it does for the gateway. */
export const createBaseline = async (
  env: Readonly<Record<string, string | undefined>>,
  options: { logging?: false } = {},
) => serverOver(restOf(env.ZOOM_API_URL ?? '', await accessToken(env)), options);

/** The server alone, which knows no token yet. */
export const createOffline = () => serverOver(restOf('', ''), {});

const serverOver = (rest: ReturnType<typeof restOf>, options: { logging?: false }) =>
  createYoga({
    schema: builder.toSchema(),
    context: (): Context => ({
      ...rest,
      hosts: new DataLoader((ids) => Promise.all(ids.map((id) => rest.getUser(id).catch((error: Error) => error)))),
    }),
    ...options,
  });
