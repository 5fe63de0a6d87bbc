/** Selections that follow from what is asked: which fields of an object have to be known, be they of it or of what it leads to. */
import {
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isObjectType,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { InputError } from '../../resolvers/errors.ts';
import { type Selected, type SelectingFor, selectionOf } from '../../src/engine/executor/select.ts';

type Args = Readonly<Record<string, unknown>>;
interface Field {
  readonly name: string;
  readonly args: Args;
  /** What is selected of its objects; empty for a leaf. */
  readonly below: Selection;
}
type AnyField = GraphQLField<unknown, unknown>;
const NONE: Args = {};
/** Levels of fields below an item at which a question may look. */
const MOST_LEVELS = 12;

export class Selection {
  readonly #fields = new Map<string, Field>();

  /** Selects a field, unless it is selected with the same arguments already: under which key it stands, and what is selected below it. */
  field(name: string, args: Args = NONE): { readonly key: string; readonly below: Selection } {
    const isBare = Object.keys(args).length === 0;
    const key = isBare ? name : `${name}_${this.#fields.size}`;
    const { below } = this.#fields.get(key) ?? { below: new Selection() };
    if (!this.#fields.has(key)) this.#fields.set(key, { name, args, below });
    return { key, below };
  }

  /** The part of it whose fields are all kept, objects with what is left of them; undefined where nothing is. */
  part(type: GraphQLObjectType, isKept: (field: AnyField, depth: number) => boolean, depth = 0): Selection | undefined {
    const part = new Selection();
    for (const [key, { name, args, below }] of this.#fields) {
      const field = type.getFields()[name];
      if (field && !isKept(field, depth)) continue;
      const of = field && getNamedType(field.type);
      const kept = below.isEmpty || !isObjectType(of) ? below : below.part(of, isKept, depth + 1);
      if (kept) part.#fields.set(key, { name, args, below: kept });
    }
    return part.isEmpty ? undefined : part;
  }

  get isEmpty(): boolean {
    return this.#fields.size === 0;
  }

  /** How many fields are selected, with those below them. */
  get size(): number {
    let size = this.#fields.size;
    for (const { below } of this.#fields.values()) size += below.size;
    return size;
  }

  /** Throws InputError where an argument looks at what stands deeper than a question may look. */
  refuseDeep(argument: string): void {
    if (this.#depth > MOST_LEVELS)
      throw new InputError(
        `\`${argument}\` looks more than ${MOST_LEVELS} levels deep. Ask for the deeper ones by another query.`,
      );
  }

  /** How many levels of fields. */
  get #depth(): number {
    return Math.max(0, ...[...this.#fields.values()].map(({ below }) => 1 + below.#depth));
  }

  /** Plans it. */
  over(of: SelectingFor, type: GraphQLObjectType): Selected {
    const values = this.#values();
    const variables = Object.fromEntries(values.map((value, nth) => [variable(nth), value]));
    return selectionOf(of, type, this.#form, () => this.#nodes({ count: 0 }), variables);
  }

  /** The same for all that differ in the values of arguments alone. */
  get #form(): string {
    const forms = [...this.#fields].map(([key, { name, args, below }]) => {
      const given = Object.keys(args);
      const alias = key === name ? '' : `${key}: `;
      return `${alias}${name}${given.length > 0 ? `(${given})` : ''}${below.isEmpty ? '' : ` ${below.#form}`}`;
    });
    return `{ ${forms.join(' ')} }`;
  }

  /** Those of arguments, in the order in which `#nodes` comes to them. */
  #values(): unknown[] {
    return [...this.#fields.values()].flatMap(({ args, below }) => [...Object.values(args), ...below.#values()]);
  }

  /** As a syntax tree, in which variables stand for the arguments: these have been read already. */
  #nodes(variables: { count: number }): SelectionSetNode {
    const selections = [...this.#fields].map(([key, { name, args, below }]): SelectionNode => {
      const given = Object.keys(args).map(
        (arg) =>
          ({
            kind: Kind.ARGUMENT,
            name: nameNode(arg),
            value: { kind: Kind.VARIABLE, name: nameNode(variable(variables.count++)) },
          }) as const,
      );
      return {
        kind: Kind.FIELD,
        name: nameNode(name),
        ...(key !== name && { alias: nameNode(key) }),
        arguments: given,
        ...(!below.isEmpty && { selectionSet: below.#nodes(variables) }),
      };
    });
    return { kind: Kind.SELECTION_SET, selections };
  }
}
const variable = (nth: number): string => `v${nth}`;
const nameNode = (value: string) => ({ kind: Kind.NAME, value }) as const;
