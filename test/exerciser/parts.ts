/** Any part of what a shape takes: as a client gives it, and as Zoom has to get it. Written without the schema's own code. */
import fc from 'fast-check';
import { z } from 'zod';
import { inputNameIn } from '../../schema/types/shape.ts';
import { bare, choiceOf, metaOf } from '../../src/zoom/declare/shape.ts';
import { pictureOf } from '../picture.ts';

type AnyType = z.core.$ZodType;

/** Groups of fields of each of which one must be given (src/zoom/declare/shape.ts). */
type Needs = readonly (readonly string[])[] | undefined;

export interface Pair {
  readonly zoom: unknown;
  readonly graph: unknown;
}
const both = (value: unknown): Pair => ({ zoom: value, graph: value });
const isRequired = (type: AnyType): boolean => !z.safeParse(type, undefined).success;

/** How many of an object's fields are given at a time, so that the others show what was not. */
const MOST = 6;
const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2999-01-01'), noInvalidDate: true });

/** Whether objects alone are given, and no value in them: such a write is refused. */
export const isEmpty = (given: unknown): boolean =>
  typeof given === 'object' &&
  given !== null &&
  !Array.isArray(given) &&
  !(given instanceof File) &&
  Object.values(given).every(isEmpty);
const isBlank = (value: unknown): boolean => typeof value === 'string' && value.trim() === '';

/** Of an object, one field of each group that it `needs` is there, and holds something. */
export const parts = (type: AnyType, needs: Needs = metaOf(type).needs): fc.Arbitrary<Pair> => {
  const within = bare(type);
  if (within instanceof z.ZodArray)
    return fc
      .array(parts(within.element as AnyType), { minLength: 1, maxLength: 2 })
      .map((items) => ({ zoom: items.map(({ zoom }) => zoom), graph: items.map(({ graph }) => graph) }));
  if (within instanceof z.ZodObject) {
    const { isOneOf } = metaOf(type);
    const fields = Object.entries(within.shape) as [string, AnyType][];
    const required = fields.filter(([, field]) => isRequired(field));
    const optional = isOneOf ? [] : fields.filter(([, field]) => !isRequired(field));
    return fc
      .tuple(
        fc.subarray(optional, { maxLength: Math.min(MOST, optional.length) }),
        fc.tuple(...(needs ?? []).map((group) => fc.constantFrom(...group))),
      )
      .chain(([some, needed]) =>
        fc.tuple(
          ...fields
            .filter((field) => required.includes(field) || some.includes(field) || needed.includes(field[0]))
            .map(([key, field]) =>
              parts(field)
                .filter(({ zoom }) => !needed.includes(key) || !isBlank(zoom))
                .map((pair) => ({ key, ...pair })),
            ),
        ),
      )
      .map((given) => {
        const excluded = (metaOf(type).exclusive ?? []).flatMap((group) =>
          group.filter((name) => given.some(({ key }) => key === name)).slice(1),
        );
        return given.filter(({ key }) => !excluded.includes(key));
      })
      .map((given) => ({
        zoom: Object.fromEntries(given.map(({ key, zoom }) => [key, zoom])),
        graph: Object.fromEntries(
          given.map(({ key, graph }) => {
            const choice = choiceOf(type);
            const input = [inputNameIn(within, key), graph] as const;
            return choice && key in choice.of.shape ? [choice.as, Object.fromEntries([input])] : input;
          }),
        ),
      }));
  }
  return leaves(type);
};

const texts = new Map<string, fc.Arbitrary<string>>();
/** Texts of a form. To make what makes them takes longer than to make one. */
const textsOf = (form: string): fc.Arbitrary<string> => {
  const known = texts.get(form) ?? fc.stringMatching(new RegExp(form));
  texts.set(form, known);
  return known;
};

const anyTexts = new Map<string, fc.Arbitrary<string>>();
/** Any texts of these lengths; the same holds of them. */
const anyTextsOf = (minLength: number, maxLength?: number): fc.Arbitrary<string> => {
  const lengths = `${minLength} ${maxLength}`;
  const known = anyTexts.get(lengths) ?? fc.string({ minLength, ...(maxLength && { maxLength }) });
  anyTexts.set(lengths, known);
  return known;
};

const leaves = (type: AnyType): fc.Arbitrary<Pair> => {
  const { kind = 'string', isNumber, enumValues, separator, itemValues, units = {}, limits = {} } = metaOf(type);
  const { min = 0, max = 2 ** 31 - 1, form } = limits;
  if (enumValues)
    return fc.constantFrom(...Object.entries(enumValues.values).map(([graph, zoom]) => ({ zoom, graph })));
  if (itemValues)
    return fc.array(fc.constantFrom(...Object.entries(itemValues.values)), { maxLength: 2 }).map((items) => ({
      zoom: items.map(([, value]) => value).join(separator),
      graph: items.map(([word]) => word),
    }));
  if (separator)
    return fc
      .array(textsOf(form?.pattern ?? '^[a-z.]{1,9}$'), { maxLength: 2 })
      .map((items) => ({ zoom: items.join(separator), graph: items }));
  switch (kind) {
    case 'bool':
      return fc.boolean().map(both);
    case 'int':
    case 'bigInt':
      return fc.integer({ min, max }).map(both);
    case 'float':
      return fc.integer({ min: 0, max: 1000 }).map((value) => both(value / 2));
    case 'measure':
      return fc
        .integer({ min: 0, max: 1000 })
        .map((value) => ({ zoom: `${value / 2} ${Object.keys(units)[0]}`, graph: value / 2 }));
    case 'bytes':
      return fc.integer({ min: 0, max: 1000 }).map((value) => ({ zoom: `${value} KB`, graph: value * 1024 }));
    case 'clock':
      return fc
        .integer({ min: 0, max: 59 })
        .map((value) => ({ zoom: `01:00:${String(value).padStart(2, '0')}`, graph: 3600 + value }));
    case 'dateTime':
      return days.map((at) => both(at.toISOString().replace(/\.\d+Z/, 'Z')));
    case 'date':
      return days.map((at) => both(at.toISOString().slice(0, 10)));
    case 'url':
      return fc.webUrl().map((url) => both(new URL(url).href));
    case 'json':
      return fc.dictionary(textsOf('^[a-z]{1,9}$'), anyTextsOf(0), { noNullPrototype: true }).map(both);
    case 'id':
      return isNumber
        ? fc.integer({ min: 0 }).map((id) => ({ zoom: id, graph: String(id) }))
        : textsOf('^[a-z0-9]{1,9}$').map(both);
    case 'file':
      return fc.constant(both(pictureOf()));
    case 'string':
      if (isNumber) return fc.integer({ min: 0 }).map((number) => ({ zoom: number, graph: String(number) }));
      if (form) return textsOf(form.pattern).map(both);
      return anyTextsOf(min, limits.max && max).map(both);
  }
};
