/** The roots, to which each domain adds its fields. */
import type { Domain } from '../types/builder.ts';

export const rootsDomain: Domain = (builder) => {
  builder.queryType({ description: "What can be read: each root leads into one graph of the account's things." });
  builder.mutationType({ description: "What can be changed: each field is one of Zoom's writes." });
};
