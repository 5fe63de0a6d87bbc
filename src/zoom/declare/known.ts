/** What may stand in an answer, by all that is declared of its operation: the views of it, and the entities that it tells of. */
import * as z from 'zod';
import { declaredViews, type Endpoint, nameOf } from './endpoint.ts';
import { declaredEntities } from './entity.ts';
import { bare, metaOf, wordsBy } from './shape.ts';

type AnyType = z.core.$ZodType;
/** A field's type; or the object of an answer that holds the items of a list, and what stands around them. */
type Spec = AnyType | { readonly holds: Holds };
/** What is said of each field. */
type Holds = Readonly<Record<string, readonly Spec[]>>;
const eachIn = (shape: Readonly<Record<string, AnyType>>): Holds =>
  Object.fromEntries(Object.entries(shape).map(([key, type]) => [key, [type]]));

/** What a place of an answer may hold. */
export type Known =
  /** An object of these fields. */
  | { readonly kind: 'object'; readonly fields: Fields }
  | { readonly kind: 'list'; readonly of: Known }
  /** A value that some enum has. */
  | { readonly kind: 'word'; readonly isKnown: (sent: unknown) => boolean };

/** What stands around the items of a list. */
const ENVELOPE = ['next_page_token', 'page_number', 'page_count', 'page_size', 'total_records', 'from', 'to'];
const NOTHING: readonly Spec[] = [];

/** What an answer of an operation may hold; undefined where nothing is declared of it. */
export const knownOf = (endpoint: Endpoint): Known | undefined => {
  const name = nameOf(endpoint);
  const views = declaredViews().filter((view) => nameOf(view) === name);
  return knownBy([endpoint, ...views].flatMap((view) => specsOf(view)));
};

const specsOf = (view: Endpoint): readonly Spec[] => {
  const { of, items } = view;
  if (!of) return NOTHING;
  const name = nameOf(view);
  const isOfThis = (one: Endpoint | undefined) => one !== undefined && nameOf(one) === name;
  const told = declaredEntities().filter((type) =>
    items === undefined ? isOfThis(type.get) : type.foundIn.some(({ list }) => isOfThis(list)),
  );
  const shapes = [of, ...told.map(({ shape }) => shape)];
  if (items === undefined) return shapes;
  const lists: readonly Spec[] = shapes.map((shape) => z.array(shape));
  if (items === '') return lists;
  return items.split('.').reduceRight<readonly Spec[]>((within, key) => {
    const around = Object.fromEntries(ENVELOPE.map((one) => [one, NOTHING]));
    return [{ holds: { ...around, [key]: within } }];
  }, lists);
};

/** By types that say the same of a place, or each a part of it. Undefined for values of no fixed form, and for those that any may be. */
const knownBy = (specs: readonly Spec[]): Known | undefined => {
  const types = specs.map((spec) => ('holds' in spec ? spec : bare(spec)));
  if (types.some((type) => !('holds' in type) && metaOf(type).kind === 'json')) return undefined;
  const items = types.flatMap((type) => (type instanceof z.ZodArray ? [type.element as AnyType] : []));
  if (items.length > 0) {
    const of = knownBy(items);
    return of && { kind: 'list', of };
  }
  const objects = types.flatMap((type): Holds[] => {
    if ('holds' in type) return [type.holds];
    return type instanceof z.ZodObject ? [eachIn(type.shape as Readonly<Record<string, AnyType>>)] : [];
  });
  if (objects.length > 0) return { kind: 'object', fields: new Fields(objects) };
  const finds = types.flatMap((type) => {
    const { enumValues } = 'holds' in type ? {} : metaOf(type);
    return enumValues ? [wordsBy(enumValues)] : [];
  });
  if (finds.length < types.length || finds.length === 0) return undefined;
  return { kind: 'word', isKnown: (sent) => finds.some((find) => find(sent) !== undefined) };
};

/** The fields of objects, each worked out when it is first looked at: shapes may hold themselves. */
class Fields {
  readonly #specs = new Map<string, readonly Spec[]>();
  readonly #known = new Map<string, Known | undefined>();

  constructor(objects: readonly Holds[]) {
    for (const object of objects)
      for (const [key, specs] of Object.entries(object))
        this.#specs.set(key, [...(this.#specs.get(key) ?? []), ...specs]);
  }

  has(key: string): boolean {
    return this.#specs.has(key);
  }
  /** Undefined for one that is no more than its value. */
  get(key: string): Known | undefined {
    if (!this.#known.has(key)) this.#known.set(key, knownBy(this.#specs.get(key) ?? []));
    return this.#known.get(key);
  }
}
