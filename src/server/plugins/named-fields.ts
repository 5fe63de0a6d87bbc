/** How many of the fields that cause the same calls are named. */
const MOST = 5;

/** The response paths that cause something: some by name, the others by their number. */
export const namedFields = (paths: Iterable<string>): { fields: readonly string[]; moreFields?: number } => {
  const all = [...new Set(paths)];
  return { fields: all.slice(0, MOST), ...(all.length > MOST && { moreFields: all.length - MOST }) };
};
