/** Answers of the short way, compressed where the client takes it. */
import type { Answer, HeadersOf } from './direct.ts';
import { type Coding, codingFor, compress, SMALL_BYTES } from './http/compression.ts';

type Body = Answer['body'];

/** Bodies that several requests share are compressed once for all who take the same coding. */
const known = new WeakMap<Body, Map<Coding, Promise<Body>>>();

/** The answer as its client wants it. The short way answers nothing but JSON. */
export const compressed = (answer: Answer, requested: HeadersOf): Answer | Promise<Answer> => {
  const size = sizeOf(answer.body);
  const coding = codingFor(requested.get('accept-encoding'), size);
  if (!coding && size <= SMALL_BYTES) return answer;
  const headers = { ...answer.headers, vary: 'accept-encoding' };
  if (!coding) return { ...answer, headers };
  return bodyIn(coding, answer.body).then((body) => ({
    ...answer,
    headers: { ...headers, 'content-encoding': coding },
    body,
  }));
};

const bodyIn = (coding: Coding, body: Body): Promise<Body> => {
  const made = known.get(body) ?? new Map<Coding, Promise<Body>>();
  known.set(body, made);
  const there = made.get(coding) ?? compress(Buffer.concat(body), coding).then((bytes) => [bytes]);
  made.set(coding, there);
  return there;
};

export const sizeOf = (body: Body): number => body.reduce((sum, { length }) => sum + length, 0);
