/** A graph that withholds fields from those who may not see them, like a plugin of somebody else would, and sessions of those who ask for them. */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver } from 'graphql';
import type { Context } from '../../resolvers/context.ts';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../../resolvers/session.ts';
import { schema as zoomSchema } from '../../schema/index.ts';
import type { SessionFor } from '../../src/server/session.ts';

/** What it takes to see a field of a meeting. */
export const NEEDS: Readonly<Record<string, Permission>> = { startUrl: 'sensitive', password: 'raw' };

export const schema = mapSchema(zoomSchema, {
  [MapperKind.OBJECT_FIELD]: (field, name, type) => {
    const needed = type === 'Meeting' ? NEEDS[name] : undefined;
    if (!needed) return undefined;
    const { resolve = defaultFieldResolver } = field;
    return {
      ...field,
      resolve: (parent, args, context: Context, info) =>
        context.session.permissions.has(needed) ? resolve(parent, args, context, info) : null,
    };
  },
});

/** Who asks, as a header names them: some see what others do not, and two see the same. */
export const PRINCIPALS: Readonly<Record<string, readonly Permission[]>> = {
  owner: PERMISSIONS,
  host: ['read', 'sensitive'],
  deputy: ['sensitive', 'read'],
  auditor: ['read', 'raw'],
  guest: ['read'],
};
export const PRINCIPAL = 'x-principal';

/** All have the one credential of the server. */
export const sessionFor: SessionFor = (headers, client) => {
  const principal = headers.get(PRINCIPAL) ?? '';
  const permissions = PRINCIPALS[principal];
  if (!permissions) throw new Error('Nobody is called that.');
  return createSession({ principal, permissions: new Permissions(permissions), zoom: client.as() });
};
