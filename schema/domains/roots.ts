/** The roots, to which each domain adds its fields. */
import type { Domain } from '../types/builder.ts';

export const rootsDomain: Domain = (builder) => {
  builder.queryType({ description: 'Entry points for reading the account.' });
  builder.mutationType({ description: 'Changes. Each mutation performs one write operation of the Zoom API.' });
};
