/** A client of server-sent events, as far as GraphQL has them. */
import type { Result } from './support.ts';

export interface Subscribed {
  readonly status: number;
  readonly headers: Headers;
  /** The next answer; undefined where the stream is complete. */
  next(): Promise<Result | undefined>;
  leave(): Promise<void>;
}

/** Reads a response as a stream of answers. Pings are passed over. */
export const subscribedBy = (response: Response): Subscribed => {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader();
  const decoder = new TextDecoder();
  // As clients do, before anybody wants an answer.
  let coming: ReturnType<typeof reader.read> | undefined = reader.read();
  coming.catch(() => undefined);
  let text = '';
  const message = async (): Promise<string | undefined> => {
    for (let end = text.indexOf('\n\n'); ; end = text.indexOf('\n\n')) {
      if (end >= 0) {
        const one = text.slice(0, end);
        text = text.slice(end + 2);
        return one;
      }
      const { done, value } = await (coming ?? reader.read());
      coming = undefined;
      if (done) return undefined;
      text += decoder.decode(value, { stream: true });
    }
  };
  const next = async (): Promise<Result | undefined> => {
    for (let one = await message(); one !== undefined; one = await message()) {
      const [, event] = /^event: (.*)$/m.exec(one) ?? [];
      if (event === 'complete') return undefined;
      if (event === 'next') return JSON.parse(/^data: (.*)$/m.exec(one)?.[1] ?? '');
    }
    throw new Error('The stream broke off.');
  };
  return { status: response.status, headers: response.headers, next, leave: () => reader.cancel() };
};
