/** Relay's runtime with what its compiler made of relay/documents. */
import relay, {
  type ConcreteRequest,
  type FetchFunction,
  type GraphQLResponse,
  type GraphQLTaggedNode,
  type OperationType,
  type ReaderFragment,
  type SelectorData,
} from 'relay-runtime';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import ErrorsCaughtQuery from '../generated/relay/ErrorsCaughtQuery.graphql.ts';
import ErrorsThrownQuery from '../generated/relay/ErrorsThrownQuery.graphql.ts';
import MeetingsCreateMutation from '../generated/relay/MeetingsCreateMutation.graphql.ts';
import MeetingsDeleteMutation from '../generated/relay/MeetingsDeleteMutation.graphql.ts';
import MeetingsQuery from '../generated/relay/MeetingsQuery.graphql.ts';
import MeetingsUpdateMutation from '../generated/relay/MeetingsUpdateMutation.graphql.ts';
import Users_query from '../generated/relay/Users_query.graphql.ts';
import Users_user from '../generated/relay/Users_user.graphql.ts';
import UsersPaginationQuery from '../generated/relay/UsersPaginationQuery.graphql.ts';
import UsersQuery from '../generated/relay/UsersQuery.graphql.ts';
import UsersRefetchQuery from '../generated/relay/UsersRefetchQuery.graphql.ts';
import { PAGE, startWorld, TOO_LONG, USERS, type World } from './world.ts';

const { commitMutation, createOperationDescriptor, Environment, fetchQuery, getSingularSelector } = relay;
const { Network, RecordSource, Store } = relay;

let world: World;
let environment: InstanceType<typeof Environment>;
beforeAll(async () => {
  world = await startWorld();
});
beforeEach(() => {
  world.sandbox.reset();
  const ask: FetchFunction = ({ text }, variables) => world.ask(text ?? '', variables) as Promise<GraphQLResponse>;
  environment = new Environment({ network: Network.create(ask), store: new Store(new RecordSource()) });
});
afterAll(() => world.close());

/** Whatever a test has selected. */
type Data = ReturnType<typeof JSON.parse>;
/** Fetches a query, and keeps what it shows in the store. */
const fetched = async (query: ConcreteRequest, variables: Record<string, unknown> = {}): Promise<Data> => {
  environment.retain(createOperationDescriptor(query, variables));
  await fetchQuery<OperationType>(environment, query as GraphQLTaggedNode, variables).toPromise();
  return shown(query, variables);
};
const shown = (query: ConcreteRequest, variables: Record<string, unknown> = {}): Data =>
  environment.lookup(createOperationDescriptor(query, variables).fragment).data;
/** What a fragment shows of an object that spreads it. */
const read = (fragment: ReaderFragment, object: Data): Data => {
  const selector = getSingularSelector(fragment, object);
  return selector && (environment.lookup(selector).data as SelectorData);
};

test('a list is paged through its fragment, with nobody twice', async () => {
  const query = await fetched(UsersQuery, { count: PAGE });
  const { pageInfo, edges } = read(Users_query, query).users;
  expect(edges).toHaveLength(PAGE);
  await fetched(UsersPaginationQuery, { count: PAGE, cursor: pageInfo.endCursor });
  const { users } = read(Users_query, query);
  const ids = users.edges.map(({ node }: { node: { id: string } }) => node.id);
  expect(ids).toHaveLength(USERS);
  expect(new Set(ids).size).toBe(USERS);
  expect(users.pageInfo.hasNextPage).toBe(false);
});

test('a fragment is fetched again by the id of its object', async () => {
  const query = await fetched(UsersQuery, { count: PAGE });
  const [{ node }] = read(Users_query, query).users.edges;
  const before = read(Users_user, node);
  await world.ask(`mutation { updateUser(input: { userId: "${node.id}", dept: "Law" }) { user { id } } }`);
  await fetched(UsersRefetchQuery, { id: node.id });
  expect(read(Users_user, node)).toEqual({ ...before, dept: 'Law' });
});

interface Mutation {
  readonly response: Record<string, unknown>;
  readonly rawResponse: Record<string, unknown>;
  readonly variables: Record<string, unknown>;
}
/** Makes a mutation: the topics in the list before it, until there is an answer, and then; and the code of its error. */
const mutated = async (
  mutation: ConcreteRequest,
  variables: (meetings: Data) => Record<string, unknown>,
  optimisticResponse?: (meetings: Data) => Record<string, unknown>,
) => {
  const { meetings } = (await fetched(MeetingsQuery)).me;
  const topics = () => shown(MeetingsQuery).me.meetings.edges.map(({ node }: Data) => node.topic);
  const before = topics();
  const answered = new Promise<unknown>((resolve, reject) => {
    commitMutation<Mutation>(environment, {
      mutation: mutation as GraphQLTaggedNode,
      variables: variables(meetings),
      ...(optimisticResponse && { optimisticResponse: optimisticResponse(meetings) }),
      onCompleted: (_, errors) => resolve((errors?.[0] as Data)?.extensions?.code),
      onError: reject,
    });
  });
  const meanwhile = topics();
  const code = await answered;
  return { before, meanwhile, after: topics(), code };
};
const rename = (topic: string) =>
  mutated(
    MeetingsUpdateMutation,
    ({ edges: [{ node }] }) => ({ input: { meetingId: node.id, topic } }),
    ({ edges: [{ node }] }) => ({ updateMeeting: { meeting: { id: node.id, topic: 'Soon' } } }),
  );

test('a mutation shows at once what it will change, and then what Zoom says', async () => {
  const { before, ...others } = await rename('Renamed');
  const rest = before.slice(1);
  expect(others).toEqual({ meanwhile: ['Soon', ...rest], after: ['Renamed', ...rest], code: undefined });
});

test('a mutation that is refused leaves what was before, and its error has a code', async () => {
  const { before, ...others } = await rename(TOO_LONG);
  expect(others).toEqual({ meanwhile: ['Soon', ...before.slice(1)], after: before, code: 'BAD_USER_INPUT' });
});

test('what is created is put into a list at once, and stays there with its own id', async () => {
  const { before, ...others } = await mutated(
    MeetingsCreateMutation,
    ({ __id }) => ({ input: { userId: 'me', topic: 'Launch' }, connections: [__id] }),
    () => ({ createMeeting: { meetingEdge: { cursor: 'to come', node: { id: 'to come', topic: 'Launch' } } } }),
  );
  expect(others).toEqual({ meanwhile: ['Launch', ...before], after: ['Launch', ...before], code: undefined });
  const ids = shown(MeetingsQuery).me.meetings.edges.map(({ node }: Data) => node.id);
  expect(ids).not.toContain('to come');
});

test('what is deleted leaves the list', async () => {
  const { before, after } = await mutated(MeetingsDeleteMutation, ({ __id, edges: [{ node }] }) => ({
    input: { meetingId: node.id },
    connections: [__id],
  }));
  expect(after).toEqual(before.slice(1));
});

test('an error is caught at its field, or thrown for the whole', async () => {
  const { me, user } = await fetched(ErrorsCaughtQuery);
  expect(me.id).toEqual(expect.any(String));
  expect(user).toMatchObject({ ok: false, errors: [{ extensions: { code: 'NOT_FOUND' } }] });
  await expect(fetched(ErrorsThrownQuery)).rejects.toThrow('Relay: Unexpected response payload');
});
