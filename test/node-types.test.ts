/** Whatever has a global id is found again by it: an item of each type, as a list tells it, beside what `node` gives. */
import { type GraphQLObjectType, getNamedType, isLeafType, isObjectType } from 'graphql';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { entityTypes } from '../schema/types/global-id.ts';
import { along, endsOf, type Raw, waysFrom } from './exerciser/graph.ts';
import { startWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  // Limits are the business of other tests.
  world = await startWorld({ users: 12, hasRates: false }, { share: 1000 });
});
afterAll(() => world.close());

const ways = waysFrom(schema.getQueryType() as GraphQLObjectType);
/** What is shown of an object itself. `raw` is what was read of it, and that is another answer here and there. */
const leavesOf = (type: GraphQLObjectType): string =>
  Object.values(type.getFields())
    .filter(({ name }) => name !== 'raw')
    .filter((field) => isLeafType(getNamedType(field.type)) && field.args.length === 0)
    .map(({ name }) => name)
    .join(' ');

/** Of these, lists tell more than their single GET. */
const TOLD_BY_LISTS = ['CallElement', 'CallHistory', 'DashboardMeeting', 'DashboardWebinar', 'MeetingReport'];

const found: string[] = [];
const types = [...entityTypes(schema).keys()].sort();
test.each(types)('%s', async (name) => {
  const type = schema.getType(name) as GraphQLObjectType;
  const leaves = TOLD_BY_LISTS.includes(name) ? 'id' : leavesOf(type);
  for (const way of ways.get(type) ?? []) {
    const { data } = await world.run(`{ ${along(way, leaves)} }`);
    const items = (endsOf(data, way) as Raw[]).slice(0, 3);
    if (items.length === 0) continue;
    const again = await world.run(`query ($ids: [ID!]!) { nodes(ids: $ids) { ... on ${name} { ${leaves} } } }`, {
      ids: items.map(({ id }) => id),
    });
    expect(again.errors).toBeUndefined();
    expect(again.data).toEqual({ nodes: items });
    found.push(name);
    return;
  }
});

test('all types have been found, but for what the sandbox has none of', () => {
  expect(types.filter((name) => !found.includes(name))).toEqual([]);
});

const IN_SETTINGS = 'A part of settings: Zoom gives it with these alone.';
const IN_OWNER = 'A part of its owner: Zoom reads it with that alone, and no path names it without.';
const IN_EVENT =
  'A part of what an event tells, of its time: where it is a thing of the graph, an edge of the event leads to the node.';
const ANSWER = 'What a write answered: the new thing itself stands beside it, or can be read by no operation.';
/** Types with an id of Zoom's by which nothing can be found again, and why. */
const NO_NODES: Readonly<Record<string, string>> = {
  Absentee:
    'The registrant of a webinar, told of an instance: Zoom lists absentees by instance, and the registrant is a node.',
  AccountSettingsEtiquettePolicy: IN_SETTINGS,
  AccountSettingsMeetingTemplate: IN_SETTINGS,
  AccountSettingsSsoBypassUser: IN_SETTINGS,
  AddMeetingRegistrantPayload: ANSWER,
  AddRecordingRegistrantPayload: ANSWER,
  AddWebinarPanelistsPayload: ANSWER,
  AddWebinarRegistrantPayload: ANSWER,
  AssignedPhoneNumber: 'The number of an extension: `PhoneNumber` is the node of the same id.',
  AutoReceptionistHoliday: IN_OWNER,
  CallQueueCommonArea: 'A member of a queue: `CommonArea` is the node of the same id.',
  CallQueuePhoneNumber: 'The number of a queue: `PhoneNumber` is the node of the same id.',
  CallQueueUser: 'A member of a queue: `PhoneUser` is the node of the same id.',
  CommonAreaPhoneNumber: 'The number of a common area: `PhoneNumber` is the node of the same id.',
  DashboardRoomWithIssues: 'A room as the dashboards count its issues: `DashboardZoomRoom` is the node of the same id.',
  EventExtensionOwner: IN_EVENT,
  EventFeedbackDetail: IN_EVENT,
  EventSmsAttachment: IN_EVENT,
  EventSmsParty: IN_EVENT,
  EventVoicemailKey: IN_EVENT,
  ParticipantAudioFile: IN_OWNER,
  PhoneDeskDevice: 'A desk phone within the settings of a user: `PhoneDevice` is the node.',
  PhoneDeviceAssignee: 'Who a desk phone belongs to: an edge leads to the node.',
  PhoneExtension: 'An extension of any kind, of which Zoom has no GET: its holder is the node.',
  RecordingFile:
    'Closed captions and timelines have no id, while a node has one. No path reads a file without the others: the node is `Recording`, which tells of all of them in one call.',
  RoomPlaylist: IN_SETTINGS,
  RoomPlaylistContent: IN_SETTINGS,
  SendChatMessagePayload: ANSWER,
  SurveyChannel: 'A channel as far as surveys go: Zoom gives it with the survey alone.',
  UploadAccountVirtualBackgroundsPayload: ANSWER,
  UserSettingsAuthenticationOption: IN_SETTINGS,
  UserSettingsVirtualBackgroundFile: IN_SETTINGS,
};

test('whatever else has an id of Zoom’s has a reason to be no node', () => {
  const open = Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || /(?:Extreme|Sum|Average)$/.test(type.name)) return [];
    const { zoomId, id } = type.getFields();
    return zoomId && !id ? [type.name] : [];
  });
  expect(open.sort()).toEqual(Object.keys(NO_NODES).sort());
});
