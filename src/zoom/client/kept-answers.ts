/**
 * Answers of reads that serve later requests of the same credential for a short time, where the settings allow that. There are two tiers: the memory of this process,
 * and what all processes share (kept-in-redis.ts). A write of the credential drops them all. What holds secrets is never kept.
 */
import { LRUCache } from 'lru-cache';
import { intern } from '../../engine/intern.ts';
import { bytesIn } from '../../engine/size.ts';
import { type Endpoint, nameOf } from '../declare/endpoint.ts';
import { holdsSecrets } from '../declare/secrets.ts';

/** What processes share of answers. Nothing of it throws, and nothing takes long. */
export interface SharedAnswers {
  /** What is kept under this name; `stamp` is given back when there is nothing, with what is read then. */
  find(key: string, name: string): Promise<{ readonly text?: string; readonly stamp?: string }>;
  keep(key: string, name: string, stamp: string, text: string, ms: number): void;
  /** All answers of the credential are old now. */
  drop(key: string): Promise<void>;
}

export interface KeepOptions {
  /** How old an answer may get; 0 is that none is kept. */
  readonly seconds: number;
  /** The same, of lists and reports of days that are over. */
  readonly closedSeconds: number;
  /** What goes in place of `seconds` for some operations, by their names. */
  readonly endpoints?: ReadonlyMap<string, number>;
  readonly shared?: SharedAnswers;
}

/** What is kept in memory at most, in bytes. */
export const KEPT_BYTES = 32_000_000;
/** Longer answers are not shared. */
const LONGEST_SHARED = 1_000_000;
const ENTRY_BYTES = 200;

/** One credential's part. `changes` is another number after each write. */
export interface KeptFor {
  readonly key: string;
  readonly changes: number;
}

export class KeptAnswers {
  readonly #options: KeepOptions;
  readonly #answers = new LRUCache<string, object>({
    maxSize: KEPT_BYTES,
    sizeCalculation: (answer, name) => bytesIn(answer) + name.length + ENTRY_BYTES,
    ttlResolution: 0,
    perf: Date,
  });

  constructor(options: KeepOptions) {
    this.#options = options;
  }

  /** For how many milliseconds the answer to this may be kept; 0 where it may not. */
  lifeOf(endpoint: Endpoint, query: Readonly<Record<string, unknown>>): number {
    const { closedSeconds, endpoints } = this.#options;
    const seconds = endpoints?.get(nameOf(endpoint)) ?? this.#options.seconds;
    if (endpoint.method !== 'GET' || endpoint.grant || (seconds === 0 && closedSeconds === 0)) return 0;
    if (holdsSecrets(endpoint)) return 0;
    return (isClosed(endpoint, query) ? Math.max(seconds, closedSeconds) : seconds) * 1000;
  }

  /** What this process has kept. */
  find({ key, changes }: KeptFor, path: string): object | undefined {
    return this.#answers.get(`${key} ${changes} ${path}`);
  }

  /** What another process has kept, and otherwise what `read` gives, which is kept. `onKept` is told of the former. */
  async through(
    by: KeptFor,
    path: string,
    life: number,
    read: () => Promise<unknown>,
    onKept: () => void,
  ): Promise<unknown> {
    const { shared } = this.#options;
    const began = by.changes;
    const found = (await shared?.find(by.key, path)) ?? {};
    const known = found.text === undefined ? undefined : parsed(found.text);
    if (known) {
      onKept();
      this.#keep(by, began, path, life, known);
      return known;
    }
    const answer = await read();
    if (typeof answer !== 'object' || answer === null) return answer;
    const text = JSON.stringify(answer);
    if (SECRET.test(text)) return answer;
    // A page's token dies after a quarter of an hour.
    const lasts = PAGED.test(text) ? Math.min(life, PAGED_MS) : life;
    this.#keep(by, began, path, lasts, answer);
    if (found.stamp !== undefined && text.length <= LONGEST_SHARED)
      shared?.keep(by.key, path, found.stamp, text, lasts);
    return answer;
  }

  /** Other processes, too, forget what they have of this credential. */
  async drop(key: string): Promise<void> {
    await this.#options.shared?.drop(key);
  }

  #keep(by: KeptFor, began: number, path: string, life: number, answer: object): void {
    if (by.changes !== began) return;
    intern(answer);
    this.#answers.set(`${by.key} ${began} ${path}`, answer, { ttl: life });
  }
}

/** Zoom may send what is declared nowhere: what looks like a secret by its name, or carries one in a URL. */
const SECRET =
  /"(?!next_page_token")[a-z_]*(?:token|passw|passcode|secret|host_key|pin_code|download_url|start_url|play_url)[a-z_]*":"(?!")|[?&](?:pwd|tk|zak|access_token)=/i;

const PAGED = /"next_page_token":"(?!")/;
const PAGED_MS = 600_000;

const DAY_MS = 86_400_000;
/** A list or report of days that are over everywhere: what belongs to them has long been counted. */
const isClosed = ({ window, span }: Endpoint, { to }: Readonly<Record<string, unknown>>): boolean =>
  (window !== undefined || span !== undefined) && typeof to === 'string' && Date.parse(to) + 3 * DAY_MS < Date.now();

const parsed = (text: string): object | undefined => {
  try {
    const answer: unknown = JSON.parse(text);
    return typeof answer === 'object' && answer !== null ? answer : undefined;
  } catch {
    return undefined;
  }
};
