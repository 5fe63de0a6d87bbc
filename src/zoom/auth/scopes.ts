/** Whether a token's scopes allow an endpoint (docs/zoom.md 1.3). */

const bareOf = (scope: string): string => scope.replace(/:(admin|master)$/, '');

/**
 * Classic scopes are "user:read", "user:write" and "account:master"; granular ones name an object, too: "user:read:list_users". Others
 * ("scim2", "zoomapp:inmeeting", "imchat:bot") come with either, and tell nothing of what an app's other scopes are like.
 */
export const familyOf = (scope: string): 'classic' | 'granular' | undefined => {
  if (/^[^:]+:(read|write|master)(:(admin|master))?$/.test(scope)) return 'classic';
  return bareOf(scope).split(':').length > 2 ? 'granular' : undefined;
};
const familiesOf = (scopes: Iterable<string>) => new Set([...scopes].map(familyOf).filter((one) => one !== undefined));

/** The scopes of a token's `scope` text; undefined where Zoom gave none, so that nothing can be judged. */
export const scopesIn = (text: unknown): ReadonlySet<string> | undefined =>
  typeof text === 'string' && text.trim() !== '' ? new Set(text.trim().split(/\s+/)) : undefined;

/**
 * True when one of the accepted scopes is granted, itself or as its `:admin` or `:master` form. False only where it is certain that none
 * is: for each family of scopes that the token has, a scope is known that the endpoint accepts. Otherwise undefined.
 */
export const isGranted = (accepted: readonly string[], granted: ReadonlySet<string>): boolean | undefined => {
  const grant = grants.get(granted) ?? grantOf(granted);
  grants.set(granted, grant);
  if (!grant.judged.has(accepted)) grant.judged.set(accepted, judge(accepted, grant));
  return grant.judged.get(accepted);
};

/** What follows from a token's scopes: all that they allow, their families, and what each declaration was judged, once for a token. */
interface Grant {
  readonly all: ReadonlySet<string>;
  readonly families: readonly string[];
  readonly judged: Map<readonly string[], boolean | undefined>;
}
const grants = new WeakMap<ReadonlySet<string>, Grant>();
const grantOf = (granted: ReadonlySet<string>): Grant => ({
  all: new Set([...granted].flatMap((scope) => [scope, bareOf(scope)])),
  families: [...familiesOf(granted)],
  judged: new Map(),
});

const judge = (accepted: readonly string[], { all, families }: Grant): boolean | undefined => {
  if (accepted.length === 0) return true;
  if (accepted.some((scope) => all.has(scope))) return true;
  const known: ReadonlySet<string> = familiesOf(accepted);
  return families.length > 0 && families.every((family) => known.has(family)) ? false : undefined;
};
