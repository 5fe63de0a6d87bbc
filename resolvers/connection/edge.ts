/** An item of a list with its place, of which its cursor is made. */
import { type Cursor, encodeCursor, headOf } from '../cursor.ts';
import type { Page, Token } from '../pages.ts';
import type { Item, SegmentedList } from './segments.ts';

export interface Edge<N> {
  readonly node: N;
  readonly cursor: string;
  /** The same place with another node. */
  with<M>(node: M): Edge<M>;
}

export interface WalkedEdge<N> extends Edge<N> {
  /** What tells the item from others of its list. */
  readonly key: string;
  with<M>(node: M): WalkedEdge<M>;
}

/** What the items of a page have in common. */
export interface PageRef {
  readonly segmented: SegmentedList;
  readonly segment: number;
  readonly size: number;
  readonly page: Page;
  /** With which the cursors of its items begin; made with the first of them. */
  head?: string;
}

/**
 * An item of a page. Its cursor is made when it is looked at, by a getter of the class: a literal's own would keep the whole answer
 * from being collected till the next major collection.
 */
export class ListEdge<N> implements WalkedEdge<N> {
  readonly node: N;
  readonly #pageRef: PageRef;
  readonly #offset: number;
  readonly #position: number;

  constructor(node: N, pageRef: PageRef, offset: number, position: number) {
    this.node = node;
    this.#pageRef = pageRef;
    this.#offset = offset;
    this.#position = position;
  }

  get cursor(): string {
    const { segmented, segment, page } = this.#pageRef;
    const isLast = this.#offset === page.items.length - 1 && page.next !== null;
    const token = isLast ? page.next : page.token;
    const isAsAsked = page.until === undefined || page.until === segmented.segments[segment]?.ref.query.to;
    const place = {
      range: segmented.range,
      offset: isLast ? -1 : this.#offset,
      position: this.#position,
      key: this.key,
      until: token === null || isAsAsked ? null : (page.until ?? null),
    };
    if (isLast) return encodeCursor(place, this.#head(token));
    this.#pageRef.head ??= this.#head(token);
    return encodeCursor(place, this.#pageRef.head);
  }

  #head(token: Token): string {
    const { segmented, segment, size } = this.#pageRef;
    return headOf({ list: segmented.name(), range: segmented.range, segment, size, token });
  }

  with<M>(node: M): ListEdge<M> {
    return new ListEdge(node, this.#pageRef, this.#offset, this.#position);
  }

  /** What tells the item from others of its list. */
  get key(): string {
    const { segmented, page } = this.#pageRef;
    return segmented.keyOf(page.items[this.#offset] as Item);
  }

  /** Whether it is the item of this cursor. */
  isAt(cursor: Cursor): boolean {
    return this.#pageRef.segment === cursor.segment && this.key === cursor.key;
  }

  /** Whether it stands behind the place of this cursor. */
  isBehind({ segment: at, position }: Cursor): boolean {
    const { segment } = this.#pageRef;
    return segment > at || (segment === at && (position === null || this.#position > position));
  }
}
