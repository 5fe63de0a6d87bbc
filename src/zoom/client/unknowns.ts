/**
 * What Zoom sends and nothing declares: fields and words of enums, counted and told once each by their names, so that the declarations can
 * follow. No value is ever told, and nothing that might be one.
 */
import { type Endpoint, nameOf } from '../declare/endpoint.ts';
import { type Known, knownOf } from '../declare/known.ts';

/** A field that nothing declares, or a word that an enum does not have. */
export interface Unknown {
  readonly kind: 'field' | 'word';
  /** "GET /users", with the path's template. */
  readonly operation: string;
  /** Where it stands, by the names of fields: "users.new_field", or "users.type" of a word; `*` for names that may be data. */
  readonly at: string;
  /** The word, where it surely is one. */
  readonly word?: string;
}
export interface CountedUnknown extends Unknown {
  /** In how many of the answers that were looked at. */
  readonly count: number;
}

/** All of a process are this many at most, and so many of one object of an operation. */
export const MOST_UNKNOWN = 500;
const MOST_NAMES = 10;
/** An operation's first answers are looked at, and then one of so many. */
const FIRST = 8;
const ONE_OF = 16;
/** So many objects of an answer at most. */
const MOST_OBJECTS = 5000;

/** What is known of an operation. */
interface Operation {
  readonly name: string;
  readonly known: Known | undefined;
  answers: number;
}
/** A look at one answer. */
interface Look {
  readonly operation: string;
  /** What was counted for it by now. */
  readonly counted: Set<string>;
  objects: number;
}

export class Unknowns {
  readonly #tell: (unknown: Unknown) => void;
  readonly #operations = new WeakMap<Endpoint, Operation>();
  readonly #counts = new Map<string, { readonly unknown: Unknown; count: number }>();
  /** How many were told of each place. */
  readonly #names = new Map<string, number>();

  /** `tell` is told of each once. */
  constructor(tell: (unknown: Unknown) => void = () => undefined) {
    this.#tell = tell;
  }

  /** All that was come upon so far. */
  get counts(): readonly CountedUnknown[] {
    return [...this.#counts.values()].map(({ unknown, count }) => ({ ...unknown, count }));
  }

  /** Looks at some of the answers of an operation. */
  look(endpoint: Endpoint, answer: unknown): void {
    let operation = this.#operations.get(endpoint);
    if (!operation) {
      operation = { name: nameOf(endpoint), known: endpoint.isRaw ? undefined : knownOf(endpoint), answers: 0 };
      this.#operations.set(endpoint, operation);
    }
    const { name, known } = operation;
    const nth = operation.answers++;
    if (!known || (nth >= FIRST && nth % ONE_OF !== 0)) return;
    this.#lookAt(known, answer, '', { operation: name, counted: new Set(), objects: 0 });
  }

  #lookAt(known: Known, value: unknown, at: string, look: Look): void {
    if (known.kind === 'word') {
      if (isWordly(value) && !known.isKnown(value)) this.#add(look, wordAt(look, at, value));
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    if (known.kind === 'list') {
      if (Array.isArray(value)) for (const item of value) this.#lookAt(known.of, item, at, look);
      return;
    }
    if (Array.isArray(value) || ++look.objects > MOST_OBJECTS) return;
    let unknown: string[] | undefined;
    for (const key in value) {
      if (!known.fields.has(key)) {
        unknown ??= [];
        unknown.push(key);
        continue;
      }
      const within = known.fields.get(key);
      if (within) this.#lookAt(within, (value as Readonly<Record<string, unknown>>)[key], below(at, key), look);
    }
    if (!unknown) return;
    // So many at once are no fields but the keys of a table.
    const names = unknown.length > MOST_NAMES ? [OTHERS] : unknown;
    for (const key of names)
      this.#add(look, { kind: 'field', operation: look.operation, at: below(at, isName(key) ? key : OTHERS) });
  }

  /** Counts it once for each answer; by its place alone, where enough names were told of that. */
  #add({ counted }: Look, named: Unknown): void {
    const others = nameless(named);
    const names = this.#names.get(keyOf(others)) ?? 0;
    const unknown = names < MOST_NAMES || this.#counts.has(keyOf(named)) ? named : others;
    const key = keyOf(unknown);
    if (counted.has(key)) return;
    counted.add(key);
    const there = this.#counts.get(key);
    if (there) there.count++;
    if (there || this.#counts.size >= MOST_UNKNOWN) return;
    this.#counts.set(key, { unknown, count: 1 });
    this.#names.set(keyOf(others), names + 1);
    this.#tell(unknown);
  }
}

const keyOf = ({ kind, operation, at, word = '' }: Unknown): string => `${kind} ${operation} ${at} ${word}`;

/** Stands for names that may be data, and for those that are too many. */
const OTHERS = '*';
const below = (at: string, key: string): string => (at === '' ? key : `${at}.${key}`);
/** The same without the name of the field, or without the word. */
const nameless = ({ word: _, ...unknown }: Unknown): Unknown =>
  unknown.kind === 'word'
    ? unknown
    : { ...unknown, at: below(unknown.at.slice(0, Math.max(0, unknown.at.lastIndexOf('.'))), OTHERS) };

/** Names as Zoom writes them, snake_case or camelCase: neither an id, nor an address, nor a text. */
const NAME = /^[a-z]+\d{0,3}(?:_[a-z]+\d{0,3})*$|^[a-z]{2,}(?:[A-Z][a-z]+)+\d?$/;
const isName = (key: string): boolean => key.length <= 50 && NAME.test(key);

/** What an enum could have: an empty text is none. */
const isWordly = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';
/** Words in one case and small numbers; what has capitals and small letters, blanks or digits may be a name, an id or a text. */
const WORD = /^(?:[a-z]+(?:[-_][a-z]+)*|[A-Z]+(?:_[A-Z]+)*)$/;
const wordAt = ({ operation }: Look, at: string, value: string | number): Unknown => {
  const word = String(value);
  const isOne = typeof value === 'number' ? /^\d{1,3}$/.test(word) : word.length <= 30 && WORD.test(word);
  return { kind: 'word', operation, at, ...(isOne && { word }) };
};
