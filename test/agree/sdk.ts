/**
 * What Zoom's SDK has, read from its files: its operations, the names of their types, and the fields in these. The compiler compares the
 * types themselves (agree.ts); this says which there are, and counts.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** What a client gives, and gets, in an operation. */
export const PARTS = ['query', 'body', 'answer'] as const;
export type Part = (typeof PARTS)[number];

export interface SdkOperation {
  /** "GET /users/{}": what stands in a path has other names in the SDK. */
  readonly name: string;
  /** The module: "@zoom/rivet/users". */
  readonly product: string;
  /** Where a client has it: `endpoints[group][method]`. */
  readonly group: string;
  readonly method: string;
  /** What the SDK calls the values in its path, in their order. */
  readonly parameters: readonly string[];
  /** Its types, but those of which the SDK says no more than that they are objects. */
  readonly types: Readonly<Partial<Record<Part, SdkType>>>;
}
export interface SdkType {
  readonly name: string;
  readonly leaves: readonly string[];
  /** The fields, leaves or not, that the object which has them always holds: "users", "users.id". */
  readonly always: ReadonlySet<string>;
}

const root = new URL('../../node_modules/@zoom/rivet/', import.meta.url);

/** An operation's name without the names of what stands in its path. */
export const nameless = (operation: string): string => operation.replace(/\{\w+\}/g, '{}');

const operationsOf = (product: string): SdkOperation[] => {
  const types = readFileSync(new URL(`${product}/${product}.d.ts`, root), 'utf8').replace(/\/\*\*.*?\*\//gs, '');
  const code = readFileSync(new URL(`${product}/${product}.mjs`, root), 'utf8');
  const declared = new Map(
    [...types.matchAll(/^(?:type (\w+) =|interface (\w+)) (.*?[;}])\n(?=\w|$)/gms)].map(([, type, face, text = '']) => [
      type ?? face ?? '',
      text,
    ]),
  );
  const signatures = new Map(grouped(types, SIGNATURE).map(({ group, said }) => [`${group}.${said.method}`, said]));
  return grouped(code, CALL).map(({ group, said: { method = '', verb, path = '' } }) => {
    const { given = '', answer } = signatures.get(`${group}.${method}`) ?? {};
    const named = { query: /query\??: (\w+)/.exec(given)?.[1], body: /body\??: (\w+)/.exec(given)?.[1], answer };
    const known = PARTS.flatMap((part) => {
      // Some signatures spell out what has a name.
      const name = [named[part], capital(group) + capital(method) + ENDINGS[part]].find((each) =>
        declared.has(each ?? ''),
      );
      const text = declared.get(name ?? '');
      return text && text !== 'object;' ? [[part, { name, ...fieldsIn(text, declared) }]] : [];
    });
    const name = `${verb} ${path.replace(/\$\{\w+\}/g, '{}')}`;
    const parameters = [...path.matchAll(/\$\{(\w+)\}/g)].map(([, parameter = '']) => parameter);
    return { name, product, group, method, parameters, types: Object.fromEntries(known) };
  });
};
const ENDINGS: Readonly<Record<Part, string>> = { query: 'QueryParams', body: 'RequestBody', answer: 'Response' };
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

// The groups of a client are indented by four blanks, and what is in them by eight.
const GROUP = /^ {4}(?:readonly )?(?<begun>\w+)(?: =|:) \{$/.source;
const SIGNATURE = /^ {8}(?<method>\w+): \(_: (?<given>.*?)\) => Promise<BaseResponse<(?<answer>\w+)/.source;
const CALL =
  /^ {8}(?<method>\w+): this\.buildEndpoint\(\{\s*method: "(?<verb>\w+)",.*?urlPathBuilder: \([^)]*\) => `(?<path>[^`]*)`/
    .source;
type Said = Readonly<Partial<Record<string, string>>>;
const grouped = (text: string, member: string): { group: string; said: Said }[] => {
  let group = '';
  return [...text.matchAll(new RegExp(`${GROUP}|${member}`, 'gms'))].flatMap(({ groups: said = {} }) => {
    group = said.begun ?? group;
    return said.begun ? [] : [{ group, said }];
  });
};

type Texts = ReadonlyMap<string, string>;
/** The leaves in the text of a type, as "users.id": lists are passed over, and `*` is where anything may stand. */
const fieldsIn = (text: string, others: Texts): Pick<SdkType, 'leaves' | 'always'> => {
  const always = new Map<string, boolean>();
  const leaves = leavesIn(text, { others, always, seen: [], path: '' });
  return { leaves, always: new Set([...always].flatMap(([path, isSure]) => (isSure ? [path] : []))) };
};
interface Reading {
  readonly others: Texts;
  /** Of each field, whether all objects have it that are written down for its place. */
  readonly always: Map<string, boolean>;
  readonly seen: readonly string[];
  readonly path: string;
}
const leavesIn = (text: string, { others, always, seen, path: root }: Reading): readonly string[] => {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|-?[\w$.]+|\[\]|\S/g) ?? [];
  let at = 0;
  const take = (token: string) => {
    const isNext = tokens[at] === token;
    if (isNext) at++;
    return isNext;
  };
  const anyOf = (path: string): string[] => {
    // Of several forms a field is in all of them, or not always there; what is put together by `&` is one form.
    const forms: Set<string>[] = [new Set()];
    const leaves = [...one(path, forms[0]!)];
    for (let isOther = take('|'); isOther || take('&'); isOther = take('|')) {
      if (isOther) forms.push(new Set());
      leaves.push(...one(path, forms.at(-1)!));
    }
    for (const key of new Set(forms.flatMap((keys) => [...keys])))
      if (forms.some((keys) => !keys.has(key))) always.set(below(path, key), false);
    return leaves;
  };
  const one = (path: string, keys: Set<string>): readonly string[] => {
    const leaves = take('(') ? closed(anyOf(path)) : take('{') ? fields(path, keys) : named(tokens[at++] ?? '', path);
    while (take('[]'));
    return leaves;
  };
  const closed = (leaves: string[]): string[] => {
    take(')');
    return leaves;
  };
  const fields = (path: string, keys: Set<string>): string[] => {
    const leaves: string[] = [];
    while (at < tokens.length && !take('}')) {
      const key = (tokens[at++] ?? '').replaceAll('"', '');
      const place = below(path, key);
      const isSure = !take('?');
      always.set(place, isSure && always.get(place) !== false);
      keys.add(key);
      take(':');
      leaves.push(...anyOf(place).map((leaf) => below(key, leaf)));
      take(';');
    }
    return leaves;
  };
  const named = (name: string, path: string): readonly string[] => {
    const other = seen.includes(name) ? undefined : others.get(name);
    if (other) return leavesIn(other, { others, always, seen: [...seen, name], path });
    return [/^(unknown|object|any)$/.test(name) ? '*' : ''];
  };
  return [...new Set(anyOf(root))];
};

/** The path of a leaf below another name. */
export const below = (name: string, leaf: string): string => [name, leaf].filter((part) => part !== '').join('.');

export const sdkOperations: readonly SdkOperation[] = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'node_modules')
  .flatMap(({ name }) => operationsOf(name));
