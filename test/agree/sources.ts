/**
 * Where each name comes from that the gateway sends or reads: from Zoom's SDK, or else from a document of which sources.tsv has the names.
 * Its source stands in docs/zoom.md; its `place` is where that source has the names, if not in this part of this operation.
 */
import { readFileSync } from 'node:fs';
import { declaredLeaves } from './leaves.ts';
import { below, nameless, PARTS, type Part, sdkOperations } from './sdk.ts';

/** One line of sources.tsv. */
export interface Source {
  readonly operation: string;
  readonly part: Part;
  readonly source: string;
  /** "GET /phone/sites/{siteId} answer policy": operation, part, and the object within, if the names stand in another. */
  readonly place: string;
  readonly leaves: readonly string[];
}

/** The leaves of "id site(id name)". */
const leavesOf = (text: string): readonly string[] => {
  const tokens = text.match(/[^\s()]+|[()]/g) ?? [];
  const names = (): string[] => {
    const leaves: string[] = [];
    for (let name = tokens.shift(); name !== undefined && name !== ')'; name = tokens.shift()) {
      if (tokens[0] !== '(') leaves.push(name);
      else {
        tokens.shift();
        leaves.push(...names().map((leaf) => below(name, leaf)));
      }
    }
    return leaves;
  };
  return names();
};

export const sources: readonly Source[] = readFileSync(new URL('sources.tsv', import.meta.url), 'utf8')
  .trimEnd()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [operation = '', part, source = '', place = '', names = ''] = line.split('\t');
    return { operation, part: part as Part, source, place, leaves: leavesOf(names) };
  });

/** Whether some of the names are this leaf. A leaf that may hold anything is any name at its place, or below it. */
export const has = (names: readonly string[], leaf: string): boolean =>
  names.some((name) => name === leaf || (leaf.endsWith('*') && `${name}.`.startsWith(leaf.slice(0, -1))));

/** One name that the gateway sends or reads, and where it comes from. */
export interface Sourced {
  readonly operation: string;
  readonly part: Part;
  readonly leaf: string;
  /** "SDK" where the SDK has it at this place. */
  readonly from?: string;
  readonly line?: Source;
}
const sdk = new Map(sdkOperations.map((operation) => [operation.name, operation]));
export const sdkLeaves = (operation: string, part: Part): readonly string[] =>
  sdk.get(nameless(operation))?.types[part]?.leaves ?? [];

export const sourced: readonly Sourced[] = [...declaredLeaves].flatMap(([operation, leaves]) =>
  PARTS.flatMap((part) => {
    const known = sdkLeaves(operation, part);
    const lines = sources.filter((line) => line.operation === operation && line.part === part);
    return [...leaves[part]].map((leaf): Sourced => {
      const one = { operation, part, leaf };
      if (has(known, leaf)) return { ...one, from: 'SDK' };
      const line = lines.find(({ leaves }) => has(leaves, leaf));
      return line ? { ...one, from: line.source, line } : one;
    });
  }),
);

/** How many names a source has: in the same part of the operation, and at another place. */
export interface SourceCount {
  readonly source: string;
  readonly here: number;
  readonly elsewhere: number;
}
/** The SDK first, then by size. Names without a source are in none. */
export const countsBySource = (all: readonly Sourced[]): readonly SourceCount[] => {
  const found = all.flatMap(({ from, line }) => (from === undefined ? [] : [{ source: from, isHere: !line?.place }]));
  const names = [...new Set(found.map(({ source }) => source))];
  return names
    .map((source) => {
      const own = found.filter((one) => one.source === source);
      const here = own.filter(({ isHere }) => isHere).length;
      return { source, here, elsewhere: own.length - here };
    })
    .sort((a, b) => b.here - a.here);
};
