/** Whatever literals two texts of one form have: what is known of the first never makes of the second what it does not say. */
import fc from 'fast-check';
import { buildSchema, execute, parse, validate } from 'graphql';
import { expect, test } from 'vitest';
import { createDocuments } from '../../src/engine/documents.ts';

const schema = buildSchema(/* GraphQL */ `
  input In { s: String, n: Int, ids: [ID!], more: In }
  type Query { echo(s: String, n: Int, ids: [ID!], in: In): String  deeper(s: String, ids: [ID!], in: In): Query }
  type Mutation { change(s: String, ids: [ID!], in: In): String  edit(s: String, ids: [ID!], in: In): Query }
`);
/** Shows the arguments in any order alike, and runs no field twice without a trace. */
const shown = (args: object) => JSON.stringify(args, (_, value) => (isObject(value) ? sorted(value) : value));
const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
const rootOf = (done: string[]): object => {
  const node = {
    echo: shown,
    deeper: (args: object) => noted(args),
    change: shown,
    edit: (args: object) => noted(args),
  };
  const noted = (args: object) => {
    done.push(shown(args));
    return node;
  };
  return node;
};

/** Texts with holes: `"` stands for a string, `0` for a number. Few names, so that the same stand beside each other. */
const { input } = fc.letrec<{ input: string }>((tie) => ({
  input: fc
    .tuple(
      fc.constantFrom('', 's: "', 'ids: ["]', 'ids: [", "]', 'n: 0', 's: ", n: 0'),
      fc.option(tie('input'), { nil: undefined, maxDepth: 2, depthSize: 'small' }),
    )
    .map(([own, more]) => `{ ${own} ${more === undefined ? '' : `more: ${more}`} }`),
}));
const args = fc.oneof(
  fc.constantFrom('', '(s: ")', '(ids: ["])', '(ids: [", "])', '(ids: [", ", "])', '(s: ", ids: [", "])'),
  input.map((given) => `(in: ${given})`),
);
const alias = fc.constantFrom('', 'a: ', 'b: ');
const { fields } = fc.letrec<{ fields: string }>((tie) => ({
  fields: fc
    .array(
      fc.oneof(
        { maxDepth: 2, depthSize: 'small' },
        fc.tuple(alias, args).map(([name, given]) => `${name}echo${given}`),
        fc.tuple(alias, args, tie('fields')).map(([name, given, below]) => `${name}deeper${given} { ${below} }`),
        tie('fields').map((below) => `... { ${below} }`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => all.join(' ')),
}));
const mutation = fc
  .array(
    fc.oneof(
      fc.tuple(alias, args).map(([name, given]) => `${name}change${given}`),
      fc.tuple(alias, args, fields).map(([name, given, below]) => `${name}edit${given} { ${below} }`),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((all) => `mutation { ${all.join(' ')} }`);
const query = fields.map((all) => `{ ${all} }`);
/** A field twice, as it is most likely to be merged. */
const twice = fc
  .tuple(fields, fc.boolean())
  .map(([one, isMutation]) => (isMutation ? `mutation { edit { ${one} } edit { ${one} } }` : `{ ${one} ${one} }`));
const forms = fc.oneof(query, mutation, twice);
const filled = (template: string, values: readonly boolean[]): string => {
  let at = 0;
  const next = () => values[at++ % values.length];
  return template.replace(/"|\b0\b/g, (hole) => (hole === '"' ? (next() ? '"x"' : '"y"') : next() ? '1' : '2'));
};
/** Mostly the same value, so that what is equal in one text is not in the other. */
const values = fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.boolean()), {
  minLength: 12,
  maxLength: 12,
});

const answer = (document: ReturnType<typeof parse>, variableValues: Readonly<Record<string, unknown>> = {}) => {
  const done: string[] = [];
  return JSON.stringify([execute({ schema, document, rootValue: rootOf(done), variableValues }), done]);
};

test('the second text of a form is what graphql makes of it alone', () => {
  let found = 0;
  fc.assert(
    fc.property(forms, values, values, (template, first, second) => {
      const documents = createDocuments(schema);
      const [kept, text] = [parse(filled(template, first)), filled(template, second)];
      if (validate(schema, kept).length > 0) return;
      documents.keep(kept);
      const known = documents.find(text);
      if (!known) return;
      found++;
      const own = parse(text);
      expect(validate(schema, own)).toEqual([]);
      expect(answer(known.document, known.variables)).toBe(answer(own));
    }),
    { seed: 10, numRuns: 1500 },
  );
  expect(found).toBeGreaterThan(200);
});

test.each([
  ['{ deeper(ids: ["a", "a"]) { x: echo } deeper(ids: ["a", "a"]) { y: echo } }', '["a", "b"]'],
  ['mutation { change(ids: ["a", "a"]) change(ids: ["a", "a"]) }', '["a", "b"]'],
  ['mutation { change(in: { ids: ["a", "a"] }) change(in: { ids: ["a", "a"] }) }', '["a", "b"]'],
])('what is equal within one argument of %s must stay so', (text, other) => {
  const documents = createDocuments(schema);
  documents.keep(parse(text));
  const at = text.indexOf('["a", "a"]');
  const second = text.slice(0, at) + other + text.slice(at + other.length);
  expect(validate(schema, parse(second))).not.toEqual([]);
  expect(documents.find(second)).toBeUndefined();
});
