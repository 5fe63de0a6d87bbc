/** What serves the endpoints that no domain names: resources made up from their paths. */
import { declared, type Endpoint, nameOf, ownAccountEndpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type Call, type Domain, type On, type Part, row } from './call.ts';
import { DAY } from './clock.ts';
import { declaredAt, itemOf, nameless } from './paths.ts';
import { resource } from './resource.ts';
import { instant } from './seeded.ts';
import { single } from './single.ts';
import type { Table } from './things.ts';

/** How many things a collection begins with, and how many a dated one. */
const BEGIN = 5;
const BEGIN_DATED = 40;

const beginning = ({ start }: Account, { window }: Endpoint): Table =>
  Object.fromEntries(
    Array.from({ length: window ? BEGIN_DATED : BEGIN }, (_, i) => [
      String(i),
      window ? { [window.at]: instant(start - ((i + 0.5) * 180 * DAY) / BEGIN_DATED) } : {},
    ]),
  );

/** Where a call leads to: "/groups/abc/admins". Throws the refusal of a thing on the way of which a part knows that it is not there. */
const placeOf = (path: string, call: Call, parts: readonly Part[]): string => {
  const values: Record<string, unknown> = { ...call.path };
  const [way] = parts
    .filter(({ item }) => item && nameless(path).startsWith(`${item}/`))
    .sort((a, b) => (b.item?.length ?? 0) - (a.item?.length ?? 0));
  const parameter = path.split('/')[way?.item?.split('/').lastIndexOf('{}') ?? 0]?.slice(1, -1);
  if (way?.at && parameter) values[parameter] = way.at(call).id;
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(values[name] ?? '')));
};

const domainOf = (endpoint: Endpoint, parts: readonly Part[]): Domain => {
  const { path, method, items } = endpoint;
  const parent = itemOf(path)?.parent ?? path;
  const list = declaredAt(parent).find((each) => each.items !== undefined);
  const thing = declaredAt(`${parent}/{}`).find((each) => each.method === 'GET');
  if (list)
    return resource(thing ?? list, {
      name: parent,
      in: (call) => ({ id: placeOf(parent, call, parts) }),
      initial: (account) => beginning(account, list),
    }).domain;
  if (
    items === undefined &&
    declaredAt(path).some((each) => each.method === 'GET') &&
    ['GET', 'PUT', 'PATCH'].includes(method)
  )
    return single(endpoint, { of: (call) => row(placeOf(path, call, parts), {}) }).domain;
  return (on) =>
    on(endpoint, () => {
      throw new Error(`No GET shows what ${nameOf(endpoint)} changes: it needs a handler in a domain.`);
    });
};

/** Serves every declared endpoint that is not named, below the things that parts know. */
export const unnamed =
  (isNamed: (endpoint: Endpoint) => boolean, parts: readonly Part[]): Domain =>
  (on) => {
    const unlessNamed: On = (endpoint, handler) => {
      if (!isNamed(endpoint)) on(endpoint, handler);
    };
    for (const endpoint of declared())
      if (ownAccountEndpoint(endpoint) === endpoint && !isNamed(endpoint)) domainOf(endpoint, parts)(unlessNamed);
  };
