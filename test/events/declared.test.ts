/** Each event that is declared, as the SDK's types have it: all that it tells is shown without a call, and it leads to what it names. */

import { type GraphQLObjectType, getNamedType, isCompositeType, isObjectType } from 'graphql';
import { afterAll, expect, test } from 'vitest';
import { schema } from '../../schema/index.ts';
import { fieldNameIn } from '../../schema/types/shape.ts';
import { EVENTS } from '../../src/zoom/api/events/index.ts';
import type { EventFamily } from '../../src/zoom/declare/event.ts';
import { bare, type Shape } from '../../src/zoom/declare/shape.ts';
import { type Example, sdkEvents } from '../agree/sdk-events.ts';
import { ACCOUNT, listening } from './hearing.ts';

/** All that stands in objects without an identity. */
const selectedOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter(({ args, name }) => args.length === 0 && name !== 'user')
    .flatMap(({ name, type: of }) => {
      const named = getNamedType(of);
      if (!isCompositeType(named)) return [name];
      if (!isObjectType(named) || named.getInterfaces().some((one) => one.name === 'Node')) return [];
      return named.name === 'FileLink' ? [] : [`${name} { ${selectedOf(named)} }`];
    })
    .join(' ');

/** The paths at which an example has something, and the graph shows nothing. */
const missingIn = (of: Shape, sent: Example, shown: unknown, at = ''): readonly string[] =>
  Object.entries(of.shape).flatMap(([key, type]) => {
    const value = sent[key];
    if (value === undefined || value === null || value === '') return [];
    const path = `${at}${key}`;
    const there = (shown as Example | null)?.[fieldNameIn(of, key)];
    if (there === undefined || there === null) return [path];
    const within = bare(type);
    const [item, one, its] =
      'element' in within
        ? [bare(within.element as never), (value as readonly unknown[])[0], (there as readonly unknown[])[0]]
        : [within, value, there];
    return 'shape' in item ? missingIn(item as Shape, one as Example, its, `${path}.`) : [];
  });

const edgesOf = ({ edges }: EventFamily) => Object.keys(edges);
/** They name the user by an email alone, so that an id would be a call. */
const BY_EMAIL = ['phone.sms_etiquette_warn', 'phone.sms_etiquette_block'];
/** Of webinars, which the SDK's examples are not: subscriptions.test.ts. */
const OF_WEBINARS = ['RecordingEvent.webinar', 'RecordingEvent.webinarInstance', 'ArchiveEvent.webinarInstance'];
/** Which edges some event led along. */
const led = new Set<string>(OF_WEBINARS);

const { hear, tell, calls } = listening();
const bodies = sdkEvents.filter(({ body }) => EVENTS.has(body.event)).map(({ body }) => body);

test.each(bodies.map((body) => [body.event, body] as const))('%s', async (name, body) => {
  const { family, field } = EVENTS.get(name) ?? expect.fail();
  const type = schema.getType(family.name) as GraphQLObjectType;
  const told = `${selectedOf(type)} ${[...edgesOf(family), 'operator', 'account'].map((edge) => `${edge} { ${BY_EMAIL.includes(name) && edge === 'user' ? 'email' : 'id'} }`).join(' ')}`;
  const listener = await hear(`subscription { ${field} { __typename ${told} } }`);
  await tell({ ...body, payload: { ...body.payload, account_id: ACCOUNT } });
  const { data, errors, calls } = await listener.next();
  await listener.end();
  expect({ errors, calls }).toEqual({ errors: [], calls: [] });
  const shown = data?.[field] as Example;
  const { object = {} } = body.payload as { readonly object?: Example };
  expect(shown).toMatchObject({
    __typename: family.name,
    type: name.replace(/\W/g, '_').toUpperCase(),
    name,
    time: new Date(body.event_ts).toISOString().replace('.000Z', 'Z'),
    accountId: ACCOUNT,
    raw: { object },
  });
  expect(missingIn(family.object, object, shown)).toEqual([]);
  if (family.beside) expect(missingIn(family.beside, body.payload, shown)).toEqual([]);
  for (const edge of edgesOf(family)) {
    const end = shown[edge];
    if (Array.isArray(end) ? end.length > 0 : end !== null) led.add(`${family.name}.${edge}`);
  }
});

afterAll(() => {
  const all = new Set(
    [...EVENTS.values()].flatMap(({ family }) => edgesOf(family).map((edge) => `${family.name}.${edge}`)),
  );
  expect([...all].filter((edge) => !led.has(edge))).toEqual([]);
  expect(calls).toEqual([]);
});
