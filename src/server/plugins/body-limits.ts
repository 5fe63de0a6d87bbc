import { parse as parseMediaType } from 'content-type';
import type { Plugin } from 'graphql-yoga';
import type { BodyBudget, Share } from '../http/body-budget.ts';
import { httpError, malformed, tooLarge } from '../http/errors.ts';
import { jsonOf, type Params, paramsOf, paramsOfSearch } from '../http/params.ts';
import type { PersistedDocuments } from '../http/persisted.ts';
import { operationsIn } from '../http/uploads.ts';
import { LIMITS, megabytes } from '../limits.ts';

type Chunks = AsyncIterable<Uint8Array>;
/** Reads the parameters from a body, by the header that says what it is. */
type Reader = (body: Chunks, contentType: string) => Promise<Params>;

interface Readable {
  readonly read: Reader;
  readonly most: number;
}

/** The bodies that are understood, by their media types. An upload may be larger than any other. */
const readersOf = (persisted: PersistedDocuments): ReadonlyMap<string, Readable> => {
  const ofText = (read: (text: string) => Params): Readable => ({
    read: async (body) => read(await textOf(body)),
    most: LIMITS.bodyBytes,
  });
  const ofJson = ofText((text) => paramsOf(jsonOf(text, 'The body'), persisted));
  return new Map([
    ['application/json', ofJson],
    ['application/graphql+json', ofJson],
    ['application/graphql', ofText((query) => paramsOf({ query }, persisted))],
    ['application/x-www-form-urlencoded', ofText((text) => paramsOfSearch(new URLSearchParams(text), persisted))],
    [
      'multipart/form-data',
      { read: async (body, type) => paramsOf(await operationsIn(body, type), persisted), most: LIMITS.uploadBytes },
    ],
  ]);
};

/**
 * Reads requests in place of Yoga's own readers, which have no bounds, repeat what they cannot read, and know media types in small
 * letters alone. Stands behind the prevention of CSRF, since any page can send a form. What a body takes of the budget is given
 * back with the answer.
 */
export const useBodyLimits = (budget: BodyBudget, persisted: PersistedDocuments): Plugin => {
  const readers = readersOf(persisted);
  const shares = new WeakMap<object, Share>();
  return {
    onRequestParse: ({ request, url, serverContext, setRequestParser }) => {
      if (request.method === 'GET') return setRequestParser(() => paramsOfSearch(url.searchParams, persisted));
      if (request.method !== 'POST') return;
      const { headers, body } = request;
      const contentType = headers.get('content-type') ?? '';
      const { read, most } = readerFor(readers, contentType, headers.get('content-encoding'));
      if (Number(headers.get('content-length')) > most) throw tooLong(most);
      const share = budget.share();
      shares.set(serverContext, share);
      setRequestParser(() => read(chunksOf(body, most, share), contentType));
    },
    onResponse: ({ serverContext }) => shares.get(serverContext)?.release(),
  };
};

const readerFor = (readers: ReadonlyMap<string, Readable>, contentType: string, encoding: string | null) => {
  if (encoding && !/^identity$/i.test(encoding))
    throw httpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body as it is, without a Content-Encoding.', {
      'accept-encoding': 'identity',
    });
  // Some clients send a list of types, and mean the first.
  const { type, parameters } = parseMediaType(contentType, { comma: true });
  const reader = readers.get(type);
  if (!reader)
    throw httpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the request as JSON, with the Content-Type application/json.');
  if (parameters.charset !== undefined && !/^utf-?8$/i.test(parameters.charset))
    throw httpError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body in UTF-8.');
  return reader;
};

/**
 * A body, within `most` bytes and what its share of the budget gives. What is too much stays unread: to cancel the stream would end the connection before
 * the answer.
 */
export async function* chunksOf(
  body: ReadableStream<Uint8Array> | null,
  most: number,
  share: Share,
): AsyncGenerator<Uint8Array> {
  if (!body) return;
  let size = 0;
  const reader = body.getReader();
  const read = () => reader.read().catch(brokenOff);
  for (let next = await read(); !next.done; next = await read()) {
    size += next.value.byteLength;
    if (size > most) throw tooLong(most);
    const refused = share.take(next.value.byteLength);
    if (refused) throw refused;
    yield next.value;
  }
}
const tooLong = (most: number) =>
  tooLarge(
    most === LIMITS.uploadBytes
      ? `The upload is larger than ${megabytes(most)}.`
      : `The body of the request is larger than ${megabytes(most)}.`,
  );
const brokenOff = (): never => {
  throw malformed('The request broke off.');
};

const textOf = async (body: Chunks): Promise<string> => {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
};
