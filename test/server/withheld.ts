/** A graph with fields that need permissions, and sessions of those who ask for them. */
import { MapperKind, mapSchema } from '@graphql-tools/utils';
import { createSession, PERMISSIONS, type Permission, Permissions } from '../../resolvers/session.ts';
import { schema as zoomSchema } from '../../schema/index.ts';
import { needing } from '../../schema/types/needs.ts';
import type { SessionFor } from '../../src/server/session.ts';

/** What it takes to see a field of a meeting. */
export const NEEDS: Readonly<Record<string, Permission>> = { startUrl: 'sensitive', password: 'raw' };

export const schema = mapSchema(zoomSchema, {
  [MapperKind.OBJECT_FIELD]: (field, name, type) => {
    const needs = type === 'Meeting' ? NEEDS[name] : undefined;
    return needs && { ...field, extensions: { ...field.extensions, ...needing(needs) } };
  },
});

/** Who asks, as a header names them: some see what others do not, and two see the same. */
export const PRINCIPALS: Readonly<Record<string, readonly Permission[]>> = {
  owner: PERMISSIONS,
  partner: PERMISSIONS,
  host: ['read', 'write', 'sensitive'],
  deputy: ['sensitive', 'write', 'read'],
  auditor: ['read', 'write', 'raw'],
  guest: ['read', 'write'],
};
export const PRINCIPAL = 'x-principal';

/** All have the one credential of the server. */
export const sessionFor: SessionFor = (headers, client) => {
  const principal = headers.get(PRINCIPAL) ?? '';
  const permissions = PRINCIPALS[principal];
  if (!permissions) throw new Error('Nobody is called that.');
  return createSession({ principal, permissions: new Permissions(permissions), zoom: client.as() });
};
