/** Finds the endpoint that a request means, from the declarations alone: a literal segment comes before a parameter. */
import type { Endpoint } from '../zoom/declare/endpoint.ts';

export interface Route {
  readonly endpoint: Endpoint;
  readonly path: Readonly<Record<string, string>>;
}

/** What a path value becomes that was encoded once although it needed twice: no object has this name. */
export const UNREACHABLE = '\u0000';

/**
 * A path segment as Zoom reads it. A UUID that begins with `/` or holds `//` must be encoded twice, any other once; the wrong
 * way finds nothing (docs/zoom.md 5).
 */
const parameterOf = (segment: string): string => {
  const once = decoded(segment);
  if (needsTwo(once)) return UNREACHABLE;
  if (!/%[0-9a-f]{2}/i.test(once)) return once;
  const twice = decoded(once);
  return needsTwo(twice) ? twice : once;
};
const needsTwo = (value: string) => value.startsWith('/') || value.includes('//');
const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return UNREACHABLE;
  }
};

const isParameter = (segment: string) => segment.startsWith('{');
const rank = ({ path }: Endpoint) =>
  path
    .split('/')
    .map((segment) => (isParameter(segment) ? '1' : '0'))
    .join('');

/** A function from method and raw path (below /v2, still encoded) to the endpoint and its path values. */
export const routerOf = (endpoints: readonly Endpoint[]) => {
  const table = new Map<string, { endpoint: Endpoint; segments: readonly string[] }[]>();
  for (const endpoint of [...endpoints].sort((a, b) => rank(a).localeCompare(rank(b)))) {
    const segments = endpoint.path.split('/').slice(1);
    const at = `${endpoint.method} ${segments.length}`;
    table.set(at, [...(table.get(at) ?? []), { endpoint, segments }]);
  }
  return (method: string, rawPath: string): Route | undefined => {
    const raw = rawPath.split('/').slice(1);
    const found = table
      .get(`${method} ${raw.length}`)
      ?.find(({ segments }) => segments.every((s, i) => (isParameter(s) ? raw[i] !== '' : s === raw[i])));
    return (
      found && {
        endpoint: found.endpoint,
        path: Object.fromEntries(
          found.segments.flatMap((s, i) => (isParameter(s) ? [[s.slice(1, -1), parameterOf(raw[i] ?? '')]] : [])),
        ),
      }
    );
  };
};
