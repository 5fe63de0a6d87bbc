/** Drives mutations: every leaf of the input is filled, and has to reach Zoom under Zoom's name, with Zoom's value. */
import { isDeepStrictEqual } from 'node:util';
import { type GraphQLInputObjectType, type GraphQLObjectType, getNamedType, isInputObjectType } from 'graphql';
import { z } from 'zod';
import { schema } from '../../schema/index.ts';
import { entityTypeOf } from '../../schema/types/global-id.ts';
import { inputNameIn } from '../../schema/types/shape.ts';
import { type Endpoint, nameOf, ownAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { choiceOf, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import type { Result } from '../run.ts';
import { missingIn, only, selectionOf } from './compare.ts';
import { filled, inputFor, leafPlaces, told, type Values } from './fill.ts';
import { type Field, isNode, isRaw, type ObjectSet, objectIn, type Raw } from './graph.ts';
import type { Keys, Whose } from './keys.ts';
import { OVERRIDES } from './overrides.ts';
import { errorsOf, familiesOf, isOfOwnAlone, type Outcome } from './reading.ts';
import type { Ask, Call } from './world.ts';

/** How many things are tried that Zoom may refuse to change. */
const MOST = 8;

export const writingsOf = ({ ask, keys }: { readonly ask: Ask; readonly keys: Keys }) => {
  const drive = async (field: Field, endpoint: Endpoint, input: GraphQLInputObjectType, account: Whose) => {
    const parts = partsOf(endpoint, input);
    const textFor = (idsAlone = false) =>
      `mutation ($input: ${input.name}!) { ${field.name}(input: $input) { ${payloadOf(field, endpoint, idsAlone)} } }`;
    const ids = await keys.likelyIds();
    const plain = ownAccountEndpoint(endpoint);
    const inSub = plain === endpoint && plain.path.includes('{accountId}');
    // What Zoom offers for sub accounts alone is no sub account form, and the own account is refused.
    const things = [
      ...(inSub ? await keys.paramsFor(plain.path, 'sub') : []),
      ...(await keys.paramsFor(plain.path, account)),
    ];
    const [{ accountId } = {}] = things;

    const calls: Call[] = [];
    const sent = new Set<string>();
    for (const { values = {}, from, keeps, after, idsAlone, isUntold, refused } of OVERRIDES[field.name]?.trials ?? [
      {},
    ]) {
      const found = from ? await from(ask, accountId as string | undefined) : things;
      if (found.length === 0) return { problems: [`The sandbox has nothing for ${endpoint.path}.`], calls };
      let failed: readonly string[] | undefined;
      for (const one of found.slice(0, MOST)) {
        const all: Values = { ...ids, ...things[0], ...one, ...values };
        const { query, body, given } = inputBy(endpoint, parts, all);
        if (after) await ask(...after(given));
        const asked = await ask(textFor(idsAlone), { input: given }, after || keeps ? 'same' : 'fresh');
        const errors = (asked.result.errors ?? []).filter((error) => !isNotOffered(error, account));
        const problems = [
          ...(refused === undefined ? errorsOf({ errors }) : notRefused(refused, asked.result)),
          ...wrongly(endpoint, parts, { query, body }, asked.calls),
          ...(errors.length > 0 ? [] : lost(field, endpoint, asked, isUntold)),
        ];
        if (problems.length > 0) {
          failed ??= problems;
          continue;
        }
        failed = [];
        calls.push(...asked.calls);
        for (const place of [...leafPlaces(query), ...leafPlaces(body)]) sent.add(place);
        break;
      }
      if (failed && failed.length > 0) return { problems: failed, calls };
    }
    const every = [...leafPlaces(filled(parts.query)), ...leafPlaces(filled(parts.body))];
    const never = every.filter((place) => !sent.has(place));
    return { problems: [...parts.strange, ...never.map((place) => `${place} is never sent.`)], calls };
  };

  return async ({ field, endpoints }: ObjectSet): Promise<Outcome> => {
    const input = getNamedType(field?.args[0]?.type);
    if (!field || !isInputObjectType(input)) return { problems: ['It takes no input.'], calls: [] };
    const { own, sub } = familiesOf(endpoints);
    const outcomes: Outcome[] = [];
    for (const endpoint of own) outcomes.push(await drive(field, endpoint, input, 'own'));
    for (const endpoint of sub) outcomes.push(await drive(field, endpoint, input, 'sub'));
    return {
      problems: outcomes.flatMap(({ problems }) => problems),
      calls: outcomes.flatMap(({ calls }) => calls),
    };
  };
};

/** Some of what is selected in the payload may not be offered for sub accounts at all; the write itself must be. */
const isNotOffered = ({ message, path = [] }: NonNullable<Result['errors']>[number], account: Whose): boolean =>
  account === 'sub' && path.length > 1 && isOfOwnAlone(message);

const notRefused = (code: string, { errors = [] }: Result): string[] =>
  errors.some(({ extensions }) => extensions.code === code) ? [] : [`It is not refused as ${code}.`];

/** The query and body that an input makes, and the fields of it that make neither. */
interface InputParts {
  /** The field of the input for each parameter of the path. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: Shape;
  readonly body: Shape;
  readonly strange: readonly string[];
}
export const partsOf = ({ query, body }: Endpoint, input: GraphQLInputObjectType): InputParts => {
  const path = pathNamesIn(input);
  const names = new Set(Object.keys(input.getFields()));
  const nameIn = (of: Shape) => (key: string) => {
    const choice = choiceOf(of);
    return choice && key in choice.of.shape ? choice.as : inputNameIn(of, key);
  };
  const keysIn = (of: Shape) => Object.keys(of.shape).filter((key) => names.has(nameIn(of)(key)));
  const offered = (of: Shape = NONE) => only(of, keysIn(of));
  const known = new Set(
    [query ?? NONE, body ?? NONE].flatMap((of) => keysIn(of).flatMap((key) => [nameIn(of)(key), formerlyOf(of, key)])),
  );
  return {
    path,
    query: offered(query),
    body: offered(body),
    strange: [...names]
      .filter((name) => !known.has(name) && name !== 'accountId' && !Object.values(path).includes(name))
      .map((name) => `${name} goes nowhere.`),
  };
};
/** What an input called a key before, which it still takes. */
const formerlyOf = (of: Shape, key: string) => metaOf(of.shape[key] as z.ZodType).formerly;
const NONE: Shape = z.object({});

/** An input with every leaf filled, and the query and body that Zoom has to get for it. */
export const inputBy = (endpoint: Endpoint, parts: InputParts, all: Values) => {
  const query = filled(parts.query, all);
  const body = filled(parts.body, all);
  return {
    query,
    body,
    given: { ...pathIn(endpoint, parts, all), ...inputFor(parts.query, query), ...inputFor(parts.body, body) },
  };
};

const pathIn = ({ path }: Endpoint, { path: names }: InputParts, all: Raw): Raw =>
  Object.fromEntries([...path.matchAll(/\{(\w+)\}/g)].map(([, param = '']) => [names[param] ?? param, all[param]]));
/** The fields of an input that are parameters of the path, by these. */
export const pathNamesIn = (input: GraphQLInputObjectType): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.values(input.getFields()).flatMap(({ name, extensions: { param } }) =>
      typeof param === 'string' ? [[param, name]] : [],
    ),
  );

/** What Zoom did not get as it was given. What a mutation fixes itself is no field of its input. */
const wrongly = (
  endpoint: Endpoint,
  parts: InputParts,
  given: { query: Raw; body: Raw },
  calls: readonly Call[],
): string[] => {
  const call = calls.find(({ operation }) => operation === nameOf(endpoint));
  if (!call) return [`${nameOf(endpoint)} is not called.`];
  const body = isRaw(call.body) ? call.body : {};
  const queried = Object.entries(given.query).flatMap(([key, value]) =>
    call.query.get(key) === String(value) ? [] : [`${key}=${value} is sent as ${call.query.get(key)}.`],
  );
  const written = Object.keys(parts.body.shape).flatMap((key) =>
    isDeepStrictEqual(body[key], told(given.body[key]))
      ? []
      : [`${key}: ${JSON.stringify(told(given.body[key]))} is sent as ${JSON.stringify(body[key])}.`],
  );
  const strange = Object.keys(body).filter((key) => !(key in (endpoint.body?.shape ?? {})));
  return [...queried, ...written, ...strange.map((key) => `${key} is sent, which Zoom does not take.`)];
};

const entityOf = (type: GraphQLObjectType | undefined) =>
  type && isNode(type) ? entityTypeOf(schema, type.name) : undefined;

/** Everything that a payload can show: what Zoom answered, and the whole of each changed thing. */
export const payloadOf = (field: Field, { of }: Endpoint, idsAlone: boolean): string => {
  const type = objectIn(field.type);
  if (!type) return '__typename';
  const entities = Object.values<Field>(type.getFields()).map((one) => {
    const inner = objectIn(one.type);
    const shape = entityOf(inner)?.shape;
    if (!inner) return one.name;
    return shape ? `${one.name} { ${idsAlone ? 'id zoomId' : selectionOf(shape, inner)} }` : '';
  });
  return [...(of ? [selectionOf(of, type)] : []), ...entities].join(' ');
};

/** What Zoom answered and neither the payload nor one of its things shows. */
const lost = (
  field: Field,
  endpoint: Endpoint,
  { result, calls }: Awaited<ReturnType<Ask>>,
  isUntold?: boolean,
): string[] => {
  const type = objectIn(field.type);
  const payload = result.data?.[field.name];
  if (!type || !isRaw(payload)) return ['Nothing arrives.'];
  const things = Object.values<Field>(type.getFields()).flatMap((one) => {
    const inner = objectIn(one.type);
    const shown = payload[one.name];
    return inner && isRaw(shown) ? [{ type: inner, shown }] : [];
  });
  const empty = Object.values<Field>(type.getFields()).filter(
    (one) =>
      !isUntold && (entityOf(objectIn(one.type)) || /^deleted.*Id$/.test(one.name)) && payload[one.name] === null,
  );
  const answer = calls.find(({ operation }) => operation === nameOf(endpoint))?.answer;
  const { of } = endpoint;
  const missing =
    of && isRaw(answer)
      ? Object.keys(of.shape).flatMap((key) => {
          const views = [{ type, shown: payload }, ...things].map((view) =>
            missingIn(only(of, [key]), answer, view.shown, view.type),
          );
          return views.some((problems) => problems.length === 0) ? [] : (views[0] ?? []);
        })
      : [];
  return [...empty.map(({ name }) => `${name} is null.`), ...missing];
};
