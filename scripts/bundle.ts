import { build, type Plugin } from 'esbuild';

/** Libraries that are CommonJS ask for Node's modules by `require`, which modules do not have. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);";

/**
 * Of undici what the client uses, in place of all of it: sockets of browsers, mocks and caches would take a third of the file. The last
 * lines are what its own index does.
 */
const PART_OF_UNDICI = `
export { default as Agent } from 'undici/lib/dispatcher/agent.js';
export { default as EnvHttpProxyAgent } from 'undici/lib/dispatcher/env-http-proxy-agent.js';
export { FormData } from 'undici/lib/web/fetch/formdata.js';
import dns from 'undici/lib/interceptor/dns.js';
export const interceptors = { dns };
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';
import api from 'undici/lib/api/index.js';
Object.assign(Dispatcher.prototype, api);
`;
/** Another part is for the WebSocket of events alone, which few open: it needs nearly all of undici's fetch. */
const WEBSOCKET_OF_UNDICI = `
export { WebSocket } from 'undici/lib/web/websocket/websocket.js';
`;
const PARTS: Readonly<Record<string, string>> = { undici: PART_OF_UNDICI, websocket: WEBSOCKET_OF_UNDICI };
const partOfUndici: Plugin = {
  name: 'part of undici',
  setup: ({ onResolve, onLoad }) => {
    onResolve({ filter: /^undici$/ }, ({ importer }) => ({
      path: importer.endsWith('/events/socket.ts') ? 'websocket' : 'undici',
      namespace: 'part',
    }));
    onLoad({ filter: /./, namespace: 'part' }, ({ path }) => ({
      contents: PARTS[path],
      resolveDir: process.cwd(),
    }));
  },
};

/**
 * Writes a module that starts the gateway, and the libraries that it uses, as a few files into a folder of the repository, without what is
 * never used, since most of what a start takes is finding and reading hundreds of modules. What is imported only when it is needed has
 * files of its own.
 */
export const bundle = (entryPoint: string, outdir: string) =>
  build({
    entryPoints: [entryPoint],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Of packages that come in both forms the one whose unused parts can be left out; graphql must not be there twice.
    mainFields: ['module', 'main'],
    banner: { js: REQUIRE },
    // Without comments, one letter of which beyond Latin-1 makes the whole text take twice its bytes, and with lines that a stack trace can show.
    minifyWhitespace: true,
    lineLimit: 120,
    // The server only asks whether its requests are Node's own, which they are not. Node would read all of its fetch to answer.
    define: { 'globalThis.Request': 'undefined' },
    plugins: [partOfUndici],
    legalComments: 'none',
    sourcemap: true,
    sourcesContent: false,
    metafile: true,
    logLevel: 'warning',
  });
