/** Whether an answer that was given under faults is right, or says honestly where it is not: beside the truth, the same answer without faults. */
import { isDeepStrictEqual } from 'node:util';
import { isRaw, type Raw } from '../exerciser/graph.ts';
import type { Result } from '../run.ts';

/** What may come of Zoom's faults, and of nothing that the client did. */
const HONEST: ReadonlySet<unknown> = new Set(['RATE_LIMITED', 'TIMEOUT', 'UPSTREAM_ERROR', 'UNAUTHENTICATED']);

type Path = readonly (string | number)[];
const startsWith = (path: Path, start: Path): boolean => start.every((key, i) => path[i] === key);

export interface Terms {
  /** Items that cannot be judged, and lists that cannot be read, may be left out where an error says so: of filters and of lists over all users. */
  readonly leavesOut?: boolean;
}

/** What is wrong with an answer, in words; nothing where it is right or honest. */
export const wrongIn = (result: Result, truth: Result, { leavesOut = false }: Terms = {}): string[] => {
  const errors = (result.errors ?? []).map(({ path = [], message, extensions }) => ({ path, message, ...extensions }));
  const truths = (truth.errors ?? []).map(({ path = [], extensions }) => ({ path, ...extensions }));
  const cutShort = new Set(notesIn(result).flatMap((note) => /^Lists at `([^`]+)` end before/.exec(note)?.[1] ?? []));
  /** An error at this place or within it: what is null here is so since something of it could not be had. */
  const isTold = (at: Path) => errors.some(({ path }) => startsWith(path, at));
  /** An error at this very place. */
  const isToldAt = (at: Path) => errors.some(({ path }) => path.length === at.length && startsWith(path, at));
  /** An error at this very place, or a note that lists like this one end before their time. */
  const isToldOf = (at: Path) => isToldAt(at) || cutShort.has(at.filter((key) => typeof key === 'string').join('.'));
  const isToldAbove = (at: Path) => errors.some(({ path }) => path.length < at.length && startsWith(at, path));

  const wrong = (at: Path, what: string) => [`${at.join('.')} ${what}`];
  const differing = (got: unknown, want: unknown, at: Path): string[] => {
    if (isDeepStrictEqual(got, want)) return [];
    if (got === null || got === undefined) return isTold(at) ? [] : wrong(at, 'is null, and no error says why.');
    if (isRaw(got) && isRaw(want)) return isList(got) && isList(want) ? listed(got, want, at) : fields(got, want, at);
    if (Array.isArray(got) && Array.isArray(want) && got.length === want.length)
      return got.flatMap((one, i) => differing(one, want[i], [...at, i]));
    if (leavesOut && isToldAbove(at)) return [];
    return wrong(at, `is ${JSON.stringify(got)?.slice(0, 200)}, and not ${JSON.stringify(want)?.slice(0, 200)}.`);
  };
  const fields = (got: Raw, want: Raw, at: Path): string[] =>
    [...new Set([...Object.keys(got), ...Object.keys(want)])].flatMap((name) =>
      differing(got[name], want[name], [...at, name]),
    );

  /** A list says that it goes on, or has all items, once, in their order; or an error says that it has not. */
  const listed = (got: List, want: List, at: Path): string[] => {
    const { nodes, ...others } = got;
    const [items, all] = [nodes ?? [], want.nodes ?? []];
    if (nodes === null) return isTold([...at, 'nodes']) ? [] : wrong(at, 'has no items, and no error says why.');
    const isPartial = items.length < all.length;
    const problems: string[] = [];
    let next = 0;
    for (const [i, item] of items.entries()) {
      const found = all.findIndex((one, n) => n >= next && differing(item, one, [...at, 'nodes', i]).length === 0);
      if (found < 0 || (found > next && !leavesOut))
        problems.push(
          ...differing(item, all[i] ?? null, [...at, 'nodes', i]),
          ...wrong([...at, 'nodes', i], 'is not next in the list.'),
        );
      else next = found + 1;
    }
    if (isPartial && !isToldOf(at) && !(leavesOut && got.pageInfo.hasNextPage))
      problems.push(...wrong(at, `has ${items.length} of ${all.length} items, and no error says why.`));
    if (isPartial && !leavesOut && !got.pageInfo.hasNextPage)
      problems.push(...wrong(at, `has ${items.length} of ${all.length} items, and claims that there are no more.`));
    const { pageInfo, nodes: _, ...truly } = want;
    const isOpen = isPartial || (got.pageInfo.hasNextPage && (leavesOut || isToldOf(at)));
    const page = isOpen
      ? []
      : differing(got.pageInfo.hasNextPage, pageInfo.hasNextPage, [...at, 'pageInfo', 'hasNextPage']);
    const { pageInfo: __, ...rest } = others;
    return [...problems, ...(leavesOut && isToldAt(at) ? [] : page), ...fields(rest, truly, at)];
  };

  const codes = errors.flatMap(({ path, code, message }) =>
    HONEST.has(code) || truths.some((one) => one.code === code && isDeepStrictEqual(one.path, path))
      ? []
      : [`${path.join('.')} has an error that the faults do not explain: ${code}: ${message}`],
  );
  return [...codes, ...differing(result.data, truth.data, [])];
};

const notesIn = ({ extensions }: Result): readonly string[] => (extensions?.zoom?.notes ?? []) as readonly string[];

interface List extends Raw {
  readonly nodes: readonly unknown[] | null;
  readonly pageInfo: { readonly hasNextPage: boolean };
}
const isList = (value: Raw): value is List => 'nodes' in value && isRaw(value.pageInfo);
