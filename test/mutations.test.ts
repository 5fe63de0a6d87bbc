/** What holds for every mutation: for ids alone nothing is read again, and the ids are those that were given or answered; after a refusal nothing is read at all. */
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { nameOf, ownAccountEndpoint } from '../src/zoom/declare/endpoint.ts';
import { answerTo, operationOf, startPlenty } from './exerciser/below.ts';
import { type Field, isNode, objectIn, placesOf } from './exerciser/graph.ts';
import { madeUpWrite } from './exerciser/refusing.ts';
import { refusal, stub } from './stub.ts';

const mutations = placesOf(schema).flatMap(({ type, field, endpoints }) =>
  field && type === schema.getMutationType()
    ? endpoints
        .filter((endpoint) => ownAccountEndpoint(endpoint) === endpoint)
        .map((endpoint) => [field.name, nameOf(endpoint), field, endpoint] as const)
    : [],
);

const plenty = startPlenty();
afterAll(() => plenty.client.close());

const operationIn = (call: string): string => {
  const [, method = '', path = ''] = /^(\w+) ([^?]*)/.exec(call) ?? [];
  const operation = operationOf({ method: method as 'GET', path });
  return operation ? nameOf(operation) : call;
};
/** The ids that a payload gives. */
const idsOf = (field: Field): string =>
  Object.values<Field>(objectIn(field.type)?.getFields() ?? {})
    .flatMap(({ name, type }) => {
      const object = objectIn(type);
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

test.each(mutations)('%s by %s is one call when ids alone are selected', async (_, operation, field, endpoint) => {
  plenty.calls.length = 0;
  const { text, variables } = madeUpWrite(field, endpoint, idsOf(field));
  const { data, errors } = await plenty.run(text, variables);
  expect(errors, text).toBeUndefined();
  expect(data, text).toEqual({ [field.name]: expect.any(Object) });
  const known = textsIn([variables, answerTo(endpoint)]);
  expect(
    keysIn(data?.[field.name]).filter((key) => !known.includes(key)),
    text,
  ).toEqual([]);
  expect(plenty.calls.map(operationIn), text).toEqual([operation]);
});

test.each(mutations)(
  '%s by %s that Zoom refuses is null, and reads nothing',
  async (name, operation, field, endpoint) => {
    const refused = new Proxy({}, { get: () => refusal(404, 404, 'Zoom says no.') });
    const { run, calls } = stub(refused, { share: 1000 });
    const { text, variables } = madeUpWrite(field, endpoint, idsOf(field));
    const { data, errors } = await run(text, variables);
    expect(data, text).toEqual({ [name]: null });
    expect(errors, text).toMatchObject([
      { path: [name], extensions: { zoom: { status: 404, method: endpoint.method } } },
    ]);
    expect(calls.map(operationIn), text).toEqual([operation]);
  },
);
