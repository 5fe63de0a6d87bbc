/** What is withheld from a session: fields that need a permission which it lacks. */
import type { Withholding } from '../src/engine/executor/types.ts';
import { InputError } from './errors.ts';
import { type Permission, Permissions } from './session.ts';

/** What a field, or the type of all fields of a root, says of itself: null where it needs none though its type says so. */
interface Needing {
  readonly name: string;
  readonly extensions: { readonly needs?: Permission | null };
}

/** The permission that a field of a type needs. Introspection needs none. */
export const neededBy = (field: Needing, of: Needing): Permission | undefined => {
  const { needs = of.extensions.needs } = field.extensions;
  return field.name.startsWith('__') ? undefined : (needs ?? undefined);
};

/** The refusal of what needs a permission that who asks does not have. */
export const lacking = (what: string, permission: Permission): InputError =>
  new InputError(`\`${what}\` needs the permission "${permission}", which you do not have.`, 'FORBIDDEN');

const known = new Map<number, Withholding>();
/** What is withheld from whoever has these permissions; undefined where that is nothing. The same for equal sets. */
export const withholdingFrom = (permissions: Permissions): Withholding | undefined => {
  const { mask } = permissions;
  if (mask === Permissions.all.mask) return undefined;
  const withholding = known.get(mask) ?? {
    name: String(mask),
    refusalOf: (field: Needing, of: Needing) => {
      const needed = neededBy(field, of);
      return needed && !permissions.has(needed) ? lacking(field.name, needed) : undefined;
    },
  };
  known.set(mask, withholding);
  return withholding;
};
