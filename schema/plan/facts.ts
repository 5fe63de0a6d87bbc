/** What holds of an operation before it runs, whatever its variables: found out once, by what it mentions. */
import {
  type ArgumentNode,
  BREAK,
  getNamedType,
  isAbstractType,
  Kind,
  OperationTypeNode,
  type ValueNode,
  visit,
} from 'graphql';
import type { Prepared } from '../../src/engine/executor/index.ts';
import { mentionedIn } from '../../src/engine/executor/mentions.ts';
import { type Endpoint, LABELS, type Label, rateOf } from '../../src/zoom/declare/endpoint.ts';
import { endpointsOf } from '../types/rest.ts';
import { SCARCE } from './cost-collector.ts';
import { extensionsOf } from './selection.ts';

/** The rate-limit labels of all calls that an operation may make: any, where it asks for items by what its fields need not mention. */
export const labelsOf = (operation: Prepared): ReadonlySet<Label> => {
  const labels = new Set<Label>(asksBeyond(operation) ? LABELS : []);
  const add = (thing: { readonly extensions: object }) => {
    for (const { limit } of endpointsOf(thing)) labels.add(limit);
  };
  for (const [type, fields] of mentionedIn(operation)) {
    add(type);
    // Of an interface, the types that are asked for are named by fragments.
    for (const field of fields) {
      if (!isAbstractType(getNamedType(field.type))) add(field);
      if (extensionsOf(field).callsAny) for (const label of LABELS) labels.add(label);
    }
  }
  return labels;
};

/** Whether an operation shows where objects without identity stand. */
export const showsPlaces = (operation: Prepared): boolean =>
  [...mentionedIn(operation).values()].some((fields) =>
    [...fields].some((field) => extensionsOf(field).showsPlace === true),
  );

/** The arguments of connections that look at whatever the items lead to. */
const BEYOND: ReadonlySet<string> = new Set(['where', 'orderBy']);
const asksBeyond = ({ operation, fragments }: Prepared): boolean => {
  let found = false;
  const Argument = ({ name }: { readonly name: { readonly value: string } }) => {
    found ||= BEYOND.has(name.value);
    return found ? BREAK : undefined;
  };
  for (const definition of [operation, ...Object.values(fragments)]) if (!found) visit(definition, { Argument });
  return found;
};

/** Whether all that an operation asks for is Zoom's to tell, and nothing of the state of the gateway itself. */
export const isOfZoomAlone = (operation: Prepared): boolean => {
  const query = operation.schema.getQueryType();
  if (operation.operation.operation !== OperationTypeNode.QUERY || !query) return false;
  const mentioned = mentionedIn(operation);
  const roots = [...(mentioned.get(query) ?? [])];
  const isOfTheMoment = [...mentioned.values()].some((fields) =>
    [...fields].some((field) => extensionsOf(field).isOfTheMoment === true),
  );
  return !isOfTheMoment && roots.every((field) => endpointsOf(field).length > 0);
};

/** How many calls an operation can be certain to need, roughly: enough to see that most operations need no closer look. */
export interface Extent {
  /** One operation of each rate that calls are made of, which are not scarce. */
  readonly endpoints: readonly Endpoint[];
  /** So many calls at most for each item of a list. */
  readonly perItem: number;
  /** The longest list that the document itself asks for, 1 where it asks for none, and the variables that ask for lists. */
  readonly most: number;
  readonly variables: readonly string[];
}
/** What multiplies calls. */
const FIRST = 'first';
const MULTIPLIERS: readonly string[] = [FIRST, 'ids'];
/** What a connection without `first` is asked for. */
export const DEFAULT_FIRST = 30;

/** Looks once at each node of the document. */
export const extentOf = (operation: Prepared): Extent => {
  const endpoints = new Map<string, Endpoint>();
  const calling = new Set<string>();
  let perItem = 0;
  let hasLists = false;
  const add = (thing: { readonly extensions: object }): boolean => {
    const called = endpointsOf(thing);
    for (const one of called) if (!SCARCE.includes(one.limit)) endpoints.set(rateOf(one), one);
    return called.length > 0;
  };
  for (const [type, fields] of mentionedIn(operation)) {
    if (add(type)) perItem++;
    for (const field of fields) {
      if (add(field)) calling.add(field.name);
      hasLists ||= field.args.some(({ name }) => name === FIRST);
    }
  }
  let most = hasLists ? DEFAULT_FIRST : 1;
  const variables = new Set<string>();
  const take = (value: ValueNode | undefined) => {
    if (value?.kind === Kind.INT) most = Math.max(most, Number(value.value));
    if (value?.kind === Kind.LIST) most = Math.max(most, value.values.length);
    if (value?.kind === Kind.VARIABLE) variables.add(value.name.value);
  };
  const lookAt = {
    // A field may stand there several times, and be called with other arguments each time.
    Field: ({ name }: { readonly name: { readonly value: string } }) => {
      if (calling.has(name.value)) perItem++;
    },
    Argument: ({ name, value }: ArgumentNode) => {
      if (MULTIPLIERS.includes(name.value)) take(value);
    },
  };
  for (const definition of [operation.operation, ...Object.values(operation.fragments)]) visit(definition, lookAt);
  for (const { variable, defaultValue } of operation.definitions)
    if (variables.has(variable.name.value)) take(defaultValue);
  return { endpoints: [...endpoints.values()], perItem, most, variables: [...variables] };
};
