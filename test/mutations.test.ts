/**
 * What holds for every mutation: whatever part of its input is given is sent, and nothing else; where that is nothing, the write is refused. For ids alone nothing is read again,
 * and the ids are those that were given or answered; what is selected beyond Zoom's answer is read anew after each write; after a
 * refusal nothing is read at all.
 */
import fc from 'fast-check';
import {
  type GraphQLInputObjectType,
  getNamedType,
  isInputObjectType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { entityTypeOf } from '../schema/types/global-id.ts';
import { fieldNameIn } from '../schema/types/shape.ts';
import { type Endpoint, nameOf, ownAccountEndpoint } from '../src/zoom/declare/endpoint.ts';
import { carried } from '../src/zoom/declare/entity.ts';
import { metaOf, type Shape } from '../src/zoom/declare/shape.ts';
import { answerTo, operationIn, startPlenty } from './exerciser/below.ts';
import { type Field, isNode, isRaw, objectIn, placesOf, type Raw } from './exerciser/graph.ts';
import { isEmpty, parts } from './exerciser/parts.ts';
import { madeUpWrite } from './exerciser/refusing.ts';
import { partsOf, pathNamesIn, payloadOf } from './exerciser/writing.ts';
import { type Received, refusal, stub } from './stub.ts';

const mutations = placesOf(schema).flatMap(({ type, field, endpoints }) =>
  field && type === schema.getMutationType()
    ? endpoints
        .filter((endpoint) => ownAccountEndpoint(endpoint) === endpoint)
        .map((endpoint) => [field.name, nameOf(endpoint), field, endpoint] as const)
    : [],
);

const plenty = startPlenty();
afterAll(() => plenty.client.close());

/** The ids that a payload gives; that of the own account, which no path names, would have to be read. */
const idsOf = (field: Field, { path }: Endpoint): string =>
  Object.values<Field>(objectIn(field.type)?.getFields() ?? {})
    .flatMap(({ name, type }) => {
      const object = objectIn(type);
      if (object?.name === 'Account' && !path.includes('{accountId}')) return `${name} { __typename }`;
      if (object) return isNode(object) ? `${name} { id zoomId }` : [];
      return /^deleted.*Id$/.test(name) ? name : [];
    })
    .join(' ') || '__typename';

const textsIn = (value: unknown): string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [String(value)];
/** What Zoom calls the things of a payload: of a global id the last part, which is the thing's own. */
const keysIn = (payload: unknown): string[] =>
  textsIn(payload).map((id) => (/^[\w+/]+={0,2}$/.test(id) && /^\w+:/.test(atob(id)) ? lastOf(atob(id)) : id));
const lastOf = (id: string): string => decodeURIComponent(id.split(/[:,]/).at(-1) ?? '');

/** By Zoom's own id nobody knows where the thing is: their path has but the last part of a key, or messages are found by their day. */
const PLACELESS = ['deleteChatMessage', 'sendChatMessage', 'updateArchiveFile', 'updateChatMessage'];

test.each(mutations)('%s by %s is one call when ids alone are selected', async (name, operation, field, endpoint) => {
  plenty.calls.length = 0;
  const { text, variables } = madeUpWrite(field, endpoint, idsOf(field, endpoint));
  const { data, errors } = await plenty.run(text, variables);
  expect(errors, text).toBeUndefined();
  expect(data, text).toEqual({ [field.name]: expect.any(Object) });
  const known = textsIn([variables, answerTo(endpoint), 'Account', PLACELESS.includes(name) ? null : '']);
  // A payload without ids, such as that of what a chatbot sent, tells its type alone.
  const { __typename, ...ids }: Raw = { ...(data?.[field.name] as Raw | undefined) };
  expect(
    keysIn(ids).filter((key) => !known.includes(key)),
    text,
  ).toEqual([]);
  expect(plenty.calls.map(operationIn), text).toEqual([operation]);
});

test.each(mutations)(
  '%s by %s that Zoom refuses is null, and reads nothing',
  async (name, operation, field, endpoint) => {
    const refused = new Proxy({}, { get: () => refusal(404, 404, 'Zoom says no.') });
    const { run, calls } = stub(refused, { share: 1000 });
    const { text, variables } = madeUpWrite(field, endpoint, idsOf(field, endpoint));
    const { data, errors } = await run(text, variables);
    expect(data, text).toEqual({ [name]: null });
    expect(errors, text).toMatchObject([
      { path: [name], extensions: { zoom: { status: 404, method: endpoint.method } } },
    ]);
    expect(calls.map(operationIn), text).toEqual([operation]);
  },
);

/** What Zoom's single GETs tell of a payload's things, and the payload does not. */
const missingIn = (field: Field, payload: Raw): string[] =>
  Object.values<Field>(objectIn(field.type)?.getFields() ?? {}).flatMap(({ name, type }) => {
    const get = entityTypeOf(schema, objectIn(type)?.name ?? '')?.get;
    const shown = payload[name];
    const of = get?.of;
    if (!of || !isRaw(shown)) return [];
    return [...carried(get)].filter((key) => shown[fieldNameIn(of, key)] === null).map((key) => `${name}.${key}`);
  });
/** The operations that are called until the write stands again. */
const halvesOf = (operations: readonly string[]): string[][] => {
  const second = operations.lastIndexOf(operations[0] ?? '');
  return [operations.slice(0, second), operations.slice(second)].map((half) => half.toSorted());
};

test.each(mutations)(
  '%s by %s reads what else is selected after the write, and anew after the next one',
  async (_, operation, field, endpoint) => {
    plenty.calls.length = 0;
    const { text, variables } = madeUpWrite(field, endpoint, payloadOf(field, endpoint, false));
    const once = text.slice(text.indexOf('{') + 1, text.lastIndexOf('}'));
    const twice = text.replace(once, ` first: ${once} second: ${once} `);
    const { data, errors } = await plenty.run(twice, variables);
    expect(errors, twice).toBeUndefined();
    expect(data?.second, twice).toEqual(data?.first);
    expect(missingIn(field, data?.first as Raw), twice).toEqual([]);
    const made = plenty.calls.map(operationIn);
    expect(made[0], twice).toBe(operation);
    // Two of the same are one write (merged-updates.test.ts), behind which all is read once.
    if (endpoint.merges) return expect(made.filter((one) => one === operation)).toHaveLength(1);
    const [first, second] = halvesOf(made);
    expect(second, twice).toEqual(first);
  },
);

const inputOf = (field: Field) => getNamedType(field.args[0]?.type) as GraphQLInputObjectType;
/** What was sent of what a shape offers, and what the mutation adds to it by itself. */
const partedBy = ({ shape }: Shape, sent: Raw): readonly [Raw, Raw] => {
  const of = (isOffered: boolean) =>
    Object.fromEntries(Object.entries(sent).filter(([key]) => key in shape === isOffered));
  return [of(true), of(false)];
};
const textsOf = (given: object) =>
  Object.fromEntries(Object.entries(given).map(([key, value]) => [key, String(value)]));

/** Whether an endpoint refuses a body that holds nothing. What a mutation adds by itself, such as its action, is something to write. */
const mayNotBeEmpty = (field: Field, { body, mayBeEmpty }: Endpoint): boolean => {
  const { shape } = partsOf({ body } as Endpoint, inputOf(field)).body;
  return body !== undefined && !mayBeEmpty && Object.keys(shape).length === Object.keys(body.shape).length;
};
/** Whether an object of this type may hold nothing. */
const holdsAny = (type: GraphQLInputObjectType): boolean =>
  !type.isOneOf && Object.values(type.getFields()).every((field) => !isRequiredInputField(field));

const needsOf = (of: Shape | undefined) => of && metaOf(of).needs;

test.each(mutations)(
  '%s by %s sends whatever is given, exactly, and nothing else',
  async (_, operation, field, endpoint) => {
    const { text } = madeUpWrite(field, endpoint, '__typename');
    const { query, body } = partsOf(endpoint, inputOf(field));
    const path = Object.fromEntries(Object.values(pathNamesIn(inputOf(field))).map((name) => [name, 'some-id']));
    const isWrite = ({ zoom }: { zoom: unknown }) => !mayNotBeEmpty(field, endpoint) || !isEmpty(zoom);
    const received: Received[] = [];
    plenty.instead.set(operation, (call) => {
      received.push(call);
      return answerTo(endpoint);
    });
    const added = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        parts(query, needsOf(endpoint.query)),
        parts(body, needsOf(endpoint.body)).filter(isWrite),
        async (inQuery, inBody) => {
          received.length = 0;
          const input = { ...path, ...(inQuery.graph as Raw), ...(inBody.graph as Raw) };
          const { errors } = await plenty.run(text, { input });
          expect(errors, JSON.stringify(input)).toBeUndefined();
          const [call, ...more] = received;
          const [queried, alsoQueried] = partedBy(query, Object.fromEntries(call?.query ?? []));
          const [written, alsoWritten] = partedBy(body, (call?.body ?? {}) as Raw);
          expect(more).toEqual([]);
          expect(queried).toStrictEqual(textsOf(inQuery.zoom as Raw));
          expect(written).toStrictEqual(inBody.zoom);
          added.add(JSON.stringify([alsoQueried, alsoWritten]));
        },
      ),
      { numRuns: 15 },
    );
    plenty.instead.delete(operation);
    expect([...added]).toHaveLength(1);
  },
);

