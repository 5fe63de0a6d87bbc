/** Every id that a client gives, wherever it stands: of the right type, of one account, and never empty where that means another thing. */
import fc from 'fast-check';
import {
  type GraphQLArgument,
  type GraphQLInputField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  getNamedType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { afterAll, describe, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { entityTypeOf, entityTypes, globalIdFor, globalIdOf, type TypesByName } from '../schema/types/global-id.ts';
import { endpointsOf } from '../schema/types/rest.ts';
import { type Endpoint, nameOf } from '../src/zoom/declare/endpoint.ts';
import { goesByNumber } from '../src/zoom/declare/entity.ts';
import { costIn } from './cost.ts';
import { madeUpId, operationIn, startPlenty } from './exerciser/below.ts';
import { isRaw } from './exerciser/graph.ts';
import { inputBy, partsOf } from './exerciser/writing.ts';
import { askingOn } from './run.ts';

const { run, calls, bodies, gateway, client } = startPlenty();
const ask = askingOn(gateway);
afterAll(() => client.close());

/** The type of the entity that an id names; undefined where Zoom's own id alone is taken. */
const namesOf = ({ extensions }: { readonly extensions: object }) => (extensions as { names?: string }).names;
const isId = ({ type }: { readonly type: GraphQLInputType }) => getNamedType(type).name === 'ID';

interface Input {
  readonly coordinate: string;
  readonly input: GraphQLArgument | GraphQLInputField;
}
const inputs: readonly Input[] = Object.values(schema.getTypeMap()).flatMap((type) => {
  if (isInputObjectType(type))
    return Object.values(type.getFields()).map((input) => ({ coordinate: `${type.name}.${input.name}`, input }));
  if (!isObjectType(type) || type.name.startsWith('__')) return [];
  return Object.values(type.getFields()).flatMap(({ name, args }) =>
    args.map((input) => ({ coordinate: `${type.name}.${name}(${input.name})`, input })),
  );
});

/** Where an id stands within an input. */
interface Spot {
  readonly at: string;
  readonly names: string | undefined;
  /** It names another account than the one that the operation is for. */
  readonly isOther?: boolean;
}
type IdFor = (spot: Spot) => string | undefined;

/** What is made up of an input, with an id at every place of one; fields of which nothing is made up are left out. */
const withIds = (
  type: GraphQLInputType,
  madeUp: unknown,
  at: string,
  names: string | undefined,
  idFor: IdFor,
): unknown => {
  // What a path holds beside ids is a text, which no body makes up.
  if (isNonNullType(type)) return withIds(type.ofType, madeUp ?? 'any', at, names, idFor);
  if (isListType(type))
    return Array.isArray(madeUp)
      ? madeUp.map((one, i) => withIds(type.ofType, one, `${at}.${i}`, names, idFor))
      : madeUp;
  if (isInputObjectType(type) && isRaw(madeUp))
    return Object.fromEntries(
      Object.values(type.getFields())
        .filter(({ name }) => !type.isOneOf || madeUp[name] !== undefined)
        .map((field) => [
          field.name,
          withIds(field.type, madeUp[field.name], `${at}.${field.name}`, namesOf(field), idFor),
        ]),
    );
  return getNamedType(type).name === 'ID' ? idFor({ at, names }) : madeUp;
};

/** Where an input names another account than the one that the operation is for. */
const OTHER_ACCOUNTS = ['createSubAccount input.subResellerId', 'switchUserAccount input.accountId'];

/** Raw requests call what the client names, and take no ids. */
const writes = Object.values(schema.getMutationType()?.getFields() ?? {}).filter(({ name }) => name !== 'zoomRequest');
const mutations = writes.map((field) => {
  const input = getNamedType(field.args[0]?.type) as GraphQLInputObjectType;
  const [endpoint] = endpointsOf(field) as [Endpoint];
  // Within the limits of all that Zoom takes.
  const madeUp = inputBy(endpoint, partsOf(endpoint, input), {}).given;
  const isOther = (at: string) => OTHER_ACCOUNTS.includes(`${field.name} ${at}`);
  const inputWith = (idFor: IdFor) =>
    withIds(input, madeUp, 'input', undefined, (spot) => idFor({ ...spot, isOther: isOther(spot.at) }));
  const spots: Spot[] = [];
  inputWith((spot) => {
    spots.push(spot);
    return '7';
  });
  return { name: field.name, input, inputWith, spots, operations: endpointsOf(field).map(nameOf) };
});
type Mutation = (typeof mutations)[number];

const send = async ({ name, input, inputWith }: Mutation, idFor: IdFor) => {
  const text = `mutation ($input: ${input.name}!) { ${name}(input: $input) { __typename } }`;
  const variables = { input: inputWith(idFor) };
  const foreseen = costIn(await ask(text, { dryRun: true }, variables))?.operations ?? [];
  const result = await run(text, variables);
  return { result, sent: calls.splice(0), foreseen: foreseen.map(({ path }) => path) };
};

/** An id by which account it tells: "plain" tells none, but for the account's own. */
type Choice = 'plain' | 'me' | 'SUB1' | 'SUB2' | 'global me' | 'global SUB1' | 'global SUB2';
const idBy = ({ names, isOther }: Spot, choice: Choice): string | undefined => {
  const type = entityTypeOf(schema, names ?? '');
  const [kind = '', account = kind] = choice.split(' ');
  if (type?.key.accountId && !isOther)
    return kind === 'global'
      ? madeUpId(type, account === 'me' ? undefined : account)
      : kind === 'plain'
        ? undefined
        : kind;
  return type && kind === 'global' ? madeUpId(type, account === 'me' ? undefined : account) : '7';
};
/** The account that an id told; undefined for none. */
const toldBy = ({ names, isOther }: Spot, choice: Choice): string | undefined => {
  const type = entityTypeOf(schema, names ?? '');
  const [kind = '', account = kind] = choice.split(' ');
  if (!type || isOther || kind === 'plain') return undefined;
  return kind === 'global' || type.key.accountId ? account : undefined;
};

describe('ids in inputs', () => {
  test('name a type of entity that is known, or nothing', () => {
    const ids = inputs.filter(({ input }) => isId(input));
    expect(ids.length).toBeGreaterThan(120);
    const unknown = ids.filter(({ input }) => {
      const names = namesOf(input);
      return names !== undefined && names !== 'Node' && entityTypeOf(schema, names) === undefined;
    });
    expect(unknown.map(({ coordinate }) => coordinate)).toEqual([]);
    expect(inputs.filter(({ input }) => namesOf(input) && !isId(input)).map(({ coordinate }) => coordinate)).toEqual(
      [],
    );
  });

  test.each(mutations.map((mutation) => [mutation.name, mutation] as const))('%s', async (_, mutation) => {
    const { spots, operations } = mutation;
    const plain = await send(mutation, (spot) => (isRequiredAccount(spot, mutation) ? 'SUB1' : idBy(spot, 'plain')));
    expect(plain.result.errors).toBeUndefined();
    expect(plain.sent.map(operationIn).filter((one) => operations.includes(one))).toHaveLength(1);

    for (const one of spots) {
      const type = entityTypeOf(schema, one.names ?? '');
      const others = [...entityTypes(schema).values()].filter(({ name }) => name !== one.names);
      const wrong = [madeUpId(others[spots.indexOf(one) % others.length]!), ...(type ? ['', '  '] : [])];
      for (const id of wrong) {
        const { result, sent } = await send(mutation, (spot) =>
          spot.at === one.at ? id : isRequiredAccount(spot, mutation) ? 'SUB1' : idBy(spot, 'plain'),
        );
        expect({ at: one.at, id, codes: result.errors?.map(({ extensions }) => extensions.code), sent }).toEqual({
          at: one.at,
          id,
          codes: ['BAD_USER_INPUT'],
          sent: [],
        });
      }
    }
  });

  test('of two accounts send nothing; those of one are sent to that account alone', async () => {
    const anyOf = (all: readonly Choice[]) => fc.constantFrom<Choice>(...all);
    const choices = fc.oneof(
      { weight: 2, arbitrary: fc.constantFrom(['plain', 'me', 'global me'], ['plain', 'SUB1', 'global SUB1']) },
      {
        weight: 1,
        arbitrary: fc.constant(['plain', 'plain', 'me', 'SUB1', 'SUB2', 'global me', 'global SUB1', 'global SUB2']),
      },
    ) as fc.Arbitrary<readonly Choice[]>;
    const cases = fc
      .tuple(fc.constantFrom(...mutations), choices)
      .chain(([mutation, all]) =>
        fc.tuple(
          fc.constant(mutation),
          fc.array(anyOf(all), { minLength: mutation.spots.length, maxLength: mutation.spots.length }),
        ),
      );
    await fc.assert(
      fc.asyncProperty(cases, async ([mutation, chosen]) => {
        const chosenAt = new Map(
          mutation.spots.map((spot, i) => {
            const choice = chosen[i] ?? 'plain';
            return [spot.at, isRequiredAccount(spot, mutation) && choice === 'plain' ? 'SUB1' : choice];
          }),
        );
        const choiceOf = ({ at }: Spot) => chosenAt.get(at) ?? 'plain';
        const { result, sent, foreseen } = await send(mutation, (spot) => idBy(spot, choiceOf(spot)));
        const told = new Set(mutation.spots.flatMap((spot) => toldBy(spot, choiceOf(spot)) ?? []));
        const codes = result.errors?.map(({ extensions }) => extensions.code) ?? [];
        const messages = result.errors?.map(({ message }) => message).join() ?? '';
        if (told.size > 1) {
          expect([codes, sent, foreseen]).toEqual([['BAD_USER_INPUT'], [], []]);
          expect(messages).toMatch(/^input\.\S+ (names|belongs to) .*, but input\.\S+ (names|belongs to) /);
          return;
        }
        const [account = 'me'] = told;
        if (sent.length === 0) {
          expect([codes, told.size, account]).toEqual([['BAD_USER_INPUT'], 1, expect.stringMatching(/^SUB/)]);
          expect(messages).toMatch(/for your own account alone/);
          expect(foreseen).toEqual([]);
          return;
        }
        const isBelow = (call: string) => /^\w+ \/accounts\/(?!me\b)\w+/.exec(call)?.[0].split('/').at(-1);
        expect([codes, sent.map((call) => isBelow(call) ?? 'me')]).toEqual([[], sent.map(() => account)]);
        if (account !== 'me') expect(foreseen.every((path) => path.startsWith('/accounts/{accountId}'))).toBe(true);
      }),
      { numRuns: 400, seed: 10 },
    );
  });
});

/** An account that the path needs: it has to be told. */
function isRequiredAccount({ at }: Spot, { input }: Mutation): boolean {
  return input.getFields()[at.replace(/^input\./, '')]?.extensions.param === 'accountId';
}

const OWN = 'This field belongs to your own account, but argument';
const ROLE = (account?: string) => globalIdFor('Role', account ? `${account},r1` : 'r1');
const ROOM = (account?: string) => globalIdFor('DashboardZoomRoom', account ? `${account},z1` : 'z1');
describe('ids in arguments', () => {
  test.each([
    ['account(id: "") { zoomId }', 'The id of an Account is empty.'],
    ['account(id: "  ") { roles { nodes { name } } }', 'The id of an Account is empty.'],
    ['user(id: " ") { email }', 'The id of a User is empty.'],
    ['users(roleId: "") { nodes { email } }', 'argument.roleId is empty.'],
    ['survey(id: "s") { answers(instanceId: " ") { nodes { email } } }', 'argument.instanceId is empty.'],
    ['account { surveyChannel(id: "") { zoomId } }', 'argument.id is empty.'],
    [`account { surveyChannel(id: "${ROLE()}") { zoomId } }`, 'argument.id is a global id, of the type Role'],
    [`users(roleId: "${ROOM()}") { nodes { email } }`, 'here that of a Role is wanted'],
    [`users(roleId: "${ROLE('SUB')}") { nodes { email } }`, `${OWN}.roleId belongs to the sub account SUB.`],
    [`dashboard { zoomRoom(id: "${ROOM('SUB')}") { roomName } }`, `${OWN}.id belongs to the sub account SUB.`],
    [
      `account(id: "SUB") { dashboard { zoomRoom(id: "${ROOM('OTHER')}") { roomName } } }`,
      'This field belongs to the sub account SUB, but argument.id belongs to the sub account OTHER.',
    ],
    [
      `account(id: "SUB") { dashboard { zoomRoom(id: "${ROOM()}") { roomName } } }`,
      'This field belongs to the sub account SUB, but argument.id belongs to your own account.',
    ],
    [
      `account(id: "SUB") { dashboard { meetings(groupId: "${globalIdFor('Group', 'g')}") { nodes { topic } } } }`,
      'This field belongs to the sub account SUB, but argument.groupId belongs to your own account.',
    ],
    [`node(id: "${globalIdFor('Role', 'me,r1')}") { id }`, 'is not the id of a Role.'],
  ])('{ %s } is refused before any call', async (field, message) => {
    const { errors } = await run(`{ ${field} }`);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors?.[0]?.message).toContain(message);
    expect(calls.splice(0)).toEqual([]);
  });

  test.each([
    [
      `account(id: "SUB") { dashboard { zoomRoom(id: "${ROOM('SUB')}") { roomName } } }`,
      '/accounts/SUB/metrics/zoomrooms/z1',
    ],
    ['account(id: "SUB") { dashboard { zoomRoom(id: "z1") { roomName } } }', '/accounts/SUB/metrics/zoomrooms/z1'],
    ['account(id: "SUB") { dashboard { meeting(id: "u") { topic } } }', '/accounts/SUB/metrics/meetings/u'],
    ['account(id: "SUB") { dashboard { webinar(id: "u") { topic } } }', '/accounts/SUB/metrics/webinars/u'],
    // An id of Zoom's own tells no account, whatever it looks like.
    ['dashboard { zoomRoom(id: "SUB,z1") { roomName } }', '/metrics/zoomrooms/SUB,z1'],
    [`role(id: "${ROLE('SUB')}") { privileges }`, '/accounts/SUB/roles/r1'],
    ['role(id: "SUB,r1") { privileges }', '/roles/SUB,r1'],
  ])('{ %s } asks the account that is meant', async (field, path) => {
    const { errors } = await run(`{ ${field} }`);
    expect(errors).toBeUndefined();
    expect(calls.splice(0).map((call) => call.replace(/\?.*/, ''))).toEqual([`GET ${path}`]);
  });
});

describe('the number of a meeting', () => {
  const numbered = mutations.filter(({ spots }) =>
    spots.some(({ names }) => {
      const type = entityTypeOf(schema, names ?? '');
      return type !== undefined && goesByNumber(type);
    }),
  );

  test('is that of a meeting or webinar, of a run of one, of its recording, or of an audio conference', () => {
    const types = [...entityTypes(schema).values()].filter(goesByNumber).map(({ name }) => name);
    expect(types.sort()).toEqual([
      'DashboardMeeting',
      'DashboardWebinar',
      'Meeting',
      'MeetingInstance',
      'MeetingReport',
      'PacAccount',
      'Recording',
      'Webinar',
      'WebinarInstance',
    ]);
    expect(numbered.length).toBeGreaterThan(10);
  });

  test.each(numbered.map((mutation) => [mutation.name, mutation] as const))(
    'may have blanks, as Zoom shows it: %s',
    async (_, mutation) => {
      const { result, sent } = await send(mutation, ({ names }) => {
        const type = entityTypeOf(schema, names ?? '');
        return type && goesByNumber(type) ? '880 0007 1272' : '7';
      });
      expect(result.errors).toBeUndefined();
      const all = JSON.stringify([sent, bodies.at(-1)]);
      expect(all).toMatch(/[/:]88000071272\b/);
      expect(all).not.toContain('880 ');
    },
  );

  test.each(['meeting', 'meetingInstance', 'recording'])('%s(id:) reads it, too', async (field) => {
    const { errors } = await run(`{ ${field}(id: "880 0007-1272") { topic } }`);
    expect(errors).toBeUndefined();
    expect(calls.splice(0).join()).toContain('/88000071272');
  });
});

test('the id of a type is known by whatever name GraphQL lets it have', () => {
  const names = fc.stringMatching(/^[_A-Za-z][_0-9A-Za-z]*$/);
  fc.assert(
    fc.property(names, fc.string({ minLength: 1 }), (name, key) => {
      const schemaOf = { getType: (asked: string) => (asked === name ? { extensions: { entity: name } } : undefined) };
      expect(globalIdOf(schemaOf as unknown as TypesByName, globalIdFor(name, key))).toEqual({ type: name, key });
    }),
  );
});
