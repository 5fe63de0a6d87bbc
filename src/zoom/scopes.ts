/** Whether a token's scopes allow an endpoint (zoom-behaviour 1.3). */

const bareOf = (scope: string): string => scope.replace(/:(admin|master)$/, '');
/** Granular scopes name an object too: "user:read:list_users" beside the classic "user:read". */
const isGranular = (scope: string): boolean => bareOf(scope).split(':').length > 2;

/** The scopes of a token's `scope` text; undefined where Zoom gave none, so that nothing can be judged. */
export const scopesIn = (text: unknown): ReadonlySet<string> | undefined =>
  typeof text === 'string' && text.trim() !== '' ? new Set(text.trim().split(/\s+/)) : undefined;

/**
 * True when one of the accepted scopes is granted, itself or as its `:admin` or `:master` form. Undefined where that cannot be judged: an
 * app has either classic or granular scopes, and an endpoint may be known with scopes of the other kind alone.
 */
export const isGranted = (accepted: readonly string[], granted: ReadonlySet<string>): boolean | undefined => {
  const judged = judgements.get(granted) ?? new Map<readonly string[], boolean | undefined>();
  judgements.set(granted, judged);
  if (!judged.has(accepted)) judged.set(accepted, judge(accepted, granted));
  return judged.get(accepted);
};
/** Each declaration is judged once for a token. */
const judgements = new WeakMap<ReadonlySet<string>, Map<readonly string[], boolean | undefined>>();

const judge = (accepted: readonly string[], granted: ReadonlySet<string>): boolean | undefined => {
  if (accepted.length === 0) return true;
  const all = new Set([...granted].flatMap((scope) => [scope, bareOf(scope)]));
  if (accepted.some((scope) => all.has(scope))) return true;
  const kinds = new Set([...granted].map(isGranular));
  return accepted.some((scope) => kinds.has(isGranular(scope))) ? false : undefined;
};
