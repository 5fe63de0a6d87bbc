/** `@needs`: the permission without which a field is null. What holds for the fields of a root is said of its type. */
import {
  BasePlugin,
  type FieldNullability,
  type InputFieldMap,
  type PothosOutputFieldConfig,
  type SchemaTypes,
  type TypeParam,
} from '@pothos/core';
import type { Permission } from '../../resolvers/session.ts';

/** What `@needs` says: the permission's word, or none. */
export type Needs = { readonly permission: Uppercase<Permission> | null };

interface Needing {
  /** The permission that a field needs, or each field of a type; null where a field needs none though its type says so. */
  readonly needs?: Permission | null;
}
declare global {
  export namespace PothosSchemaTypes {
    interface FieldExtensions extends Needing {}
    interface FieldOptions<
      Types extends SchemaTypes = SchemaTypes,
      ParentShape = unknown,
      Type extends TypeParam<Types> = TypeParam<Types>,
      Nullable extends FieldNullability<Type> = FieldNullability<Type>,
      Args extends InputFieldMap = InputFieldMap,
      ResolveShape = unknown,
      ResolveReturnShape = unknown,
    > extends Needing {}
  }
}

/** The extensions of what needs a permission: what is held to, and what is printed. */
export const needing = (needs: Permission | null | undefined) => {
  if (needs === undefined) return {};
  const permission = needs && (needs.toUpperCase() as Uppercase<Permission>);
  return { needs, directives: { needs: [{ permission } satisfies Needs] } };
};

/** What a field says that it needs. */
export const needsOf = (field: { readonly extensions: Needing } | undefined): Permission | null | undefined =>
  field?.extensions.needs;

/** Reads the option `needs` of fields. */
export class NeedsPlugin<T extends SchemaTypes> extends BasePlugin<T> {
  override onOutputFieldConfig(config: PothosOutputFieldConfig<T>): PothosOutputFieldConfig<T> {
    const { needs } = config.pothosOptions as Needing;
    if (needs === undefined) return config;
    const { directives, ...extensions } = config.extensions ?? {};
    const { directives: own, ...more } = needing(needs);
    return { ...config, extensions: { ...extensions, ...more, directives: { ...(directives as object), ...own } } };
  }
}
