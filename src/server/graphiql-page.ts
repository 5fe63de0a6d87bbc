/** GraphiQL's page as its package makes it, with what we would have of it otherwise. */
import type { GraphiQLOptions } from 'graphql-yoga';
import { SETTINGS } from './config.ts';

/** A place in the package's text, and what to put there. */
type Change = readonly [place: RegExp, text: (...found: string[]) => string];

const styled = (style: string): Change => [/<\/head>/, (end) => `<style>${style}</style>${end}`];

/** A tab keeps the place of an earlier layout, and jumps there when it is pressed: the click would miss it. */
const STILL_TABS = styled('.graphiql-tab { transform: none !important }');

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
    .sandbox { box-sizing: border-box; height: 32px; padding: 0 16px; background: #ffdf9e; color: #3b2600;
      font: 14px/32px sans-serif; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
    .graphiql-container { height: calc(100vh - 32px) }`),
  [
    /<div id="root">/,
    (root) =>
      `<div class="sandbox" role="note"><b>Sandbox.</b> All data is made up. For your own account set ${accountId.name}, ${clientId.name} and ${clientSecret.name}.</div>${root}`,
  ],
];

/** The page. `isSandbox`: it says that what it shows is made up. */
export const graphiqlPage = async (options: GraphiQLOptions, isSandbox: boolean): Promise<string> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  const html = renderGraphiQL(options);
  return [STILL_TABS, ...historyIn(html), ...(isSandbox ? BANNER : [])].reduce(changed, html);
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
