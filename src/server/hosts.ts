/**
 * Which names the gateway answers to. A web page can point a name of its own at the gateway's address, and then is of one origin
 * with it (DNS rebinding): names that nobody gave the gateway are refused. An address as `Host` cannot be had that way.
 */
import { isIP } from 'node:net';
import { remembered } from '../engine/remembered.ts';

const LOOPBACK: readonly string[] = ['localhost', '127.0.0.1', '::1'];

/** Whether only this machine reaches what listens there. */
export const isLoopback = (host: string): boolean => /^(localhost|127(\.\d+){3}|::1)$/.test(host);

interface Asked {
  readonly url?: string | undefined;
  readonly headers: { readonly host?: string | undefined };
}

/** Judges requests to a gateway that listens on `host`, and may have other names, or any (`*`). */
export const hostCheck = (host: string, names: readonly string[]): ((request: Asked) => boolean) => {
  const known = new Set([...LOOPBACK, ...[host, ...names].map((name) => name.toLowerCase())]);
  const takesAddresses = !isLoopback(host);
  const isOwn = remembered((authority) => {
    const name = nameIn(authority);
    return known.has(name) || (takesAddresses && isIP(name) > 0);
  });
  return ({ url = '', headers }) => {
    if (known.has('*') || isProbe(url) || isWebhook(url)) return true;
    // A URL that names the host, as proxies get them, counts for more than the header.
    return isOwn(/^https?:\/\/([^/?#]*)/i.exec(url)?.[1] ?? headers.host ?? '');
  };
};

/** Whoever watches over the process asks by whatever address it has: what these say is no secret. */
const isProbe = (url: string): boolean => /^\/(health|ready)z?(\?|$)/.test(url);

/** Where Zoom sends events. */
export const WEBHOOKS_PATH = '/webhooks/zoom';
/** Zoom comes by the name that the app was given, and proves by a signature that it is Zoom. */
export const isWebhook = (url: string): boolean => /^[^?]*/.exec(url)?.[0] === WEBHOOKS_PATH;

const nameIn = (authority: string): string =>
  authority
    .toLowerCase()
    .replace(/:\d*$/, '')
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
