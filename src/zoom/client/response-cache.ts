/**
 * Answers that have come before, byte for byte: who asks Zoom again for what has not changed gets the same object as the last time,
 * and nothing is parsed. What was made of that object can be kept by it (intern.ts).
 */
import { LRUCache } from 'lru-cache';
import { ChurningMap } from '../../engine/churning-map.ts';
import { intern } from '../../engine/intern.ts';
import { bytesIn } from '../../engine/size.ts';

/** Where the bytes of an answer stand. */
interface Known {
  readonly name: string;
  readonly block: Block;
  readonly start: number;
  readonly end: number;
}
interface Block {
  readonly bytes: Buffer;
  readonly known: Known[];
}

const BLOCK_BYTES = 262_144;
const MOST_BLOCKS = 32;
/** Of the objects that were made of them. */
const OBJECT_BYTES = 32_000_000;
/** What is remembered at most. */
export const REMEMBERED = { bytes: MOST_BLOCKS * BLOCK_BYTES, objects: OBJECT_BYTES } as const;
/** What is known of an answer takes some room as well, so that there cannot be any number of empty ones. */
const KNOWN_BYTES = 256;
/** Longer answers are not remembered. */
export const LONGEST = BLOCK_BYTES - KNOWN_BYTES;

/**
 * Remembers the latest answers, by their names. Their bytes are copied into blocks that are used in turn: most answers come but once,
 * and to hold on to each would cost more, in collecting them, than parsing does.
 */
export class ResponseCache {
  readonly #most: number;
  readonly #blocks: Block[] = [];
  readonly #known = new ChurningMap<string, Known>();
  /** What the bytes say, where they came more than once. Of what came but once, as most answers do, no object is kept. */
  readonly #objects: LRUCache<Known, object>;
  /** The block that is filled now, and how far it is. */
  #at = -1;
  #filled = BLOCK_BYTES;

  /** `most` blocks of 256 KB, and `objects` bytes of what was made of them. */
  constructor(most = MOST_BLOCKS, objects = OBJECT_BYTES) {
    this.#most = most;
    this.#objects = new LRUCache({ maxSize: objects, sizeCalculation: bytesIn });
  }

  /** What `parse` makes of the bytes, or made of the same bytes when they came under this name before. Throws what it throws. */
  read(name: string, bytes: Buffer, parse: (bytes: Buffer) => unknown): unknown {
    const known = this.#known.get(name);
    if (!known || !bytes.equals(known.block.bytes.subarray(known.start, known.end))) {
      const body = parse(bytes);
      this.#remember(name, bytes);
      return body;
    }
    const object = this.#objects.get(known);
    if (object) return object;
    const body = parse(bytes);
    if (typeof body === 'object' && body !== null) {
      this.#objects.set(known, body);
      intern(body);
    }
    return body;
  }

  #remember(name: string, bytes: Buffer): void {
    if (bytes.length > LONGEST) return;
    const size = bytes.length + KNOWN_BYTES;
    if (this.#filled + size > BLOCK_BYTES) this.#nextBlock();
    const block = this.#blocks[this.#at];
    if (!block) return;
    const start = this.#filled;
    bytes.copy(block.bytes, start);
    this.#filled += size;
    const known: Known = { name, block, start, end: start + bytes.length };
    block.known.push(known);
    this.#known.set(name, known);
  }

  /** Goes on to the next block, and forgets what stood in it. */
  #nextBlock(): void {
    this.#at = (this.#at + 1) % this.#most;
    this.#filled = 0;
    const block = this.#blocks[this.#at];
    if (!block) this.#blocks[this.#at] = { bytes: Buffer.allocUnsafeSlow(BLOCK_BYTES), known: [] };
    for (const known of block?.known.splice(0) ?? []) {
      this.#objects.delete(known);
      if (this.#known.get(known.name) === known) this.#known.delete(known.name);
    }
  }
}
