/**
 * What holds for everything that is read: every field that a shape declares arrives in the graph, wherever the graph reads it, and
 * every list is walked to its end, and what Zoom refuses is null beside what it answers. Zoom answers each call with all that it can.
 */
import { afterAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { type Endpoint, nameOf, ownAccountEndpoint } from '../src/zoom/declare/endpoint.ts';
import { callIn } from './exerciser/below.ts';
import { isNode, itemsOf, type ObjectSet, objectIn, placesOf } from './exerciser/graph.ts';
import { startMadeUp } from './exerciser/made-up.ts';
import { emptyAnswers, filtersIn, inTwoPages, type Page, pageIn, pageParam, pageQuery } from './exerciser/paging.ts';
import { expectRefused, watched } from './exerciser/refusing.ts';
import { refusal } from './stub.ts';

const { run, calls, client, instead, readingOf } = startMadeUp();
afterAll(() => client.close());

const query = schema.getQueryType();
const places = placesOf(schema).filter(({ type }) => type !== schema.getMutationType());

/** What a field leads to has a place of its own, its type; whether it leads to the right thing the exerciser asks of true relations. */
const isEdge = ({ type, field }: ObjectSet) => {
  const end = field && objectIn(field.type);
  return type !== query && end && isNode(end);
};
/** The ids of a made-up answer are not the one that was asked for, and its arguments do not matter here. */
const isOfLeaf = (problem: string) => !/^(id:|The argument )/.test(problem);

/** They page by two lists at once: test/fan.test.ts reads them. */
const FANS = ['Account.meetings', 'Account.pastMeetings', 'Account.webinars'];
/** Some of a list, which is read to its end for their number: test/domains/reports/meetings.test.ts. */
const PICKED = ['HostReport.meetings', 'Reports.meetings', 'User.meetingReports'];
/** Reached by values that no answer has made up; the exerciser reaches them. */
const OUT_OF_REACH = [
  'CallingPlan',
  'DashboardZoomRoom.pastMeetings',
  'HostReport.webinars',
  'Reports.webinars',
  'User.pastWebinars',
];

test.each(
  places
    .filter((place) => !isEdge(place))
    .filter(({ coordinate }) => !OUT_OF_REACH.includes(coordinate))
    .map((place) => [place.coordinate, place] as const),
)('%s', async (_, place) => {
  const { problems } = await readingOf(place);
  expect(problems.filter(isOfLeaf).join('\n')).toBe('');
});

/** Every field that shows a list, with the operation. That the forms for sub accounts are alike, others see to. */
const lists = places
  .filter(({ field, coordinate }) => field && itemsOf(field.type) && !OUT_OF_REACH.includes(coordinate))
  .filter(({ coordinate }) => ![...FANS, ...PICKED].includes(coordinate))
  .flatMap((place) =>
    place.endpoints
      .filter((endpoint) => endpoint.paging && ownAccountEndpoint(endpoint) === endpoint)
      .map((endpoint) => [place.coordinate, nameOf(endpoint), place, endpoint] as const),
  );

/** Reads pages of a list while Zoom answers it in its own way. */
const reading = async (place: ObjectSet, endpoint: Endpoint) => {
  const name = nameOf(endpoint);
  const { queries } = await readingOf(place);
  const found = queries.find(({ text, operations }) => text.includes('first: $first') && operations.includes(name));
  if (!found) throw new Error(`No query calls ${name}.`);
  const text = pageQuery(found.text);
  return {
    text,
    page: async (answer: Parameters<typeof instead.set>[1], first: number, after?: string | null) => {
      calls.length = 0;
      instead.set(name, answer);
      const { data, errors } = await run(text, { ...found.variables, first, after });
      instead.delete(name);
      expect(errors, text).toBeUndefined();
      const made = calls.map(callIn).flatMap((call) => (nameOf(call.operation) === name ? [call.query] : []));
      const [filters] = made.map((query) => filtersIn(query, endpoint));
      const pages = made.filter((query) => filtersIn(query, endpoint) === filters);
      return { page: pageIn(data) as Page, tokens: pages.map((query) => query.get(pageParam(endpoint))) };
    },
  };
};

const paged = lists.filter(([, , , { paging }]) => paging?.by !== 'whole');
test.each(paged)(
  '%s by %s goes on with Zoom’s next page, within a query and from its cursor',
  async (_, __, place, endpoint) => {
    const { text, page } = await reading(place, endpoint);
    const answer = inTwoPages(endpoint, 'T1');
    const second = endpoint.paging?.by === 'number' ? '2' : 'T1';
    const whole = await page(answer, 100);
    expect(whole, text).toMatchObject({
      page: { nodes: { length: 2 }, pageInfo: { hasNextPage: false } },
      tokens: [null, second],
    });
    // Windows overlap: of lists by days nobody knows how many items there are before all are read.
    if (!endpoint.window) expect(whole.page.totalCount, text).toBe(2);

    const one = await page(answer, 1);
    expect(one, text).toMatchObject({
      page: { nodes: { length: 1 }, pageInfo: { hasNextPage: true } },
      tokens: [null],
    });
    const two = await page(answer, 5, one.page.pageInfo.endCursor);
    expect(two, text).toMatchObject({ page: { nodes: { length: 1 }, pageInfo: { hasNextPage: false } } });
    expect(two.tokens, text).toContain(second);
  },
);

test.each(paged.filter(([, , , { paging }]) => paging?.by === 'token'))(
  'a cursor of %s by %s outlives its page token',
  async (_, __, place, endpoint) => {
    const { text, page } = await reading(place, endpoint);
    const one = await page(inTwoPages(endpoint, 'T1'), 1);
    const two = await page(inTwoPages(endpoint, 'T2', ['T1']), 5, one.page.pageInfo.endCursor);
    expect(two, text).toMatchObject({ page: { nodes: { length: 1 }, pageInfo: { hasNextPage: false } } });
    expect(two.tokens, text).toContain('T2');
  },
);

test.each(lists)('%s by %s may be empty', async (_, __, place, endpoint) => {
  const { text, page } = await reading(place, endpoint);
  for (const answer of emptyAnswers(endpoint))
    expect((await page(() => answer, 5)).page, text).toMatchObject({
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
});

/** What made-up values lead to without a call of its own. */
const UNCALLED = [
  ...OUT_OF_REACH,
  'Archive.webinar',
  'Archive.webinarInstance',
  ...['CallElement', 'CallHistory'].flatMap((type) => [`${type}.calleeAutoReceptionist`, `${type}.calleeQueue`]),
  'ChatChannelMember.user',
  'ChatMention.user',
  'ChatReactionSender.user',
  'ChatSessionMessage.sender',
  'PhoneNumberAssignee.callQueue',
  'Recording.webinar',
  'Recording.webinarInstance',
  'SurveyInstance.meeting',
  'TelephoneUsage.webinar',
  'TelephoneUsage.webinarInstance',
  'UserChatChannel.channel',
  'User.customAttributes',
];
const FORBIDDEN = { status: 403, code: 403, message: 'Zoom says no.' };

test.each(
  places.filter(({ coordinate }) => !UNCALLED.includes(coordinate)).map((place) => [place.coordinate, place] as const),
)('%s is null where Zoom refuses it, and what is beside it is whole', async (_, place) => {
  const { queries } = await readingOf(place);
  const own = place.endpoints.filter((endpoint) => ownAccountEndpoint(endpoint) === endpoint);
  let told = 0;
  for (const endpoint of own)
    for (const { text, variables } of queries.filter(({ operations }) => operations.includes(nameOf(endpoint)))) {
      instead.set(nameOf(endpoint), () => refusal(FORBIDDEN.status, FORBIDDEN.code, FORBIDDEN.message));
      const result = await run(watched(text, endpoint), variables);
      instead.delete(nameOf(endpoint));
      told += expectRefused(endpoint, result, FORBIDDEN, 'FORBIDDEN');
    }
  expect(told).toBeGreaterThan(0);
});
