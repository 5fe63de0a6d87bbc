/**
 * The documents that the gateway knows to be valid, by their texts. Many clients write values into their queries, cursors above
 * all, so that no two texts are the same. Texts that differ in such literals alone share one document, in which variables stand
 * for them.
 */
import { astFromType } from '@graphql-tools/utils';
import {
  type DocumentNode,
  type FloatValueNode,
  GraphQLError,
  GraphQLNonNull,
  type GraphQLScalarType,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  type IntValueNode,
  isScalarType,
  Kind,
  Lexer,
  type OperationDefinitionNode,
  type OperationTypeNode,
  Source,
  type StringValueNode,
  type Token,
  TypeInfo,
  type VariableDefinitionNode,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Optimizations } from './optimizations.ts';
import { bytesIn } from './size.ts';

/** What is kept. */
export const KEPT = {
  /** The most texts, and as many templates. */
  count: 1000,
  /** The most bytes of all texts together, with their documents, and of all templates. */
  bytes: 32_000_000,
  /** What a token of a document takes: its place, and its part of a node. */
  token: 300,
  /** A longer text is not kept. */
  text: 100_000,
  /** Of a longer text no template is made. */
  template: 20_000,
  /** A template has no more literals than this, times its operations: each operation declares all of the variables. */
  literals: 2000,
} as const;

/** A valid document, and what a text says beside it. */
export interface KnownDocument {
  readonly document: DocumentNode;
  /** What all operations of the document are; undefined where they differ. */
  readonly kind: OperationTypeNode | undefined;
  /** The text's literals that are variables of the document. They go before any that the client sends under the same names. */
  readonly variables?: Readonly<Record<string, unknown>>;
  /** An error of the document at its place in the text. */
  readonly locate: (error: GraphQLError) => GraphQLError;
}

export interface Documents {
  /** The document of a text that is known to be valid. */
  find(text: string): KnownDocument | undefined;
  /** Remembers a document that was found valid, under the text that it was parsed from. */
  keep(document: DocumentNode): void;
  /** What all operations of a text are, if it was found or kept before; costs one lookup. */
  kindOf(text: string): OperationTypeNode | undefined;
}

type Pieces = Pick<Optimizations, 'documents' | 'templates'>;
const ALL: Pieces = { documents: true, templates: true };

/** Without `documents` none is found; what their operations are is remembered all the same. Without `templates` none differs from its text. */
export const createDocuments = (schema: GraphQLSchema, pieces = ALL): Documents => {
  const texts = new LRUCache<string, KnownDocument>({
    max: KEPT.count,
    maxSize: KEPT.bytes,
    // A text beside the one that is parsed has values of its own alone.
    sizeCalculation: ({ document, variables }, text) =>
      2 * text.length + (variables ? bytesIn(variables) : bytesOf(document)),
  });
  const templates = new LRUCache<string, TemplateEntry>({
    max: KEPT.count,
    maxSize: KEPT.bytes,
    // The document is there twice: as it was parsed, and with variables.
    sizeCalculation: ({ document }, template) => 4 * template.length + 2 * bytesOf(document),
  });
  return {
    find: (text) => {
      if (!pieces.documents) return undefined;
      const known = texts.get(text);
      if (known || !pieces.templates) return known;
      const read = scan(text);
      const entry = read && templates.get(read.template);
      if (!entry) return undefined;
      const found = instanceOf(entry, schema, text, read.literals);
      if (found === 'stricter') templates.delete(read.template);
      else if (found) texts.set(text, found);
      return typeof found === 'object' ? found : undefined;
    },
    keep: (document) => {
      if (!document.loc) return;
      const text = document.loc.source.body;
      if (text.length > KEPT.text) return;
      const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
      const kind = kindIn(operations as OperationDefinitionNode[]);
      texts.set(text, { document, kind, locate: (error) => error });
      if (!pieces.templates) return;
      const read = scan(text);
      if (!read || read.literals.length === 0 || templates.has(read.template)) return;
      // What begins a subscription gets the variables of the request alone.
      const begins = (operations as OperationDefinitionNode[]).some(({ operation }) => operation === 'subscription');
      if (begins || operations.length * read.literals.length > KEPT.literals) return;
      templates.set(read.template, { text, source: document.loc.source, document, kind, literals: read.literals });
    },
    kindOf: (text) => texts.get(text)?.kind,
  };
};

const bytesOf = ({ loc }: DocumentNode): number => {
  let bytes = 0;
  for (let token: Token | null | undefined = loc?.startToken; token; token = token.next) bytes += KEPT.token;
  return bytes;
};

