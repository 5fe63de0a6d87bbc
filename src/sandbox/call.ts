/** What the engine hands to those who answer a call, and what it gets back from them. */
import type { z } from 'zod';
import type { Endpoint, Label } from '../zoom/declare/endpoint.ts';
import type { Shape } from '../zoom/declare/shape.ts';
import type { Account } from './account.ts';
import type { FaultKind } from './faults.ts';
import type { Rows } from './paging.ts';
import type { Route } from './router.ts';
import type { Known } from './seeded.ts';
import type { Span } from './windows.ts';

// What whoever answers calls also needs.
export { type Account, accountBelow } from './account.ts';
export { lazily, pageOf, type Rows } from './paging.ts';
export { failing, filled, invalid, Refusal, refuse } from './refusal.ts';

/** A call that has passed all checks. */
export interface Call<B = unknown> extends Route {
  /** The account that is asked. */
  readonly account: Account;
  readonly query: Readonly<Record<string, string>>;
  readonly body: B;
  readonly span: Span | undefined;
  readonly now: number;
}

/** One object of an answer: the key under which the rest of it is made up, and what is known of it. */
export interface Row {
  readonly key: string;
  readonly known: Known;
}
export const row = (key: string, known: Known): Row => ({ key, known });

/** A list's answer that has more to say than its rows. */
export interface Listing {
  readonly rows: Rows<Row>;
  /** Stands beside the items and the fields of paging. */
  readonly envelope?: Known;
  /** The rows are not only those of the span that was asked for. */
  readonly dateless?: true;
}
/** `headers` go with the answer whatever it holds. */
export interface Done {
  readonly headers: Readonly<Record<string, string>>;
  readonly row?: Row;
}
/** One object, a list, or nothing. Of a list with a window only the rows in the span are shown, the newest first. */
export type Result = Row | Rows<Row> | Listing | Done | undefined;
export type Handler<B = unknown> = (call: Call<B>) => Result;

export type BodyOf<E> =
  E extends Endpoint<string, infer _Q, infer B, infer _A> ? (B extends Shape ? z.infer<B> : undefined) : never;
/** Says what an endpoint does. */
export type On = <E extends Endpoint>(endpoint: E, handler: (call: Call<BodyOf<E>>) => Result) => void;
export type Domain = (on: On) => void;
/** What a file of domains/ exports is served if it is one of these. */
export interface Part {
  readonly domain: Domain;
  /** Its handlers stand in place of those that follow from paths. */
  readonly isSpecial?: true;
  /** The path of the things that it knows, and the one that a path goes through. Throws the refusal of what is not there. */
  readonly item?: string;
  at?(call: Call): Known;
}
/** The parts that files export, what is special last. */
export const partsIn = (files: object): readonly Part[] => {
  const parts = Object.values(files).flatMap((file: object) => Object.values(file).filter(isPart));
  return parts.sort((a, b) => Number(a.isSpecial ?? false) - Number(b.isSpecial ?? false));
};
const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && 'domain' in value;
/** Operations that are special, each by its handler. */
export const operations = (domain: Domain): Part => ({ domain, isSpecial: true });

/** What goes back over HTTP. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Absent: no body. */
  readonly body?: unknown;
}

/** The rows whose instant at `field` lies in the call's span, newest first. */
export const within = (rows: readonly Row[], field: string, span: Span | undefined): readonly Row[] =>
  span === undefined
    ? rows
    : rows
        .map((row) => ({ row, at: Date.parse(String(row.known[field])) }))
        .filter(({ at }) => at >= span.from && at <= span.to)
        .sort((a, b) => b.at - a.at)
        .map(({ row }) => row);

/** A call of the API as it arrived, and the status it was answered with (0: it was not). */
export interface ReceivedCall {
  method: string;
  /** The endpoint's path: "/users/{userId}". */
  path: string;
  /** The path and query as sent, below /v2. */
  url: string;
  limit: Label | undefined;
  status: number;
  at: number;
  body?: unknown;
  /** What went wrong with it. */
  fault?: FaultKind;
}
