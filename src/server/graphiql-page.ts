/** GraphiQL's page as its package makes it, with what we would have of it otherwise, in parts that browsers can keep. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { GraphiQLOptions } from 'graphql-yoga';
import { SETTINGS } from './config.ts';
import { HEADERS } from './plugins/request-extensions.ts';

/** A place in the package's text, and what to put there. */
type Change = readonly [place: RegExp, text: (...found: string[]) => string];

const styled = (style: string): Change => [/<\/head>/, (end) => `<style>${style}</style>${end}`];

/** A tab keeps the place of an earlier layout, and jumps there when it is pressed: the click would miss it. */
const STILL_TABS = styled('.graphiql-tab { transform: none !important }');

/** Leaves room for what is above and below GraphiQL. */
const IN_COLUMNS = styled(`
    body { display: flex; flex-direction: column; height: 100vh }
    #root { flex: 1; min-height: 0 }
    .graphiql-container { height: 100% }`);

const { resolve } = createRequire(import.meta.url);
/** Scripts of ours, which run before GraphiQL does, in this order. */
const scripts = (names: readonly string[]): Change => [
  /<script>(?=\s*function prepareBlob)/,
  (begin) => [begin, ...names.map((name) => readFileSync(resolve(`#page/${name}.js`), 'utf8'))].join('\n'),
];

/** Opens the tab that a link asks for. */
const LINKED_TAB: Change = [
  /(querySelector\('#root'\),\s*)(\{.*\})(?=,\s*\);)/s,
  (_, before, options) => `${before}withLinkedTab(${options})`,
];

/** What the last query cost, and switches for dry runs and traces, by headers: GraphiQL itself sends no extensions. */
const COST_BAR: readonly Change[] = [
  styled(`
    .cost-bar { display: flex; gap: 8px; align-items: center; order: 1; padding: 4px 16px; background: #e8eaf2; color: #1b2240;
      font: 14px/24px sans-serif; white-space: nowrap }
    .cost-bar button { padding: 0 10px; border: 1px solid #7c86ad; border-radius: 4px; background: #fff; color: inherit; font: inherit; cursor: pointer }
    .cost-bar button[aria-pressed=true] { background: #3b4b98; color: #fff }
    .cost-bar span { overflow: hidden; text-overflow: ellipsis }`),
  [
    /<div id="root">/,
    (root) =>
      `<div class="cost-bar">
        <button type="button" aria-pressed="false" data-header="${HEADERS.dryRun}" title="Report what the query would cost, and run nothing">Dry run</button>
        <button type="button" aria-pressed="false" data-header="${HEADERS.trace}" title="List the REST calls that the query makes">Trace</button>
        <span role="status" aria-label="Cost of the last query"></span>
      </div>${root}`,
  ],
];

/** Asks for the files of an operation that takes some: GraphiQL itself sends none. */
const fileDialog = (fileInputs: FileInputs): readonly Change[] => [
  styled(`
    .files { border: 1px solid #7c86ad; border-radius: 8px; padding: 16px; color: #1b2240; font: 14px/24px sans-serif }
    .files label { display: block; margin: 8px 0 }
    .files menu { display: flex; gap: 8px; justify-content: flex-end; margin: 16px 0 0; padding: 0 }`),
  [
    /<div id="root">/,
    (root) =>
      `<dialog class="files" aria-label="Files" data-inputs="${JSON.stringify(fileInputs).replaceAll('"', '&quot;')}"><form method="dialog">
        The operation takes a file.
        <div></div>
        <menu><button value="" formnovalidate>Cancel</button><button value="send">Send</button></menu>
      </form></dialog>${root}`,
  ],
];