const kindIn = ([first, ...more]: readonly OperationDefinitionNode[]): OperationTypeNode | undefined =>
  more.every(({ operation }) => operation === first?.operation) ? first?.operation : undefined;

/** A string or a number in a text, from `start` up to `end`. */
export interface Literal {
  readonly start: number;
  readonly end: number;
  readonly kind: Kind.STRING | Kind.INT | Kind.FLOAT;
}

/**
 * What graphql's lexer takes for a block string, a comment, a string, or a number that touches neither name nor number. It only
 * has to be right for valid texts: one that is not valid never has a valid one's template. What begins with a quote or `#` always matches,
 * to the end of the text if need be, so that the time is linear.
 */
const TOKEN = new RegExp(
  [
    /"""(?:[^"\\]|"(?!"")|\\(?!""")|\\""")*(?:"""|$)/,
    /#[^\n\r]*/,
    /("[^"\\\n\r]*(?:\\.[^"\\\n\r]*)*)("?)/,
    /(?<![\w.-])(-?(?:0|[1-9]\d*)((?:\.\d+)?(?:[eE][+-]?\d+)?))(?![\w.])/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** These stand in templates for literals; valid texts have them in comments and block strings at most. */
const MARKS = { [Kind.STRING]: '\u0001', [Kind.INT]: '\u0002', [Kind.FLOAT]: '\u0003' } as const;

/**
 * A text's template, which is the text with a mark of its kind for each literal, and the literals. Block strings belong to the template,
 * as do spaces and comments: a client writes those alike each time. Undefined for a text that is too long, or surely not valid.
 */
export const scan = (
  text: string,
): { readonly template: string; readonly literals: readonly Literal[] } | undefined => {
  if (text.length > KEPT.template) return undefined;
  const literals: Literal[] = [];
  let template = '';
  let end = 0;
  TOKEN.lastIndex = 0;
  for (let token = TOKEN.exec(text); token; token = TOKEN.exec(text)) {
    const [, string, quote, number, rest] = token;
    if (string === undefined && number === undefined) continue;
    if (quote === '') return undefined;
    const kind = string !== undefined ? Kind.STRING : rest === '' ? Kind.INT : Kind.FLOAT;
    template += text.slice(end, token.index) + MARKS[kind];
    end = TOKEN.lastIndex;
    literals.push({ start: token.index, end, kind });
  }
  return { template: template + text.slice(end), literals };
};

/** The text that was parsed and validated for its template. */
interface TemplateEntry {
  readonly text: string;
  readonly source: Source;
  readonly document: DocumentNode;
  readonly kind: OperationTypeNode | undefined;
  readonly literals: readonly Literal[];
  /** Made when a second text of the template comes. */
  parameterized?: Parameterized;
}
interface Parameterized {
  readonly document: DocumentNode;
  /** By the order of the literals; undefined for one that stays in the document, and must be the same in all texts. */
  readonly variables: readonly (Variable | undefined)[];
  /** Pairs of literals, by their order, that must be equal. */
  readonly equal: readonly (readonly [number, number])[];
}
interface Variable {
  readonly name: string;
  readonly type: GraphQLScalarType;
}

/**
 * A text as an instance of its template. Undefined where it differs in a literal that is no variable, or has one that its type
 * refuses: then the text has to be parsed, and the errors are those of its own. 'stricter' when the entry asks for more than the
 * text's validity does.
 */
const instanceOf = (
  entry: TemplateEntry,
  schema: GraphQLSchema,
  text: string,
  literals: readonly Literal[],
): KnownDocument | 'stricter' | undefined => {
  // The marks themselves, written into a text, would else pass for literals.
  if (literals.length !== entry.literals.length) return undefined;
  entry.parameterized ??= parameterize(schema, entry);
  const { document, variables: slots, equal } = entry.parameterized;
  const variables: Record<string, unknown> = {};
  const values: (string | undefined)[] = [];
  for (const [at, literal] of literals.entries()) {
    const slot = slots[at];
    values[at] = slot ? literalValue(text, literal) : text.slice(literal.start, literal.end);
    if (values[at] === undefined) return undefined;
    if (slot) {
      const value = slot.type.name === 'Int' || slot.type.name === 'Float' ? Number(values[at]) : values[at];
      if (!takes(slot.type, value)) return undefined;
      variables[slot.name] = value;
    } else {
      const own = entry.literals[at];
      if (values[at] !== entry.text.slice(own?.start, own?.end)) return undefined;
    }
  }
  if (equal.some(([one, other]) => values[one] !== values[other])) return 'stricter';
  return { document, kind: entry.kind, variables, locate: locating(entry, text, literals) };
};

/** A string's value, or a number as it is written; undefined for a string that graphql would not read. */
const literalValue = (text: string, { start, end, kind }: Literal): string | undefined => {
  if (kind !== Kind.STRING) return text.slice(start, end);
  const inner = text.slice(start + 1, end - 1);
  if (!/[\\\ud800-\udfff]/.test(inner)) return inner;
  try {
    return new Lexer(new Source(text.slice(start, end))).advance().value;
  } catch {
    return undefined; // the parser says what is wrong with it
  }
};
const takes = (type: GraphQLScalarType, value: unknown): boolean => {
  try {
    type.parseValue(value);
    return true;
  } catch {
    return false; // validation says what is wrong with it
  }
};

/** Scalars to which a literal means the same as a variable: of strings, and of numbers as `instanceOf` gives them. */
export const PARAMETER_SCALARS: ReadonlySet<string> = new Set(
  'String ID Int Float BigInt Date DateTime URL'.split(' '),
);

/**
 * The entry's document with variables in the place of literals in the arguments of fields. They are never null, whatever may be
 * there, which spares the executor the question.
 *
 * Whether two fields of one name can be merged depends on their arguments. They can for all texts in which those that are equal
 * in the entry are equal too, also within one argument, where two such fields have the same list; the others are never merged.
 */
const parameterize = (schema: GraphQLSchema, { text, document, literals }: TemplateEntry): Parameterized => {
  const types = new TypeInfo(schema);
  const placeOf = new Map(literals.map(({ start }, at) => [start, at]));
  const prefix = unusedIn(text);
  const variables: (Variable | undefined)[] = literals.map(() => undefined);
  const definitions: VariableDefinitionNode[] = [];
  const equal: [number, number][] = [];
  const firsts = new Map<string, number>();
  let field = '';
  let argument = '';

  const replace = (node: StringValueNode | IntValueNode | FloatValueNode): VariableNode | undefined => {
    const type = types.getInputType();
    const scalar = getNamedType(type);
    const at = placeOf.get(node.loc?.start ?? -1);
    if (at === undefined || literals[at]?.end !== node.loc?.end) return undefined;
    if (!type || !isScalarType(scalar) || !PARAMETER_SCALARS.has(scalar.name)) return undefined;
    const name = { kind: Kind.NAME as const, value: `${prefix}${at}` };
    const variable: VariableNode = { kind: Kind.VARIABLE, name, loc: node.loc };
    const needed = astFromType(new GraphQLNonNull(getNullableType(type)));
    definitions.push({ kind: Kind.VARIABLE_DEFINITION, variable, type: needed });
    variables[at] = { name: name.value, type: scalar };
    const key = JSON.stringify([field, argument, node.kind, node.value]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, at);
    else equal.push([first, at]);
    return variable;
  };
  const replaced: DocumentNode = visit(
    document,
    visitWithTypeInfo(types, {
      VariableDefinition: () => false,
      Directive: () => false,
      Field: (node) => {
        field = (node.alias ?? node.name).value;
      },
      Argument: (node) => {
        argument = node.name.value;
      },
      StringValue: replace,
      IntValue: replace,
      FloatValue: replace,
    }),
  );
  const declare = (one: OperationDefinitionNode) => ({
    ...one,
    variableDefinitions: [...(one.variableDefinitions ?? []), ...definitions],
  });
  return {
    document: {
      ...replaced,
      definitions: replaced.definitions.map((one) => (one.kind === Kind.OPERATION_DEFINITION ? declare(one) : one)),
    },
    variables,
    equal,
  };
};

/** A beginning of names that are nowhere in the text. */
const unusedIn = (text: string): string => {
  let name = 'literal';
  while (text.includes(name)) name += '_';
  return name;
};

/** The nodes of the document have their places in the entry's text; in the text they are moved by the literals before them. */
const locating = (entry: TemplateEntry, text: string, literals: readonly Literal[]): KnownDocument['locate'] => {
  const moved = (position: number): number => {
    let to = position;
    for (const [at, { start, end }] of entry.literals.entries()) {
      if (start >= position) break;
      const own = literals[at];
      if (own) to += own.end - own.start - (end - start);
    }
    return to;
  };
  return (error) => {
    const { message, nodes, source, positions, path, originalError, extensions } = error;
    if (source !== entry.source || !positions) return error;
    const at = { source: new Source(text), positions: positions.map(moved) };
    return new GraphQLError(message, { nodes, ...at, path, originalError, extensions });
  };
};
