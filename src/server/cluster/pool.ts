/** A number of workers that stays the same: one that dies is replaced, until it is plain that replacing does not help. */
import { WorkerError } from '../failure.ts';

export interface Worker {
  /** Lets it finish what it is at, and end. */
  stop(): void;
  kill(): void;
}

/** What becomes of a worker; each is told once at most. */
export interface WorkerEvents {
  /** It answers, at this address. */
  readonly ready: (url: string) => void;
  /** It cannot go on, for a reason that is told to people; it waits to be killed. */
  readonly failed: (reason: string) => void;
  /** It is gone. `how`: such as "SIGKILL". */
  readonly ended: (how: string) => void;
}

interface PooledWorker {
  readonly worker: Worker;
  readonly since: number;
  readonly gone: Promise<void>;
  isReady: boolean;
  reason?: string;
}

/** A worker that dies sooner than this after its start died young. */
const EARLY_MS = 10_000;
/** More crashes within such a time are a trouble that a new worker will not mend. */
const MOST_CRASHES = 5;
const CRASH_WINDOW_MS = 60_000;
const FIRST_DELAY_MS = 100;

export class WorkerPool {
  readonly #fork: (events: WorkerEvents) => Worker;
  readonly #onCollapse: (error: WorkerError) => void;
  readonly #members = new Set<PooledWorker>();
  readonly #replacing = new Set<NodeJS.Timeout>();
  #crashes: number[] = [];
  #starting?: { readonly resolve: (url: string) => void; readonly reject: (error: WorkerError) => void };
  #stopped?: Promise<void>;

  /** `onCollapse` is called when workers crash again and again after the start; it is to stop the pool. */
  constructor(fork: (events: WorkerEvents) => Worker, onCollapse: (error: WorkerError) => void) {
    this.#fork = fork;
    this.#onCollapse = onCollapse;
  }

  /** Resolves with the address when all answer there. Throws the WorkerError of the first that cannot. */
  start(size: number): Promise<string> {
    return new Promise((resolve, reject) => {
      this.#starting = { resolve, reject };
      for (let nth = 0; nth < size; nth++) this.#add();
    });
  }

  /** Resolves when all have finished what they are at. Throws the WorkerError of one that could not. */
  stop(): Promise<void> {
    this.#stopped ??= this.#stopAll();
    return this.#stopped;
  }

  #add(): void {
    let leave = () => {};
    const gone = new Promise<void>((resolve) => {
      leave = resolve;
    });
    const worker = this.#fork({
      ready: (url) => {
        member.isReady = true;
        if (![...this.#members].every(({ isReady }) => isReady)) return;
        this.#starting?.resolve(url);
        this.#starting = undefined;
      },
      failed: (reason) => {
        member.reason = reason;
        this.#starting?.reject(new WorkerError(reason));
        worker.kill();
      },
      ended: (how) => {
        this.#members.delete(member);
        leave();
        this.#lose(member, how);
      },
    });
    const member: PooledWorker = { worker, since: Date.now(), gone, isReady: false };
    this.#members.add(member);
  }

  #lose(member: PooledWorker, how: string): void {
    if (this.#stopped) return;
    const error = new WorkerError(member.reason ?? `A worker ended soon after its start (${how}).`);
    const crashes = this.#countCrashes(member);
    if (this.#starting) this.#starting.reject(error);
    else if (crashes > MOST_CRASHES) this.#onCollapse(error);
    else this.#replaceIn(FIRST_DELAY_MS * 2 ** crashes);
  }

  /** How many died young of late. */
  #countCrashes({ since }: PooledWorker): number {
    const now = Date.now();
    this.#crashes = this.#crashes.filter((at) => at > now - CRASH_WINDOW_MS);
    if (now - since < EARLY_MS) this.#crashes.push(now);
    return this.#crashes.length;
  }

  #replaceIn(ms: number): void {
    const timer = setTimeout(() => {
      this.#replacing.delete(timer);
      this.#add();
    }, ms);
    this.#replacing.add(timer);
  }

  async #stopAll(): Promise<void> {
    for (const timer of this.#replacing) clearTimeout(timer);
    const members = [...this.#members];
    for (const { worker, isReady } of members) {
      if (isReady) worker.stop();
      else worker.kill();
    }
    await Promise.all(members.map(({ gone }) => gone));
    const failed = members.find(({ isReady, reason }) => isReady && reason !== undefined);
    if (failed) throw new WorkerError(failed.reason);
  }
}
