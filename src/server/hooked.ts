/**
 * The short way where there are foreign plugins: their hooks of the HTTP layer run as on Yoga's way, on real requests and responses, between
 * what the short way does by itself. The library that calls them is the one that calls them for Yoga.
 */
import { createServerAdapter, type ServerAdapterInitialContext } from '@whatwg-node/server';
import { type Answer, type Direct, mayStream, type PlainContext, type PlainRequest, plainType } from './direct.ts';
import type { Foreign } from './foreign.ts';
import type { Params } from './http/params.ts';
import type { Yoga, YogaParts } from './yoga.ts';

type HookedContext = PlainContext & ServerAdapterInitialContext;

interface Options extends YogaParts {
  readonly direct: Direct;
  readonly foreign: Foreign;
  readonly isOpen: boolean;
}

/** Answers requests that were plain when they came. One that a hook has made another of goes on Yoga's way from there. */
export const hookedOf = ({ yoga, http, compression, handle, direct, foreign, isOpen }: Options) =>
  createServerAdapter<HookedContext>(
    async (request, context) => {
      const type = plainType({ method: request.method, url: targetOf(request), headers: request.headers }, isOpen);
      if (type === undefined) return handle(request, context as never);
      try {
        const { response, requestParserResult } = await yoga.parseRequest(request, context as never);
        if (response) return response;
        const params = requestParserResult as Params;
        if (mayStream(params, request)) return handle(rewritten(request, params, yoga), context as never);
        const sharedBy = foreign.mayShare(context) ? JSON.stringify(params) : undefined;
        const answer = await direct.run(request as PlainRequest, type, params, context, sharedBy);
        return responseOf(answer, yoga);
      } catch (error) {
        return responseOf(await direct.failed(error, type, context), yoga);
      }
    },
    { plugins: [...http, ...foreign.all, ...compression] as never[], fetchAPI: yoga.fetchAPI },
  );

const responseOf = ({ status, headers, body }: Answer, { fetchAPI }: Yoga): Response =>
  new fetchAPI.Response(Buffer.concat(body), { status, headers });

/** A request whose body was read already. */
const rewritten = ({ url, method, headers, signal }: Request, params: Params, { fetchAPI }: Yoga): Request =>
  new fetchAPI.Request(url, { method, headers, signal, body: JSON.stringify(params) });

/** The path with its query, behind "http://" and the host. */
const targetOf = ({ url }: Request): string => url.slice(url.indexOf('/', 'https://'.length));
