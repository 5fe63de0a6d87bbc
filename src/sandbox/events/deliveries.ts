/** Webhooks: how events reach the URLs of the app, signed, and what happens when these do not answer (docs/zoom.md 6). */
import { Agent } from 'undici';
import { SIGNATURE_HEADER, signatureOf, TIMESTAMP_HEADER, validationOf } from '../../zoom/events/signature.ts';
import { type Clock, DAY, MINUTE, SECOND } from '../clock.ts';
import { hash, opaqueId } from '../seeded.ts';
import type { EventBody } from './news.ts';

/** How deliveries go; by default as well as they can. */
export interface Habits {
  /** How often each event is sent: 1. */
  copies: number;
  /** Whether each event is sent after the one that follows it, or after a second if none does. */
  isDisordered: boolean;
  /** How long each event waits before it is sent. */
  delayMs: number;
  /** Whether a retry has the timestamp of the first try, or one of its own: nobody says which Zoom does. */
  retryTimestamp: 'first' | 'fresh';
}

/** One try. */
export interface Delivery {
  readonly url: string;
  readonly event: string;
  /** From 1 on. */
  readonly attempt: number;
  readonly at: number;
  /** What was answered; 0: nothing in time, or no connection. */
  readonly status: number;
}

export interface Deliveries {
  readonly all: Delivery[];
  /** Asks a URL whether it knows the secret, and sends it events from now on if it does. */
  register(url: string): Promise<boolean>;
  deliver(event: EventBody): void;
  /** Of those that are not said, things stay as they are. */
  set(habits: Partial<Habits>): void;
  /** Resolves when no delivery is under way; what waits for its time is not waited for. */
  idle(): Promise<void>;
  /** Forgets what waits, and what was. */
  reset(): void;
  /** Breaks off what is under way. */
  close(): Promise<void>;
}

const PATIENCE_MS = 3 * SECOND;
/** Between one try and the next. */
const RETRIES_MS = [5 * MINUTE, 20 * MINUTE, 60 * MINUTE];
const VALIDATED_FOR_MS = 3 * DAY;
const MOST_FAILURES = 6;
const HELD_MS = SECOND;
export const AS_WELL_AS_CAN_BE: Habits = { copies: 1, isDisordered: false, delayMs: 0, retryTimestamp: 'fresh' };

/** A URL of the app, and the deliveries to it, one after another. */
interface Target {
  readonly url: string;
  /** How often in a row it could not say that it knows the secret. */
  failures: number;
  line: Promise<unknown>;
}

export const deliveriesOf = (clock: Clock, secret: string): Deliveries => {
  const agent = new Agent();
  const all: Delivery[] = [];
  const targets = new Map<string, Target>();
  let habits = AS_WELL_AS_CAN_BE;
  let held: EventBody | undefined;
  let serial = 0;
  let era = 0;
  const waiting = new Set<Promise<unknown>>();

  /** Status and body of what a URL answers; 0 where it does not in time. */
  const post = async (url: string, text: string, timestamp: string): Promise<{ status: number; body: string }> => {
    const late = new AbortController();
    const callOff = clock.at(clock.now() + PATIENCE_MS, () => late.abort());
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'user-agent': 'Zoom Marketplace/1.0a',
      [TIMESTAMP_HEADER]: timestamp,
      [SIGNATURE_HEADER]: signatureOf(secret, timestamp, Buffer.from(text)),
      'x-zm-trackingid': `v=2.0;clid=sandbox;rid=WH_${hash(`webhook ${serial++}`).toString(16)}`,
    };
    try {
      const { origin, pathname, search } = new URL(url);
      const asked = { origin, path: pathname + search, method: 'POST' as const, headers, body: text };
      const { statusCode, body } = await agent.request({ ...asked, signal: late.signal });
      return { status: statusCode, body: await body.text() };
    } catch {
      return { status: 0, body: '' };
    } finally {
      callOff();
    }
  };
  /** Does something after a time, unless all was forgotten by then. */
  const later = (ms: number, work: () => void): void => {
    const begun = era;
    clock.at(clock.now() + ms, () => {
      if (begun === era) work();
    });
  };
  const seconds = () => String(Math.floor(clock.now() / SECOND));

  /** Puts work behind what is under way to the same URL. */
  const next = <T>(target: Target, work: () => Promise<T>): Promise<T> => {
    const done = target.line.then(work);
    const settled = done.catch(() => undefined).finally(() => waiting.delete(settled));
    target.line = settled;
    waiting.add(settled);
    return done;
  };

  const attempt = (target: Target, event: EventBody, nth: number, timestamp: string): void => {
    const [begun, text, { url }] = [era, JSON.stringify(event), target];
    void next(target, async () => {
      if (begun !== era) return;
      const at = clock.now();
      const { status } = await post(url, text, timestamp);
      if (begun !== era) return;
      all.push({ url, event: event.event, attempt: nth, at, status });
      const pause = RETRIES_MS[nth - 1];
      if (pause === undefined || (status !== 0 && status < 500)) return;
      later(pause, () => attempt(target, event, nth + 1, habits.retryTimestamp === 'first' ? timestamp : seconds()));
    });
  };
  const send = (event: EventBody): void => {
    for (const target of targets.values())
      for (let copy = 0; copy < habits.copies; copy++) attempt(target, event, 1, seconds());
  };
  /** The events that are sent now that there is another one, in their order. */
  const inTurn = (event: EventBody): readonly EventBody[] => {
    if (!habits.isDisordered) return [event];
    const before = held;
    held = before ? undefined : event;
    if (before) return [event, before];
    later(HELD_MS, () => {
      if (held !== event) return;
      held = undefined;
      send(event);
    });
    return [];
  };
  const take = (event: EventBody): void => {
    for (const one of inTurn(event)) send(one);
  };

  const validate = async (target: Target): Promise<boolean> => {
    const plainToken = opaqueId(`validation/${serial}`);
    const text = JSON.stringify({
      event: 'endpoint.url_validation',
      event_ts: clock.now(),
      payload: { plainToken },
    });
    const { status, body } = await next(target, () => post(target.url, text, seconds()));
    const isRight = status === 200 && isSame(body, validationOf(secret, plainToken));
    target.failures = isRight ? 0 : target.failures + 1;
    if (target.failures >= MOST_FAILURES) targets.delete(target.url);
    else if (targets.get(target.url) === target) clock.at(clock.now() + VALIDATED_FOR_MS, () => void validate(target));
    return isRight;
  };

  return {
    all,
    register: async (url) => {
      const target: Target = { url, failures: 0, line: Promise.resolve() };
      const before = targets.get(url);
      targets.set(url, target);
      const isRight = await validate(target);
      if (!isRight && before) targets.set(url, before);
      else if (!isRight) targets.delete(url);
      return isRight;
    },
    deliver: (event) => {
      if (targets.size === 0) return;
      if (habits.delayMs > 0) later(habits.delayMs, () => take(event));
      else take(event);
    },
    set: (changes) => {
      habits = { ...habits, ...changes };
    },
    idle: async () => {
      while (waiting.size > 0) await Promise.all(waiting);
    },
    reset: () => {
      era++;
      held = undefined;
      all.length = 0;
      habits = AS_WELL_AS_CAN_BE;
    },
    close: () => {
      era++;
      return agent.destroy();
    },
  };
};

const isSame = (body: string, right: object): boolean => {
  try {
    const given = JSON.parse(body);
    return Object.entries(right).every(([name, value]) => given?.[name] === value);
  } catch {
    return false;
  }
};
