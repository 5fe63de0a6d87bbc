/** Types that are added to a graph: each is made once, under a name that nothing else has. */
import type { GraphQLNamedType } from 'graphql';

export class NewTypes {
  readonly #made = new Map<string, GraphQLNamedType>();
  readonly #isTaken: (name: string) => boolean;

  constructor(isTaken: (name: string) => boolean) {
    this.#isTaken = isTaken;
  }

  make<T extends GraphQLNamedType>(name: string, make: (name: string) => T): T {
    const known = this.#made.get(name);
    if (known) return known as T;
    if (this.#isTaken(name))
      throw new Error(`${name} is the name of another type; what can be asked of connections needs it.`);
    const made = make(name);
    this.#made.set(name, made);
    return made;
  }
}
