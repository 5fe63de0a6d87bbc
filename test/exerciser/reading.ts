/** Drives the places that read: types by their global ids, fields from the shortest way to their parent. */
import {
  type GraphQLArgument,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isListType,
  isRequiredArgument,
} from 'graphql';
import { z } from 'zod';
import { entityTypeOf } from '../../schema/types/global-id.ts';
import { endpointsOf } from '../../schema/types/rest.ts';
import { fieldNameIn, inputNameIn } from '../../schema/types/shape.ts';
import { type Endpoint, nameOf, ownAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { bare, choiceOf, metaOf, type Shape } from '../../src/zoom/declare/shape.ts';
import type { Result } from '../run.ts';
import { isShownBy, missingIn, only, selectionOf } from './compare.ts';
import { filled, inputFor } from './fill.ts';
import {
  along,
  BESIDE,
  daysAgo,
  endsOf,
  isNode,
  isRaw,
  itemsOf,
  type ObjectSet,
  objectIn,
  type Raw,
  TEXTS,
  under,
  type Way,
} from './graph.ts';
import { type Keys, type Whose, whose } from './keys.ts';
import { PREPARED, type Prepared } from './overrides.ts';
import type { Ask, Call } from './world.ts';

export interface Outcome {
  readonly problems: readonly string[];
  readonly calls: readonly Call[];
}

/** What is selected at a place, and how what arrives is compared with what Zoom said. */
interface View {
  /** Behind the field's name and arguments; for a type, of its objects. */
  readonly selected: string;
  /** The objects to compare, among those that the place's field gave. */
  readonly shown: (given: readonly unknown[], parents: readonly Raw[]) => readonly Raw[];
  readonly type: GraphQLObjectType;
  /** The keys that are compared; absent: all that are selected. */
  readonly of: Shape;
}

/** A query that drives a place: where the place's parents stand, and how to ask for something of them. */
interface Attempt {
  readonly parents: Way;
  readonly text: (selected: string, declared?: string) => string;
  readonly variables: Raw;
  readonly args: Raw;
  readonly account: Whose;
}

const viewOf = ({ type, field, endpoints }: ObjectSet, schema: GraphQLSchema): View | undefined => {
  const entity = (of: GraphQLObjectType) => entityTypeOf(schema, of.name);
  if (!field) {
    const of = entity(type)?.shape;
    return of && { selected: selectionOf(of, type), shown: (_, parents) => parents, type, of };
  }
  const named = getNamedType(field.type);
  if (isAbstractType(named)) {
    const [some] = schema.getPossibleTypes(named);
    const of = some && entity(some)?.shape;
    if (!some || !of) return undefined;
    return { selected: `{ ... on ${some.name} { ${selectionOf(of, some)} } }`, shown: objects, type: some, of };
  }
  const [{ of } = {}] = endpoints;
  if (!of) return undefined;
  const items = itemsOf(field.type);
  if (items) {
    const selected = `{ nodes { ${selectionOf(of, items)} } }`;
    return { selected, shown: (given) => under(objects(given), 'nodes').filter(isRaw), type: items, of };
  }
  const object = objectIn(field.type);
  const own = Object.keys(of.shape).filter((key) => fieldNameIn(of, key) === field.name && isShownBy(field, key, of));
  if (own.length > 0 && entity(type)?.get === endpoints[0]) {
    const picked = only(of, own);
    const inner = object && selectionOf(picked, type).replace(/^.*?\{/s, '{');
    return { selected: inner ?? '', shown: (_, parents) => parents, type, of: picked };
  }
  const [key = '', ...others] = Object.keys(of.shape);
  const name = key && fieldNameIn(of, key);
  const same = type.getFields()[name];
  // One field of another answer, which the parent shows as it is by the name that Zoom has for it.
  if (object && same && name !== field.name && others.length === 0 && objectIn(same.type) === object)
    return {
      selected: selectionOf(of, type).replace(/^.*?\{/s, '{'),
      shown: (_, parents) => parents.map((parent) => ({ [name]: parent[field.name] })),
      type,
      of,
    };
  return object && { selected: `{ ${selectionOf(of, object)} }`, shown: objects, type: object, of };
};
const objects = (given: readonly unknown[]) => given.filter(isRaw);

export interface Parts {
  readonly ask: Ask;
  readonly keys: Pick<Keys, 'idsOf'>;
  readonly schema: GraphQLSchema;
  readonly ways: ReadonlyMap<GraphQLObjectType, readonly Way[]>;
}

export const readingsOf = ({ ask, keys, schema, ways }: Parts) => {
  /** From where a place can be reached: the root, things by their global ids, or the ways to a type without identity. */
  const attemptsAt = async (
    { type, field }: ObjectSet,
    view: View | undefined,
    prepared?: readonly Prepared[],
  ): Promise<readonly Attempt[]> => {
    const froms = await fromsAt(type, prepared);
    const byId = field?.args.find(({ name }) => /^ids?$/.test(name));
    if (!byId || !view || !(isRequiredArgument(byId) || type === schema.getQueryType())) return froms;
    const ids = await keys.idsOf(view.type);
    const of = (account: Whose) => froms.filter((from) => from.account === account).slice(0, FROMS);
    const places = [...of('own'), ...of('sub')];
    return places.flatMap((from) =>
      ids
        // Below an account ids are of that account; at the root of any.
        .filter((id) => type === schema.getQueryType() || whose(id) === from.account)
        .map((id) => ({ ...from, args: { [byId.name]: byId.name === 'ids' ? [id] : id }, account: whose(id) })),
    );
  };

  const fromsAt = async (type: GraphQLObjectType, prepared?: readonly Prepared[]): Promise<readonly Attempt[]> => {
    const root: Attempt = {
      parents: [],
      text: (selected, declared = '') => `query ${declared} { ${selected} }`,
      variables: {},
      args: {},
      account: 'own',
    };
    if (type === schema.getQueryType()) return [root];
    const things: readonly Prepared[] = prepared ?? (isNode(type) ? await keys.idsOf(type) : []).map((id) => ({ id }));
    if (isNode(type))
      return things.map(({ id, args = {} }) => ({
        parents: [{ name: 'node', isList: false }],
        text: (selected, declared = '') =>
          `query ($node: ID!, ${declared.slice(1) || ')'} { node(id: $node) { ... on ${type.name} { ${selected} } } }`,
        variables: { node: id },
        args,
        account: whose(id),
      }));
    return (ways.get(type) ?? []).map((way) => ({
      parents: way,
      text: (selected, declared = '') =>
        `query ${declared} { ${along(way, selected, way.filter(({ isList }) => isList).length > 1 ? MANY_WITHIN : MANY)} }`,
      variables: {},
      args: {},
      account: way.some(({ name }) => name === 'subAccounts') ? 'sub' : 'own',
    }));
  };

  const run = (place: ObjectSet, view: View | undefined, attempt: Attempt, more: Raw) => {
    const { field, coordinate } = place;
    const account = coordinate in PREPARED ? 'same' : 'fresh';
    if (!field) return ask(attempt.text(view?.selected ?? 'id'), attempt.variables, account);
    const args = { ...(itemsOf(field.type) && { first: FIRST }), ...more, ...attempt.args };
    const names = Object.keys(args);
    const types = field.args.flatMap(({ name, type }) => (name in args ? [`$${name}: ${type}`] : []));
    const given = names.length > 0 ? `(${names.map((name) => `${name}: $${name}`).join(', ')})` : '';
    const declared = names.length > 0 ? `(${types.join(', ')})` : '';
    const text = attempt.text(`${field.name}${given} ${view?.selected ?? ''}`, declared);
    return ask(text, { ...attempt.variables, ...args }, account);
  };

  const drive = async (place: ObjectSet, attempts: readonly Attempt[], view: View | undefined): Promise<Outcome> => {
    const required = (place.field?.args ?? []).filter(isRequiredArgument).filter(({ name }) => !/^ids?$/.test(name));
    const needed = sentBy(required, place.endpoints);
    let failed: Outcome | undefined;
    for (const attempt of attempts) {
      const { result, calls } = await run(place, view, attempt, valuesOf(needed));
      const { problems, isFinal } = judged(place, view, attempt, result, calls);
      if (problems.length === 0) {
        const optional = sentBy(
          (place.field?.args ?? []).filter((arg) => !required.includes(arg)),
          place.endpoints,
        );
        if (optional.length === 0) return { problems, calls };
        const again = await run(place, view, attempt, valuesOf([...needed, ...optional]));
        return { problems: unsent([...needed, ...optional], place.endpoints, again), calls };
      }
      failed ??= { problems, calls };
      if (isFinal) return { problems, calls };
    }
    return failed ?? { problems: ['The sandbox has nothing that leads here.'], calls: [] };
  };

  return async (place: ObjectSet): Promise<Outcome> => {
    const view = viewOf(place, schema);
    const attempts = await attemptsAt(place, view, await PREPARED[place.coordinate]?.prepare(ask));
    const of = (account: Whose) => attempts.filter((attempt) => attempt.account === account);
    const { own, sub } = familiesOf(
      isAbstractType(getNamedType(place.field?.type)) && view ? endpointsOf(view.type) : place.endpoints,
    );
    const outcome = await drive({ ...place, endpoints: own }, of('own'), view);
    if (sub.length === 0 || of('sub').length === 0) return outcome;
    const more = await drive({ ...place, endpoints: sub }, of('sub'), view);
    if (more.problems.some(isOfOwnAlone)) return outcome;
    return { problems: [...outcome.problems, ...more.problems], calls: [...outcome.calls, ...more.calls] };
  };
};

/** Some of the way, or of what is selected, may not be offered for sub accounts at all. */
export const isOfOwnAlone = (problem: string): boolean => problem.includes('for your own account alone');

/** The operations of the own account, and their forms for sub accounts. */
export const familiesOf = (endpoints: readonly Endpoint[]) => ({
  own: endpoints.filter((endpoint) => ownAccountEndpoint(endpoint) === endpoint),
  sub: endpoints.filter((endpoint) => ownAccountEndpoint(endpoint) !== endpoint),
});

const FIRST = 5;
/** From how many places a thing is asked for by its id. */
const FROMS = 2;
/** On the way to what has no global id, where no single thing can be tried after another. */
const MANY = [100];
const MANY_WITHIN = [12, 4, 2];

/** An argument with a value, and the query parameter that Zoom has to get for it. */
interface Filter {
  readonly name: string;
  readonly value: unknown;
  readonly param: string;
  /** Absent where any value will do: days are cut into windows. */
  readonly sent?: string;
}

const sentBy = (args: readonly GraphQLArgument[], endpoints: readonly Endpoint[]): readonly Filter[] =>
  args.flatMap((arg): Filter[] => {
    const { name } = arg;
    for (const { query, window, span } of endpoints) {
      if ((window || span) && (name === 'from' || name === 'to')) {
        const day = daysAgo(name === 'from' ? 9 : 2);
        const value = getNamedType(arg.type).name === 'Date' ? day : `${day}T00:00:00Z`;
        return [{ name, value, param: window?.param ?? name }];
      }
      const choice = query && choiceOf(query);
      const target = choice?.as === name ? Object.keys(choice.of.shape).at(-1) : undefined;
      const called = (key: string) =>
        inputNameIn(choice && key in choice.of.shape ? choice.of : (query ?? z.object({})), key);
      const text = TEXTS[target ? called(target) : name];
      if (text) {
        const param = target ?? Object.keys(query?.shape ?? {}).find((one) => called(one) === name) ?? name;
        return [{ name, value: target ? { [called(target)]: text } : text, param, sent: text }];
      }
      const isNamed = (one: string) => (choice && one in choice.of.shape ? choice.as : called(one)) === name;
      const [key, zod] = Object.entries(query?.shape ?? {}).find(([one]) => isNamed(one)) ?? [];
      if (!query || !key || !zod) continue;
      const picked = only(query, [key]);
      const raw = filled(picked);
      const [value] = Object.values(inputFor(choice?.as === name ? query : picked, raw));
      const isOneOfMany = isListType(arg.type) || String(arg.type).startsWith('[');
      const isList = bare(zod) instanceof z.ZodArray || metaOf(zod).separator !== undefined;
      return [{ name, value: isOneOfMany && !isList ? [value] : value, param: key, sent: String(raw[key]) }];
    }
    return [];
  });
const valuesOf = (filters: readonly Filter[]): Raw =>
  Object.fromEntries(filters.map(({ name, value }) => [name, value]));

const unsent = (
  filters: readonly Filter[],
  endpoints: readonly Endpoint[],
  { result, calls }: Awaited<ReturnType<Ask>>,
) => {
  const own = calls.filter(({ operation }) => endpoints.some((endpoint) => nameOf(endpoint) === operation));
  if (own.length === 0) return [`With all arguments no call is sent. ${errorsOf(result).join(' ')}`];
  return filters.flatMap(({ name, param, sent }) => {
    const values = own.map(({ query }) => query.get(param));
    const isSent = values.some((value) => value !== null && (sent === undefined || value === sent));
    return isSent ? [] : [`The argument ${name} is not sent as ${param}=${sent ?? '...'} but as ${values}.`];
  });
};

export const errorsOf = ({ errors = [] }: Result): string[] =>
  errors.map(({ message, path = [], extensions }) => `${extensions.code} at ${path.join('.')}: ${message}`);

/** What Zoom says where a thing has nothing of the kind that is asked for; another may. */
const REFUSED: ReadonlySet<string> = new Set(['NOT_FOUND', 'BAD_USER_INPUT', 'FORBIDDEN']);
/** What is wrong with an answer. It is final unless another thing of the sandbox may do better. */
const judged = (
  { field, endpoints }: ObjectSet,
  view: View | undefined,
  { parents: way }: Attempt,
  result: Result,
  calls: readonly Call[],
): { problems: readonly string[]; isFinal: boolean } => {
  const fatal = (result.errors ?? []).filter(({ extensions }) => !REFUSED.has(extensions.code ?? ''));
  if (fatal.length > 0) return { problems: errorsOf({ errors: fatal }), isFinal: true };
  const open = (...problems: string[]) => ({ problems: [...problems, ...errorsOf(result)], isFinal: false });

  const byName = new Map(endpoints.map((endpoint) => [nameOf(endpoint), endpoint]));
  const answered = calls.filter(({ operation, status }) => byName.has(operation) && status < 300);
  if (answered.length === 0)
    return open(`None of ${[...byName.keys()].join(', ')} is called, but ${calls.map(({ operation }) => operation)}.`);
  if (!view) return { problems: [], isFinal: true };

  const parents = endsOf(result.data, way);
  const shown = view.shown(field ? under(parents, field.name) : [], parents);
  if (shown.length === 0) return open('Nothing arrives.');
  const bodies = answered.flatMap(({ operation, answer }) => {
    const { of, items, path = '' } = byName.get(operation) ?? {};
    const found = [items ?? '', ...(BESIDE[path] ?? [])].flatMap((keys) =>
      keys
        .split('.')
        .filter(Boolean)
        .reduce<readonly unknown[]>((all, name) => under(all.filter(isRaw), name), [answer].flat()),
    );
    const compared = of && only(of, Object.keys(view.of.shape));
    return compared ? found.filter(isRaw).map((body) => ({ body, of: compared })) : [];
  });
  const problems = missingInEach(shown, ({ of, body }, one) => missingIn(of, body, one, view.type), bodies);
  return { problems: [...new Set(problems)], isFinal: true };
};

/** What each of the shown things lacks of the body that it is most like. They mostly come in the order of the bodies: each search goes on there. */
const missingInEach = <Body>(
  shown: readonly Raw[],
  missing: (body: Body, one: Raw) => readonly string[],
  bodies: readonly Body[],
): readonly string[] => {
  let next = 0;
  return shown.flatMap((one) => {
    let least: readonly string[] = ['Zoom answered nothing that it could be made of.'];
    for (let i = 0; i < bodies.length; i++) {
      const at = (next + i) % bodies.length;
      const lacks = missing(bodies[at] as Body, one);
      if (i === 0 || lacks.length < least.length) least = lacks;
      if (lacks.length > 0) continue;
      next = at + 1;
      break;
    }
    return least;
  });
};
