/** What each custom scalar of the graph is in JSON, as a TypeScript type. */
export const scalars = {
  BigInt: 'number | string',
  Date: 'string',
  DateTime: 'string',
  File: 'File',
  JSON: 'unknown',
  URL: 'string',
} as const;
