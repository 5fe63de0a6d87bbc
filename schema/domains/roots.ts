/** The roots, to which each domain adds its fields. */
import type { Domain } from '../types/builder.ts';
import { needing } from '../types/needs.ts';
import { permissionType } from '../types/permissions.ts';

export const rootsDomain: Domain = (builder) => {
  permissionType(builder);
  builder.queryType({ description: 'Entry points for reading the account.', extensions: needing('read') });
  builder.mutationType({
    description: 'Changes. Each mutation performs one write operation of the Zoom API.',
    extensions: needing('write'),
  });
  builder.subscriptionType({
    description:
      'The events that Zoom sends. Fields that an event contains take no call; others are read when it arrives.',
    extensions: needing('read'),
  });
};
