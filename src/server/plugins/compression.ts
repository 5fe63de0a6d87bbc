import type { Plugin } from 'graphql-yoga';
import { codingFor, compress, isCompressible, SMALL_BYTES, withVary } from '../http/compression.ts';

/** Compresses answers where the client takes it. It comes behind all plugins that look at answers. */
export const useCompression = (): Plugin => ({
  onResponse: async ({ request, response, setResponse, fetchAPI }) => {
    const { headers, status, statusText } = response;
    if (!isCompressible(headers.get('content-type')) || headers.has('content-encoding')) return;
    // Whoever answers without saying how much has much to say.
    const size = Number(headers.get('content-length') ?? Number.POSITIVE_INFINITY);
    const coding = codingFor(request.headers.get('accept-encoding'), size);
    if (coding || size > SMALL_BYTES) headers.set('vary', withVary(headers.get('vary'), 'accept-encoding'));
    if (!coding || response.body === null) return;
    const body = await compress(Buffer.from(await response.arrayBuffer()), coding);
    headers.set('content-encoding', coding);
    headers.set('content-length', String(body.length));
    setResponse(new fetchAPI.Response(body, { status, statusText, headers }));
  },
});
