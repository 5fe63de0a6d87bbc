/** Which media types a client wants, by the weights of its `Accept` header. */
import Negotiator from 'negotiator';
import { remembered } from '../../engine/remembered.ts';

/** In which an answer is given that comes at once; the first where the client has no preference. */
const WHOLE = ['application/json', 'application/graphql-response+json'] as const;
/** In which it can be sent as a stream, too. */
export const EVENT_STREAM = 'text/event-stream';
const STREAMS = [EVENT_STREAM, 'multipart/mixed'];
const HTML = 'text/html';

/** A client may name the charset, and then it has to be the one that answers have. */
const WITH_CHARSET: ReadonlyMap<string, string> = new Map(WHOLE.map((type) => [`${type}; charset=utf-8`, type]));

const chosen = (accept: string | null, offered: readonly string[]): string[] =>
  new Negotiator({ headers: { accept: accept || '*/*' } }).mediaTypes(offered);

const answerTypeOf = remembered((accept) => WITH_CHARSET.get(chosen(accept, [...WITH_CHARSET.keys()])[0] ?? ''));
/** The type in which an answer that comes at once is given; undefined where the client takes none of ours. */
export const answerType = (accept: string | null): string | undefined => answerTypeOf(accept ?? '');

/** The header in the plainest words, with nothing in it that we do not have: empty where the client takes nothing of that. */
export const plainAccept = (accept: string | null): string => {
  const whole = answerType(accept);
  return [...(whole ? [whole] : []), ...chosen(accept, STREAMS)].join(', ');
};

const streamOf = remembered((accept) => chosen(accept, [EVENT_STREAM])[0]);
/** Whether the client takes the answers of a subscription. */
export const takesStreams = (accept: string | null): boolean => streamOf(accept ?? '') !== undefined;

/** Whether the client would rather see a page than data. */
export const wantsPage = (accept: string | null): boolean => chosen(accept, [...WITH_CHARSET.keys(), HTML])[0] === HTML;
