import type { GraphQLParams, Plugin } from 'graphql-yoga';
import * as z from 'zod';
import type { Config } from '../config.ts';
import { badRequest } from './errors.ts';

/**
 * What a client may ask of the gateway itself, besides the query: in `"extensions": { "zoom": { "trace": true } }`, or each by a header, for
 * clients that send no extensions. What the extensions say counts for more.
 */
const RequestExtensions = z.strictObject({
  /** Report the cost of the operation in place of running it. */
  dryRun: z.boolean().optional(),
  /** Report which calls were made. */
  trace: z.boolean().optional(),
  /** How long the request may take, in milliseconds, where that is longer or shorter than usual. */
  timeoutMs: z.int().min(1).optional(),
});
export type RequestExtensions = z.infer<typeof RequestExtensions>;
type Name = keyof RequestExtensions;

/** The header of each. */
export const HEADERS = {
  dryRun: 'x-zoom-dry-run',
  trace: 'x-zoom-trace',
  timeoutMs: 'x-zoom-timeout-ms',
} as const satisfies Record<Name, string>;
const NAMES = Object.keys(HEADERS) as Name[];

type Asked = { readonly get: (name: string) => string | null };
/** What the headers of a request ask for, as a text that is the same where that is the same. */
export const askedInHeaders = (headers: Asked): string =>
  `${wantsFresh(headers)} ${NAMES.map((name) => headers.get(HEADERS[name]) ?? '').join(' ')}`;

/** Whether a request takes nothing that was kept of earlier answers. */
export const wantsFresh = (headers: Asked): boolean =>
  saysFresh(headers.get('x-zoom-cache')) || saysFresh(headers.get('cache-control'));
const saysFresh = (given: string | null): boolean => given !== null && /\bno-(store|cache)\b/i.test(given);

const SWITCH: Readonly<Record<string, boolean>> = { '1': true, true: true, '0': false, false: false };
const valueIn = (name: Name, text: string): unknown =>
  name === 'timeoutMs' ? (/^\d{1,10}$/.test(text) ? Number(text) : text) : (SWITCH[text.toLowerCase()] ?? text);

const fromHeaders = (headers: Asked): Record<string, unknown> | undefined => {
  let found: Record<string, unknown> | undefined;
  for (const name of NAMES) {
    const text = headers.get(HEADERS[name]);
    if (text === null) continue;
    found ??= {};
    found[name] = valueIn(name, text.trim());
  }
  return found;
};

/** What the request asks of the gateway; nothing where it asks for what cannot be, which `useRequestExtensions` has refused. */
export const requestExtensionsOf = ({ params }: { readonly params?: GraphQLParams }): RequestExtensions => {
  const requestExtensions: unknown = params?.extensions?.zoom;
  return (requestExtensions !== undefined && RequestExtensions.safeParse(requestExtensions).data) || NONE;
};
const NONE: RequestExtensions = {};

type Settings = Pick<Config, 'extensions' | 'timeout' | 'maxTimeout'>;
/** The longest that a client may ask for. */
export const longestTimeout = ({ timeout, maxTimeout }: Pick<Settings, 'timeout' | 'maxTimeout'>): number =>
  Math.max(timeout, maxTimeout);

/** Refuses what the gateway does not know, and what it is set not to do: to report its calls, or to take longer. */
export const useRequestExtensions = (config: Settings): Plugin => {
  const longest = longestTimeout(config);
  const wholeMs = `a whole number of milliseconds from 1 to ${longest}`;
  const checked = (given: unknown, nameOf: (name: Name) => string): RequestExtensions => {
    const { error, data } = RequestExtensions.safeParse(given);
    const [issue] = error?.issues ?? [];
    if (issue?.code === 'unrecognized_keys')
      throw badRequest(
        `extensions.zoom has ${issue.keys.map((key) => `"${key}"`).join(', ')}; it may have ${NAMES.slice(0, -1).join(', ')} and ${NAMES.at(-1)}.`,
      );
    const wrong = issue?.path[0] as Name | undefined;
    if (issue && wrong === undefined) throw badRequest('extensions.zoom must be an object.');
    if (wrong === 'timeoutMs' || (data?.timeoutMs ?? 0) > longest)
      throw badRequest(`${nameOf('timeoutMs')} must be ${wholeMs}.`);
    if (wrong !== undefined) throw badRequest(`${nameOf(wrong)} must be true or false.`);
    return data ?? NONE;
  };
  return {
    onParams: ({ params, request, setParams }) => {
      const given: unknown = params.extensions?.zoom;
      const inHeaders = fromHeaders(request.headers);
      if (given === undefined && !inHeaders) return;
      const asked: RequestExtensions = {
        ...(inHeaders && checked(inHeaders, (name) => `The header ${HEADERS[name]}`)),
        ...(given !== undefined && checked(given, (name) => `extensions.zoom.${name}`)),
      };
      if (!config.extensions && (asked.dryRun || asked.trace))
        throw badRequest('This gateway is set to report nothing of its calls (ZOOM_EXTENSIONS is off).');
      if (inHeaders) setParams({ ...params, extensions: { ...params.extensions, zoom: asked } });
    },
  };
};
