/** Nothing below a sub account reaches another account, whatever is selected there: in its calls, its cost and its ids. */
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { isPartId } from '../schema/types/global-id.ts';
import { declared, nameOf } from '../src/zoom/declare/endpoint.ts';
import { beyond, costIn } from './cost.ts';
import { operationIn, rootsIn, startPlenty, walksFrom } from './exerciser/below.ts';
import { askingOn, type Result } from './run.ts';

const SUB = 'SUB';
const { run, calls, gateway, client } = startPlenty();
const ask = askingOn(gateway);
afterAll(() => client.close());

const BELOW = /^GET \/accounts\/SUB(?=[/?]|$)/;
const driven = new Set<string>();

/** The accounts that the global ids of an answer tell. */
const accountsIn = (data: unknown): string[] => {
  if (typeof data !== 'object' || data === null) return [];
  const { id } = data as { id?: unknown };
  const text = typeof id === 'string' ? id : '';
  const [, , key = ''] = /^(\w+):(.*)/s.exec(atob(text)) ?? [];
  // Ids of objects that belong to an entity hold its type and its key.
  const own = isPartId(schema, text) ? decodeURIComponent(key.split('/')[1] ?? '') : key;
  const [account = ''] = own.split(',');
  // What Zoom sent as it was sent has ids of Zoom's.
  const within = Object.entries(data).flatMap(([name, value]) => (name === 'raw' ? [] : accountsIn(value)));
  return [...(id ? [account] : []), ...within];
};
const isRefused = ({ message, extensions }: NonNullable<Result['errors']>[number]) =>
  extensions.code === 'BAD_USER_INPUT' && message.includes('for your own account alone');

test.each(rootsIn(schema, SUB).map(([type, root]) => [type.name, type, root] as const))('%s', async (_, type, root) => {
  for (const { coordinate, text } of walksFrom(type, root)) {
    const cost = costIn(await ask(text, { dryRun: true }));
    const { data, errors = [] } = await run(text);
    const made = calls.splice(0).map((call) => ({ call, operation: operationIn(call) }));
    const strays = made.filter(({ call }) => !BELOW.test(call)).map(({ call }) => call);
    const told = (cost?.operations ?? []).filter(({ path }) => !path.startsWith('/accounts/{accountId}'));
    expect({
      coordinate,
      strays,
      told,
      others: accountsIn(data).filter((account) => account !== SUB),
      errors: errors.filter((error) => !isRefused(error)),
      beyond: beyond(
        cost,
        made.map(({ operation }) => operation),
      ),
    }).toEqual({ coordinate, strays: [], told: [], others: [], errors: [], beyond: [] });
    for (const { operation } of made) driven.add(operation);
  }
});

test('every read that Zoom offers below a sub account has been made there', () => {
  const offered = declared().filter(({ method, path }) => method === 'GET' && path.startsWith('/accounts/{accountId}'));
  expect(offered.map(nameOf).filter((operation) => !driven.has(operation))).toEqual([]);
});