test.each(mutations.filter(([, , field, endpoint]) => mayNotBeEmpty(field, endpoint)))(
  '%s by %s is refused before any call where it writes nothing',
  async (_, __, field) => {
    const input = inputOf(field);
    const path = Object.fromEntries(Object.values(pathNamesIn(input)).map((name) => [name, 'some-id']));
    const holders = Object.values(input.getFields()).filter(({ type }) => isInputObjectType(type) && holdsAny(type));
    plenty.calls.length = 0;
    for (const nothing of [{}, ...holders.map(({ name }) => ({ [name]: {} }))]) {
      const { errors } = await plenty.run(
        `mutation ($input: ${input.name}!) { ${field.name}(input: $input) { __typename } }`,
        { input: { ...path, ...nothing } },
      );
      const codes = new Set(errors?.map(({ extensions: { code } }) => code));
      expect([...codes], JSON.stringify(nothing)).toEqual(['BAD_USER_INPUT']);
    }
    expect(plenty.calls).toEqual([]);
  },
);

test.each(mutations)('%s by %s refuses null before it asks Zoom', async (_, __, field, endpoint) => {
  const input = inputOf(field);
  const optional = Object.values(input.getFields()).filter(
    ({ name, type }) => name !== 'accountId' && !isNonNullType(type),
  );
  const { text, variables } = madeUpWrite(field, endpoint, '__typename');
  for (const { name } of optional) {
    plenty.calls.length = 0;
    const { errors } = await plenty.run(text, { input: { ...(variables as { input: Raw }).input, [name]: null } });
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(`input.${name} is null`);
    expect(plenty.calls).toEqual([]);
  }
});
