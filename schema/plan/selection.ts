/** Looking ahead: which of Zoom's fields the client's selection will need. */
import { collectSubFields } from '@graphql-tools/utils';
import {
  type FieldNode,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLResolveInfo,
  getNamedType,
  isLeafType,
  isObjectType,
} from 'graphql';

declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions {
      /** The fields of Zoom's object that a field of the graph is made of. */
      requires?: readonly string[];
      /** The field is answered by a call of its own, which takes no more of the parent than its key. */
      fetches?: true;
      /** The field shows the own id of its parent, which may yet have to be read. */
      exposesId?: true;
    }
  }
}

/** Where in an operation one looks ahead from: a resolver's info has it all. */
export type Look = Pick<GraphQLResolveInfo, 'schema' | 'fragments' | 'variableValues' | 'returnType' | 'fieldNodes'> & {
  /** Where what was found is kept for later runs of the same operation, by an executor that has such a place. */
  readonly memo?: Map<string, unknown>;
};

/** Looks once for all runs of an operation. */
const once = <T>({ memo }: Look, name: string, look: () => T): T => {
  if (!memo) return look();
  if (!memo.has(name)) memo.set(name, look());
  return memo.get(name) as T;
};

/** What is selected of a type below these nodes, by the name in the answer: fragments are opened, what is skipped is left out. */
export const fieldsIn = (info: Look, type: GraphQLObjectType, nodes: readonly FieldNode[]) =>
  collectSubFields(info.schema, info.fragments, info.variableValues, type, [...nodes]).fields;

/** Whether any of these fields is selected below the current one. */
export const selects = (info: Look, names: readonly string[]): boolean =>
  once(info, `selects ${names}`, () => {
    const type = getNamedType(info.returnType);
    if (!isObjectType(type)) return true;
    return [...fieldsIn(info, type, info.fieldNodes).values()].some(([node]) => names.includes(node?.name.value ?? ''));
  });

/**
 * The fields of Zoom's object that the selection below the current field needs, of the object at the end of each of these
 * paths (`[[]]` is the field's own type; `[['nodes'], ['edges', 'node']]` a connection's items).
 */
export const wanted = (
  info: Look,
  paths: readonly (readonly string[])[] = [[]],
  of?: GraphQLObjectType,
): ReadonlySet<string> =>
  once(info, `wanted ${paths.join()} ${of}`, () => {
    const keys = new Set<string>();
    const type = of ?? getNamedType(info.returnType);
    if (isObjectType(type)) for (const path of paths) collect(info, type, info.fieldNodes, path, keys);
    return keys;
  });

/** Whether a field selected below the current one asks Zoom by itself, and so proves or disproves that the object exists. */
export const fetches = (info: Look, of?: GraphQLObjectType): boolean =>
  once(info, `reads ${of}`, () => {
    const type = of ?? getNamedType(info.returnType);
    if (!isObjectType(type)) return false;
    const fields = type.getFields();
    return [...fieldsIn(info, type, info.fieldNodes).values()].some(
      ([node]) => extensionsOf(fields[node?.name.value ?? ''])?.fetches,
    );
  });

/**
 * Whether of the objects at the end of these paths nothing is selected but what `keys` tell and what each asks Zoom for by itself: so
 * that nothing is gained by waiting till all of them are there, and some of those questions can be asked before.
 */
export const isApart = (
  info: Look,
  paths: readonly (readonly string[])[],
  keys: ReadonlySet<string>,
  of?: GraphQLObjectType,
): boolean =>
  once(info, `apart ${of}`, () => {
    const fields: (GraphQLField<unknown, unknown> | undefined)[] = [];
    const type = of ?? getNamedType(info.returnType);
    if (isObjectType(type)) for (const path of paths) fields.push(...selectedAt(info, type, info.fieldNodes, path));
    const areRead = fields.filter((field) => extensionsOf(field)?.fetches);
    const others = fields.filter((field) => !extensionsOf(field)?.fetches);
    const isTold = (field: GraphQLField<unknown, unknown> | undefined) =>
      isLeafType(getNamedType(field?.type)) && (extensionsOf(field)?.requires ?? []).every((key) => keys.has(key));
    return areRead.length > 0 && others.every((field) => field === undefined || isTold(field));
  });

/** The fields that are selected at the end of a path; undefined for `__typename`. */
const selectedAt = (
  info: Look,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  [step, ...rest]: readonly string[],
): (GraphQLField<unknown, unknown> | undefined)[] => {
  const fields = type.getFields();
  return [...fieldsIn(info, type, nodes).values()].flatMap((selected) => {
    const name = selected[0]?.name.value ?? '';
    if (step === undefined) return [fields[name]];
    const next = getNamedType(fields[name]?.type);
    return name === step && isObjectType(next) ? selectedAt(info, next, selected, rest) : [];
  });
};

const collect = (
  info: Look,
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  [step, ...rest]: readonly string[],
  keys: Set<string>,
): void => {
  const fields = type.getFields();
  for (const selected of fieldsIn(info, type, nodes).values()) {
    const name = selected[0]?.name.value ?? '';
    if (step === undefined) for (const key of extensionsOf(fields[name])?.requires ?? []) keys.add(key);
    else if (name === step) {
      const next = getNamedType(fields[name]?.type);
      if (isObjectType(next)) collect(info, next, selected, rest, keys);
    }
  }
};

export const extensionsOf = (field: GraphQLField<unknown, unknown> | undefined) =>
  field?.extensions as PothosSchemaTypes.FieldExtensions | undefined;
