/**
 * What is left of the building of a schema: Pothos keeps all that was declared, in the `extensions` of whatever it makes of that, and in its
 * builder, to which resolvers lead. Nobody asks for it when the schema stands, and it takes as much memory as the schema itself.
 */
import {
  type GraphQLSchema,
  isAbstractType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
} from 'graphql';
import type { Builder } from './builder.ts';

/** What has extensions: a type, a field, an argument, a word of an enum. */
interface Extended {
  extensions: Readonly<Record<string, unknown>>;
}
const NONE = Object.freeze({});

/** A schema that was just built, with the extensions alone that were declared. Its builder makes no other one. */
export const withoutLeftovers = (schema: GraphQLSchema, builder: Builder): GraphQLSchema => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = declared(type.extensions).resolveType ?? type.resolveType;
    if (isObjectType(type) || isInterfaceType(type))
      for (const field of Object.values(type.getFields())) {
        tidy(field);
        for (const argument of field.args) tidy(argument);
      }
    if (isInputObjectType(type)) for (const field of Object.values(type.getFields())) tidy(field);
    if (isEnumType(type)) for (const value of type.getValues()) tidy(value);
    tidy(type);
  }
  forget(builder.configStore);
  return schema;
};

/** What Pothos waits for, and has found, by the types that it makes. It tells nobody of it. */
interface Kept {
  readonly refs: Set<Partial<Record<(typeof WAITING)[number], ReadonlySet<unknown>>>>;
  readonly fields: Map<string, unknown>;
  readonly implementors: Map<string, unknown>;
}
const WAITING = ['configCallbacks', 'fields', 'fieldCbs'] as const;
const NOBODY: ReadonlySet<unknown> = new Set();

/** Of its types it is still asked for the names. The references to them are held by resolvers: each has three sets, which take room even when they are empty. */
const forget = (configStore: object): void => {
  const { refs, fields, implementors } = configStore as Kept;
  for (const ref of refs) for (const waiting of WAITING) if (waiting in ref) ref[waiting] = NOBODY;
  for (const kept of [refs, fields, implementors]) kept.clear();
};

/** Tells the type of an object without what Pothos puts around it, which holds on to the builder. */
const declared = ({ pothosOptions }: Extended['extensions']) =>
  (pothosOptions ?? {}) as { readonly resolveType?: (value: unknown) => string };

/** Objects as they were declared, of which graphql makes tables: these take several times the room, even when they are empty. */
const tidy = (extended: Extended): void => {
  const { pothosConfig = extended } = extended.extensions as { readonly pothosConfig?: Partial<Extended> };
  const { extensions = NONE } = pothosConfig;
  extended.extensions = isEmpty(extensions) ? NONE : extensions;
};
const isEmpty = (extensions: object): boolean => {
  for (const _ in extensions) return false;
  return true;
};
