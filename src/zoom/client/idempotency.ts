/** What came of writes, by the keys under which clients send them: so that a write that is sent again is not made again. */
import { LRUCache } from 'lru-cache';
import { bytesIn } from '../../engine/size.ts';
import { type ErrorDetails, type ErrorKind, ZoomError } from '../errors/errors.ts';

/** What came of a write: JSON, so that other processes can keep it. */
export type Outcome =
  /** What Zoom answered; null where that was nothing. */
  | { readonly answer: unknown }
  | {
      readonly refusal: {
        readonly kind: ErrorKind;
        readonly message: string;
        readonly details: Omit<ErrorDetails, 'retryAt'>;
      };
    };

/** What somebody is told who wants to make a write under a name. */
export type Claim =
  /** It is theirs to make. `keep` ends that with what came of it, `release` as if it had never been begun. */
  | { readonly is: 'new'; readonly keep: (outcome: Outcome) => Promise<void>; readonly release: () => Promise<void> }
  /** It was made before. */
  | { readonly is: 'known'; readonly outcome: Outcome }
  /** Another write was made under that name, or is being made. */
  | { readonly is: 'other' };

/** Keeps for a day what came of writes. */
export interface IdempotencyStore {
  /**
   * Claims a name for a write, of which the fingerprint tells whether it is the same. While the same is under way, it waits for what comes of it.
   */
  claim(name: string, fingerprint: string): Promise<Claim>;
}

export const DAY_MS = 86_400_000;
/** What one process keeps. */
export const KEPT = { bytes: 32_000_000 } as const;

interface Kept {
  readonly fingerprint: string;
  readonly outcome: Outcome;
}
interface UnderWay {
  readonly fingerprint: string;
  readonly ended: Promise<void>;
}

/** In this process's memory. A day begins when a write has ended. */
export class MemoryIdempotencyStore implements IdempotencyStore {
  readonly #underWay = new Map<string, UnderWay>();
  readonly #kept: LRUCache<string, Kept>;

  constructor({ bytes }: { readonly bytes: number } = KEPT) {
    this.#kept = new LRUCache({
      maxSize: bytes,
      sizeCalculation: ({ outcome, fingerprint }, name) => name.length + fingerprint.length + bytesIn(outcome),
      ttl: DAY_MS,
      ttlResolution: 0,
      perf: { now: () => Date.now() },
    });
  }

  async claim(name: string, fingerprint: string): Promise<Claim> {
    for (let before = this.#underWay.get(name); before; before = this.#underWay.get(name)) {
      if (before.fingerprint !== fingerprint) return { is: 'other' };
      await before.ended;
    }
    const kept = this.#kept.get(name);
    if (kept) return kept.fingerprint === fingerprint ? { is: 'known', outcome: kept.outcome } : { is: 'other' };
    let tell = () => {};
    this.#underWay.set(name, { fingerprint, ended: new Promise((resolve) => (tell = resolve)) });
    const end = () => {
      this.#underWay.delete(name);
      tell();
    };
    return {
      is: 'new',
      keep: async (outcome) => {
        this.#kept.set(name, { fingerprint, outcome });
        end();
      },
      release: async () => end(),
    };
  }
}

/** The error of an outcome. */
export const errorOf = ({ refusal }: Extract<Outcome, { refusal: object }>): ZoomError =>
  new ZoomError(refusal.kind, refusal.message, refusal.details);

/** Of a write of which nobody can know whether it was made. */
export const UNCLEAR = {
  refusal: {
    kind: 'UPSTREAM',
    message:
      'Nobody knows whether an earlier request with this idempotency key has made the write. Read the object; to make the write again takes another key.',
    details: {},
  },
} as const satisfies Outcome;

/** Zoom refused these before it began, and may take the same later: they are as if nothing was sent. */
const BEFORE_IT_BEGAN: ReadonlySet<ErrorKind> = new Set<ErrorKind>([
  'RATE_LIMIT',
  'DAILY_LIMIT',
  'HOST_LIMIT',
  'PERSON_LIMIT',
  'CONCURRENT',
  'UNAUTHENTICATED',
  'MISSING_SCOPE',
]);
/** These say nothing of whether Zoom has acted. */
const SAYS_NOTHING: ReadonlySet<ErrorKind> = new Set<ErrorKind>(['TIMEOUT', 'ABORTED', 'UPSTREAM']);

/** What to keep of a write that was sent and failed; undefined where it is as if it had not been sent. */
export const outcomeOf = (error: unknown): Outcome | undefined => {
  if (!(error instanceof ZoomError)) return UNCLEAR;
  const { kind, message, details, transport } = error;
  if (BEFORE_IT_BEGAN.has(kind) || transport === 'REFUSED') return undefined;
  if (SAYS_NOTHING.has(kind)) return { refusal: { ...UNCLEAR.refusal, details: { endpoint: details.endpoint } } };
  const { retryAt: _, ...rest } = details;
  return { refusal: { kind, message, details: rest } };
};