/** The package has a history, but shows it only where there are no other plugins. */
const historyIn = (html: string): readonly Change[] => {
  const [, history] = found(html, /\b([\w$]+)=\{title:"History",/);
  return [
    [/\bplugins:\[([\w$]+)\],(?=schemaDescription:)/, (_, explorer) => `plugins:[${explorer},${history}],`],
    // It would keep the headers of each query, and a header may hold a Zoom token.
    [/\bheaders:[\w$]+\.headers\?\?void 0,(?=operationName:)/, () => ''],
  ];
};

const { accountId, clientId, clientSecret } = SETTINGS;
const BANNER: readonly Change[] = [
  styled(`
    .sandbox { padding: 0 16px; background: #ffdf9e; color: #3b2600; font: 14px/32px sans-serif; overflow: hidden;
      text-overflow: ellipsis; white-space: nowrap }`),
  [
    /<div id="root">/,
    (root) =>
      `<div class="sandbox" role="note"><b>Sandbox.</b> All data is made up. For your own account set ${accountId.name}, ${clientId.name} and ${clientSecret.name}.</div>${root}`,
  ],
];

type Bytes = Buffer<ArrayBuffer>;
export interface Part {
  readonly type: string;
  readonly bytes: Bytes;
}
export interface GraphiQL {
  readonly page: Bytes;
  /** By the names under which the page asks for them, in `PART_PARAM` of its own URL: nothing else may be under the same name. */
  readonly parts: ReadonlyMap<string, Part>;
}
export const PART_PARAM = 'graphiql';

/** What has files of its own: its place, its bytes by what stands there, and what stands there in its stead. */
const PARTS = [
  {
    place: /data:image\/x-icon;base64,([^"]+)/,
    ending: 'ico',
    type: 'image/x-icon',
    bytes: (text: string) => Buffer.from(text, 'base64'),
    link: (url: string) => url,
  },
  {
    place: /<style>(.*?)<\/style>/s,
    ending: 'css',
    type: 'text/css; charset=utf-8',
    bytes: (text: string) => Buffer.from(text),
    link: (url: string) => `<link rel="stylesheet" href="${url}">`,
  },
  {
    place: /<script>(.*)(?=YogaGraphiQL\.renderYogaGraphiQL\()/s,
    ending: 'js',
    type: 'text/javascript; charset=utf-8',
    bytes: (text: string) => Buffer.from(text),
    link: (url: string) => `<script src="${url}"></script><script>`,
  },
] as const;

/** The fields of inputs that take a file, by the type of the input. */
export type FileInputs = Readonly<Record<string, readonly string[]>>;
export interface Shown {
  /** It says that what it shows is made up. */
  readonly sandbox: boolean;
  /** It shows what queries cost. */
  readonly costs: boolean;
}
/** The page and its parts, which are the same whatever the options. */
export const graphiql = async (
  options: GraphiQLOptions,
  { sandbox, costs }: Shown,
  fileInputs: FileInputs,
): Promise<GraphiQL> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const whole = renderGraphiQL(options);
  const parts = new Map<string, Part>();
  const moved = PARTS.map(
    ({ place, ending, type, bytes, link }): Change => [
      place,
      (_, text = '') => {
        const part = { type, bytes: bytes(text) };
        const name = `${createHash('sha256').update(part.bytes).digest('base64url').slice(0, 16)}.${ending}`;
        parts.set(name, part);
        return link(`?${PART_PARAM}=${name}`);
      },
    ],
  );
  const bars = [...(sandbox ? BANNER : []), ...(costs ? COST_BAR : [])];
  // The cost is that of what is sent in the end, with its files.
  const ours = scripts(['linked-tab', ...(costs ? ['bar'] : []), 'files']);
  const changes = [
    STILL_TABS,
    IN_COLUMNS,
    ...historyIn(whole),
    ...bars,
    ...fileDialog(fileInputs),
    LINKED_TAB,
    ours,
    ...moved,
  ];
  return { page: Buffer.from(changes.reduce(changed, whole)), parts };
};

const changed = (html: string, [place, text]: Change): string => {
  found(html, place);
  return html.replace(place, text);
};

const found = (html: string, place: RegExp): RegExpMatchArray => {
  const match = html.match(place);
  if (!match) throw new Error(`This version of GraphiQL has no ${place}.`);
  return match;
};
