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

/** The environment names Zoom, as it does for the gateway. */
export const createBaseline = async (
  env: Readonly<Record<string, string | undefined>>,
  options: { logging?: false } = {},
) => {
  const rest = restOf(env.ZOOM_API_URL ?? '', await accessToken(env));
  return createYoga({
    schema: builder.toSchema(),
    context: (): Context => ({
      ...rest,
      hosts: new DataLoader((ids) => Promise.all(ids.map((id) => rest.getUser(id).catch((error: Error) => error)))),
    }),
    ...options,
  });
};
