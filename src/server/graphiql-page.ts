/** GraphiQL's page as its package makes it, with what we would have of it otherwise. */
import type { GraphiQLOptions } from 'graphql-yoga';

/** A place in the package's text, and what to put there. */
type Change = readonly [place: RegExp, text: (...found: string[]) => string];

const styled = (style: string): Change => [/<\/head>/, (end) => `<style>${style}</style>${end}`];

/** A tab keeps the place of an earlier layout, and jumps there when it is pressed: the click would miss it. */
const STILL_TABS = styled('.graphiql-tab { transform: none !important }');

/** The page. */
export const graphiqlPage = async (options: GraphiQLOptions): Promise<string> => {
  const { renderGraphiQL } = await import('@graphql-yoga/render-graphiql');
  return [STILL_TABS].reduce(changed, renderGraphiQL(options));
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
