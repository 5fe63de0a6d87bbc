/** How any declared operation is asked over a sandbox: values for its path, out of what lists tell, and what its query must have. */
import { operations } from '../../src/zoom/api/index.ts';
import { type Endpoint, nameOf, ownAccountEndpoint, subAccountEndpoint } from '../../src/zoom/declare/endpoint.ts';
import { choiceOf, metaOf } from '../../src/zoom/declare/shape.ts';
import { DAY, NOW, type Zoom } from './harness.ts';
import { type Values, valuesFrom } from './values.ts';

export interface Asking {
  /** The path of a sub account. */
  readonly below: string;
  /** What a query must have of words, texts and ids, the days of what wants some, and of the dashboards what is over. */
  queryOf(endpoint: Endpoint): Record<string, string>;
  /** Sets of values for the parameters of a path, likely ones first: of the own account, or of a sub account. */
  valuesFor(endpoint: Endpoint, path?: string): AsyncGenerator<Values, void>;
}

export const isOwn = (endpoint: Endpoint): boolean => ownAccountEndpoint(endpoint) === endpoint;

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const MONTH = { from: day(NOW - 20 * DAY), to: day(NOW) };

export const askingOf = async (zoom: Zoom): Promise<Asking> => {
  /** Ids that queries must have. */
  const known: Record<string, string> = {
    search_key: 'a',
    billing_id: (await zoom.get('/report/billing')).body.billing_reports[0].id,
  };
  const queryOf = ({ path, query }: Endpoint): Record<string, string> => {
    const needed = Object.entries(query?.shape ?? {}).flatMap(([name, type]) => {
      const { enumValues, kind } = metaOf(type);
      const isText = kind === 'string' || kind === 'id';
      const text = isText ? (known[name] ?? `some-${name}`) : undefined;
      const value = enumValues ? Object.values(enumValues.values)[0] : text;
      return type.safeParse(undefined).success || value === undefined ? [] : [[name, String(value)]];
    });
    return {
      ...Object.fromEntries(needed),
      ...(query && choiceOf(query) && { to_contact: 'me' }),
      ...(path.includes('/metrics/') && query?.shape.type && !path.endsWith('/quality') && { type: 'past' }),
      ...(query?.shape.from && MONTH),
    };
  };
  const textOf = (list: Endpoint) => new URLSearchParams(queryOf(list)).toString();
  const lists = operations.filter(({ items }) => items !== undefined);
  const below = `/accounts/${(await zoom.get('/accounts')).body.accounts[0].id}`;
  const ownSets = valuesFrom(zoom, lists.filter(isOwn), textOf);
  const subSets = valuesFrom(
    zoom,
    lists.filter((list) => subAccountEndpoint(list)),
    textOf,
    below,
  );
  const ofMonth = async (path: string, items: string) =>
    (await zoom.get(`${path}?${new URLSearchParams(MONTH)}`)).body[items][0];
  /** Ids that no list without days tells. */
  const elsewhere: Readonly<Record<string, () => Promise<Values>>> = {
    'GET /phone/call_history/{callHistoryUuid}': async () => ({
      callHistoryUuid: (await ofMonth('/phone/call_history', 'call_history')).call_history_uuid,
    }),
    'GET /phone/call_element/{callElementId}': async () => {
      const { call_history_uuid } = await ofMonth('/phone/call_history', 'call_history');
      const { body } = await zoom.get(`/phone/call_history/${call_history_uuid}`);
      return { callElementId: body.call_elements[0].call_element_id };
    },
    'GET /phone/call_history_detail/{callHistoryId}': async () => ({
      callHistoryId: (await ofMonth('/phone/call_logs', 'call_logs')).id,
    }),
  };
  return {
    below,
    queryOf,
    valuesFor: async function* (endpoint, path = ownAccountEndpoint(endpoint).path) {
      const told = elsewhere[nameOf(endpoint)];
      if (told && path === endpoint.path) yield await told();
      else yield* isOwn(endpoint) ? ownSets(path) : subSets(path);
    },
  };
};
