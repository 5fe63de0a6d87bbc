import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import { LIMITS } from './limits.ts';

/**
 * Bounds what is read of a request: an upload (GraphQL multipart request specification) may be larger than any other body,
 * for which Yoga has but one limit. Stands behind the prevention of CSRF, since any page can send a form.
 */
export const useBodies = (): Plugin => ({
  onRequestParse: ({ request, requestParser: parse, setRequestParser, fetchAPI }) => {
    if (!parse || !request.body) return;
    const isUpload = /^multipart\/form-data\b/i.test(request.headers.get('content-type') ?? '');
    const most = isUpload ? LIMITS.uploadBytes : LIMITS.bodyBytes;
    if (Number(request.headers.get('content-length')) > most) throw tooLarge();
    setRequestParser(async ({ url, method, headers, body }) => {
      const init = { method, headers, body: body && (await bytesOf(body, most)) };
      if (!isUpload) return parse(new fetchAPI.Request(url, init));
      return Promise.resolve(parse(new Upload(url, init))).catch(refuseUpload);
    });
  },
});

/** What is too much stays unread: to cancel the stream would end the connection before the answer. */
const bytesOf = async (body: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = body.getReader();
  const read = () => reader.read().catch(brokenOff);
  for (let next = await read(); !next.done; next = await read()) {
    size += next.value.byteLength;
    if (size > most) throw tooLarge();
    chunks.push(next.value);
  }
  return Buffer.concat(chunks, size);
};

/** The platform's own request, whose files are what the rest of the gateway knows as `File`; Yoga's has others. */
class Upload extends Request {
  override async formData(): Promise<FormData> {
    const form = await super.formData();
    const texts = [...form.values()].filter((value) => typeof value === 'string');
    if (texts.join('').length > LIMITS.bodyBytes) throw tooLarge();
    return form;
  }
}

/** Yoga trusts the form's `map` to lead to places of its `operations`. */
const refuseUpload = (error: unknown): never => {
  if (error instanceof GraphQLError && error.extensions.code) throw error;
  const message =
    error instanceof GraphQLError
      ? error.message
      : 'The upload is not what the GraphQL multipart request specification says.';
  throw refusal(message, 'BAD_REQUEST', 400);
};

const brokenOff = (): never => {
  throw refusal('The request broke off.', 'BAD_REQUEST', 400);
};
const tooLarge = () => refusal('Request body too large', 'REQUEST_ENTITY_TOO_LARGE', 413, { connection: 'close' });
const refusal = (message: string, code: string, status: number, headers?: Readonly<Record<string, string>>) =>
  new GraphQLError(message, { extensions: { code, http: { status, ...(headers && { headers }) } } });
