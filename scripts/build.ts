/**
 * `npm run build`: the gateway and the libraries that it uses in a few files of dist, without what is never used, since most of what a
 * start takes is finding and reading hundreds of modules. What is imported only when it is needed has files of its own.
 */
import { build } from 'esbuild';

/** Libraries that are CommonJS ask for Node's modules by `require`, which modules do not have. */
const REQUIRE =
  "import { createRequire as requireFor } from 'node:module'; const require = requireFor(import.meta.url);";

await build({
  entryPoints: ['src/server/main.ts'],
  outdir: 'dist',
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
  legalComments: 'none',
  sourcemap: true,
  sourcesContent: false,
  logLevel: 'warning',
});
