/** Which fields of the graph the scopes of a token open, by the endpoints of their `@rest`. */
import { type GraphQLSchema, isObjectType } from 'graphql';
import { ofOwnAccount, type Scopes, scopesFor } from '../../../schema/plan/scopes.ts';
import { endpointsOf } from '../../../schema/types/rest.ts';
import { familyOf, isGranted } from '../../zoom/auth/scopes.ts';

/** A scope that the token lacks, and the fields that it would open. */
export interface Part {
  readonly scope: string;
  /** Such as "User.settings". */
  readonly fields: readonly string[];
}

export interface Opened {
  /** How many fields call Zoom with the account's token, and for how many of these the scopes suffice, or Zoom decides. */
  readonly all: number;
  readonly open: number;
  readonly closed: readonly Part[];
}

/** A field is closed where every call that it may make is one that the token is certain not to be allowed. */
export const openedBy = (schema: GraphQLSchema, granted: ReadonlySet<string>): Opened => {
  const closed = new Map<string, string[]>();
  const kind = kindOf(granted);
  let all = 0;
  let shut = 0;
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType))
    for (const field of Object.values(type.getFields())) {
      const calls = ofOwnAccount(endpointsOf(field)).filter(({ grant }) => grant === undefined);
      if (calls.length === 0) continue;
      all++;
      if (!calls.every(({ scopes }) => isGranted(scopes, granted) === false)) continue;
      shut++;
      const scopes = calls.flatMap((endpoint) => scopesFor(endpoint)[kind] ?? []);
      for (const scope of new Set(scopes))
        closed.set(scope, [...(closed.get(scope) ?? []), `${type.name}.${field.name}`]);
    }
  const parts = [...closed].map(([scope, fields]) => ({ scope, fields }));
  return { all, open: all - shut, closed: parts.sort((a, b) => (a.scope < b.scope ? -1 : 1)) };
};

/** Zoom gives an app scopes of one kind. */
const kindOf = (granted: ReadonlySet<string>): keyof Scopes =>
  [...granted].some((scope) => familyOf(scope) === 'classic') ? 'classic' : 'granular';
