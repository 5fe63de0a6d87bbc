/** Operations that a client names by verb and path: as they are declared where they are, else as carefully as calls can be made. */
import { declared, type Endpoint, LABELS, type Method } from './endpoint.ts';

/** A raw operation, and the values of its path. */
export interface RawOperation {
  readonly endpoint: Endpoint;
  readonly path: Readonly<Record<string, string>>;
}

/** Zoom says by this code that it does not know a path. Of a path that a client gave, that is the client's to mend. */
const UNKNOWN_PATH = { 2300: 'NOT_FOUND' } as const;

/**
 * The operation of a path, whose parts are decoded. The declared one gives its rate-limit label, its scopes and what its refusals mean. The
 * path of any other is a template as far as a declared path goes along with it, and takes the label of the dearest calls.
 */
export const rawOperation = (method: Method, parts: readonly string[]): RawOperation => {
  const known = bestOf(
    declared().filter((one) => one.method === method && partsOf(one).length === parts.length),
    parts,
    (steps) => steps === parts.length,
  );
  if (known) {
    const { path, limit, scopes, grant, perHost, retired, codes, of, items } = known;
    const shown = { of, items, codes: { ...UNKNOWN_PATH, ...codes } };
    return {
      endpoint: { method, path, limit, scopes, grant, perHost, retired, ...shown, isRaw: true },
      path: valuesIn(partsOf(known), parts),
    };
  }
  const near = bestOf(declared(), parts, (steps) => steps > 0);
  const words = near ? partsOf(near).slice(0, stepsOf(partsOf(near), parts).length) : [];
  const template = parts.map((_, nth) => words[nth] ?? `{part${nth + 1}}`);
  return {
    endpoint: {
      method,
      path: `/${template.join('/')}`,
      limit: LABELS[LABELS.length - 1] as (typeof LABELS)[number],
      scopes: [],
      codes: UNKNOWN_PATH,
      isRaw: true,
    },
    path: valuesIn(template, parts),
  };
};

const NAME = /^\{(\w+)\}$/;
const partsOf = ({ path }: Pick<Endpoint, 'path'>): readonly string[] => path.split('/').slice(1);
const valuesIn = (template: readonly string[], parts: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    template.flatMap((word, nth) => {
      const name = NAME.exec(word)?.[1];
      return name === undefined ? [] : [[name, parts[nth] ?? '']];
    }),
  );

/** How far a template goes along with a path: a letter for each part, `w` for a word and `v` for a value. */
const stepsOf = (template: readonly string[], parts: readonly string[]): string => {
  let steps = '';
  for (const [nth, word] of template.entries()) {
    if (nth < parts.length && word === parts[nth]) steps += 'w';
    else if (nth < parts.length && NAME.test(word)) steps += 'v';
    else break;
  }
  return steps;
};

/** The endpoint that goes along the farthest, of several the one by words rather than values: `/users/email` is no user. */
const bestOf = (
  endpoints: readonly Endpoint[],
  parts: readonly string[],
  isEnough: (steps: number) => boolean,
): Endpoint | undefined => {
  let best: { readonly endpoint: Endpoint; readonly steps: string } | undefined;
  for (const endpoint of endpoints) {
    const steps = stepsOf(partsOf(endpoint), parts);
    if (!isEnough(steps.length)) continue;
    const { length } = best?.steps ?? '';
    if (!best || steps.length > length || (steps.length === length && steps > best.steps)) best = { endpoint, steps };
  }
  return best?.endpoint;
};
