/** What serves the endpoints that no domain names: resources made up from their paths. */
import { declared, type Endpoint, nameOf, ownAccountEndpoint } from '../zoom/declare/endpoint.ts';
import type { Account } from './account.ts';
import { type Domain, type On, row } from './call.ts';
import { DAY } from './clock.ts';
import { declaredAt, itemOf } from './paths.ts';
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

/** A path with its values in place: "/groups/abc/admins". */
const placeOf = (path: string, values: Readonly<Record<string, string>>): string =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? ''));

const domainOf = (endpoint: Endpoint): Domain => {
  const { path, method, items } = endpoint;
  const parent = itemOf(path)?.parent ?? path;
  const list = declaredAt(parent).find((each) => each.items !== undefined);
  const thing = declaredAt(`${parent}/{}`).find((each) => each.method === 'GET');
  if (list)
    return resource(thing ?? list, {
      name: parent,
      in: (call) => ({ id: placeOf(parent, call.path) }),
      initial: (account) => beginning(account, list),
    }).domain;
  if (
    items === undefined &&
    declaredAt(path).some((each) => each.method === 'GET') &&
    ['GET', 'PUT', 'PATCH'].includes(method)
  )
    return single(endpoint, { of: (call) => row(placeOf(path, call.path), {}) }).domain;
  return (on) =>
    on(endpoint, () => {
      throw new Error(`No GET shows what ${nameOf(endpoint)} changes: it needs a handler in a domain.`);
    });
};

/** Serves every declared endpoint that is not named. */
export const unnamed =
  (isNamed: (endpoint: Endpoint) => boolean): Domain =>
  (on) => {
    const unlessNamed: On = (endpoint, handler) => {
      if (!isNamed(endpoint)) on(endpoint, handler);
    };
    for (const endpoint of declared())
      if (ownAccountEndpoint(endpoint) === endpoint && !isNamed(endpoint)) domainOf(endpoint)(unlessNamed);
  };
