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
      'What Zoom tells of its own accord. Each event is shown in the graph as it is when the event comes: what an event tells is not asked for again.',
    extensions: needing('read'),
  });
};
