/** What holds of an operation before it runs, whatever its variables: found out once, by what it mentions. */
import { getNamedType, isAbstractType, OperationTypeNode } from 'graphql';
import type { Prepared } from '../../src/engine/executor/index.ts';
import { mentionedIn } from '../../src/engine/executor/mentions.ts';
import type { Label } from '../../src/zoom/declare/endpoint.ts';
import { endpointsOf } from '../types/rest.ts';
import { extensionsOf } from './selection.ts';

/** The rate-limit labels of all calls that an operation may make. */
export const labelsOf = (operation: Prepared): ReadonlySet<Label> => {
  const labels = new Set<Label>();
  const add = (thing: { readonly extensions: object }) => {
    for (const { limit } of endpointsOf(thing)) labels.add(limit);
  };
  for (const [type, fields] of mentionedIn(operation)) {
    add(type);
    // Of an interface, the types that are asked for are named by fragments.
    for (const field of fields) if (!isAbstractType(getNamedType(field.type))) add(field);
  }
  return labels;
};

/** Whether an operation shows where objects without identity stand. */
export const showsPlaces = (operation: Prepared): boolean =>
  [...mentionedIn(operation).values()].some((fields) =>
    [...fields].some((field) => extensionsOf(field).showsPlace === true),
  );

/** Whether all that an operation asks for is Zoom's to tell, and nothing of the state of the gateway itself. */
export const isOfZoomAlone = (operation: Prepared): boolean => {
  const query = operation.schema.getQueryType();
  if (operation.operation.operation !== OperationTypeNode.QUERY || !query) return false;
  const roots = [...(mentionedIn(operation).get(query) ?? [])];
  return roots.every((field) => endpointsOf(field).length > 0);
};
