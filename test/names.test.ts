/**
 * Names: one name has one kind of value wherever it stands, and one meaning has one name. Zoom's own terms that are clear where they stand
 * have a row with the reason in names.tsv. What is deprecated may be called as it was.
 */
import { readFileSync } from 'node:fs';
import {
  type GraphQLNamedType,
  type GraphQLType,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { itemTypeOf } from '../schema/questions/askable.ts';

interface Named {
  readonly name: string;
  readonly type: GraphQLType;
  readonly deprecationReason?: string | null | undefined;
}
/** A field, an input field or an argument. */
interface Use extends Named {
  /** The type that has the field, or the field that has the argument. */
  readonly of: string;
}

const types = Object.values(schema.getTypeMap()).filter((type) => !isIntrospectionType(type));
const objects = types.filter(isObjectType);
const fieldsIn = (type: GraphQLNamedType): readonly Named[] =>
  isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [];

/** Filters, orders, statistics and groups: what they hold follows from the names of the items' fields. */
const derived = new Set<GraphQLNamedType>();
const derive = (type: GraphQLNamedType): void => {
  if (derived.has(type)) return;
  derived.add(type);
  for (const field of fieldsIn(type)) derive(getNamedType(field.type));
};
for (const field of objects.flatMap((type) => Object.values(type.getFields()))) {
  if (!itemTypeOf(field)) continue;
  for (const { name, type } of field.args) if (name === 'where' || name === 'orderBy') derive(getNamedType(type));
  const { stats, groups } = Object.fromEntries(
    fieldsIn(getNamedType(field.type)).map(({ name, type }) => [name, getNamedType(type)]),
  );
  if (stats) derive(stats);
  if (groups) derived.add(groups);
}

/** Locks say of each setting whether it is locked, and effective settings show each with who locked it: neither shows the setting itself. */
const ABOUT_SETTINGS = /LockedSettings|^Effective/;

const uses = types
  .filter((type) => !derived.has(type) && !ABOUT_SETTINGS.test(type.name))
  .flatMap((type): Use[] => [
    ...fieldsIn(type).map((field) => ({ ...field, of: type.name })),
    ...(isObjectType(type)
      ? Object.values(type.getFields()).flatMap((field) =>
          field.args.map((arg) => ({ ...arg, of: `${type.name}.${field.name}` })),
        )
      : []),
  ])
  .filter(({ deprecationReason }) => !deprecationReason);

/** A scalar by its name, an enum, an object, or several of one of these; a connection is several objects. */
const kindOf = (type: GraphQLType): string => {
  if (isNonNullType(type)) return kindOf(type.ofType);
  if (isListType(type)) return `[${kindOf(type.ofType)}]`;
  if (isScalarType(type)) return type.name;
  if (isEnumType(type)) return 'enum';
  return getNamedType(type).name.endsWith('Connection') ? '[object]' : 'object';
};

/** The names with several kinds of values, each kind with one of its places. */
const ambiguous = (): ReadonlyMap<string, ReadonlyMap<string, string>> => {
  const kinds = new Map<string, Map<string, string>>();
  for (const { name, type, of } of uses) {
    const places = kinds.get(name) ?? new Map<string, string>();
    kinds.set(name, places);
    const kind = kindOf(type);
    if (!places.has(kind)) places.set(kind, of);
  }
  return new Map([...kinds].filter(([, places]) => places.size > 1));
};

const rows = readFileSync(new URL('names.tsv', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [name = '', kinds = '', reason = ''] = line.split('\t');
    return { name, kinds, reason };
  });

test('a name has one kind of value, or a row in names.tsv that says why not', () => {
  const known = new Map(rows.map(({ name, kinds }) => [name, kinds]));
  const found = [...ambiguous()].map(([name, places]) => ({
    name,
    kinds: [...places.keys()].sort().join(' '),
    places: [...places].map(([kind, of]) => `${kind}: ${of}`),
  }));
  expect(found.filter(({ name, kinds }) => known.get(name) !== kinds)).toEqual([]);
});

test('each row of names.tsv is needed, and has a reason', () => {
  const found = ambiguous();
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.map(({ name }) => name)).toEqual([...new Set(rows.map(({ name }) => name))].sort());
  expect(rows.filter(({ name, reason }) => !found.has(name) || !/^[A-Z].{10,}\.$/.test(reason))).toEqual([]);
});

test('what is called an ID, a time or a number of things is one', () => {
  const isOf = (pattern: RegExp, ...kinds: readonly string[]) =>
    uses
      .filter(({ name, type }) => pattern.test(name) && !kinds.includes(kindOf(type)))
      .map(({ of, name, type }) => `${of}.${name}: ${type}`);
  // A caller ID is the number that the other end sees.
  expect(isOf(/^(?!searchBy|.*[cC]allerId).*(Id|Uuid|^id|^uuid)$/, 'ID')).toEqual([]);
  expect(isOf(/^(?!.*CallerIds).*(Ids|^ids)$/, '[ID]')).toEqual([]);
  expect(isOf(/[a-z]At$/, 'DateTime')).toEqual([]);
  expect(isOf(/[a-z]Count$/, 'Int')).toEqual([]);
});

interface Synonym {
  /** The name that is not used, since the same is called so. */
  readonly instead: string;
  /** The types where it means something else, and what. */
  readonly but?: Readonly<Record<string, readonly string[]>>;
}
const SYNONYMS: Readonly<Record<string, Synonym>> = {
  dept: { instead: 'department' },
  createTime: { instead: 'createdAt' },
  createdTime: { instead: 'createdAt' },
  addAt: { instead: 'addedAt' },
  addedTime: { instead: 'addedAt' },
  dateTime: { instead: 'a name that says what happened then: startTime, sentTime, submitTime, occurredAt, time' },
  startedAt: { instead: 'startTime' },
  endedAt: { instead: 'endTime' },
  sentAt: { instead: 'sentTime' },
  answerStartTime: { instead: 'answerTime' },
  callEndTime: { instead: 'endTime' },
  inMeeting: {
    instead: 'hostedInIndia',
    but: {
      'settings of what happens in meetings': [
        'AccountSettings',
        'GroupSettings',
        'UpdateAccountSettingsInput',
        'UpdateGroupSettingsInput',
        'UpdateUserSettingsInput',
        'UserSettings',
      ],
      'whether meetings in progress can be had': ['UserSettingsFeature'],
    },
  },
  breakHourName: { instead: 'name' },
  deviceName: {
    instead: 'name',
    but: {
      'the model of what a participant joined by': [
        'DashboardMeetingQos',
        'DashboardParticipant',
        'DashboardSessionParticipant',
        'DashboardSessionQos',
        'DashboardWebinarParticipant',
        'DashboardWebinarQos',
      ],
      'the device of what it stands in': ['EventCallParty', 'PhoneDeviceEvent'],
    },
  },
  displayName: {
    instead: 'name',
    but: {
      'what others see in place of first and last name': [
        'CompanyContact',
        'CreateUserInfoInput',
        'UpdateUserInput',
        'User',
      ],
      'a short name beside the name': ['RoomBasic', 'UpdateRoomBasicInput'],
      'what is shown while it is broadcast': ['LivestreamSettingsInput'],
      'what an emergency call shows': ['EventCallParty'],
    },
  },
  feedbackName: { instead: 'name' },
  instanceName: { instead: 'name' },
  issueName: { instead: 'name' },
  accountName: { instead: 'name', but: { 'the account of it': ['AccountEvent', 'Archive'] } },
  policyName: { instead: 'name', but: { 'the rule that a text broke': ['PhoneSmsEvent'] } },
  roomName: { instead: 'name', but: { 'the room of it': ['Device', 'RoomDevice'] } },
  sourceName: { instead: 'name' },
  surveyName: { instead: 'name', but: { 'the survey of it': ['SurveyInstance'] } },
  userName: {
    instead: 'name, or hostName',
    but: {
      'the host, beside who hosted it for another account': ['MeetingInstance', 'MeetingReport', 'WebinarInstance'],
      'the name by which something signs in': [
        'AccountSettingsChatArchiving',
        'AccountSettingsChatArchivingInput',
        'CreateSipPhoneInput',
        'PhoneSipAccount',
        'SipPhone',
        'UpdateSipPhoneInput',
      ],
    },
  },
};

test('one meaning has one name', () => {
  const allowed = Object.entries(SYNONYMS).flatMap(([name, { but = {} }]) =>
    Object.values(but).flatMap((owners) => owners.map((of) => `${of}.${name}`)),
  );
  const used = uses.filter(({ name }) => name in SYNONYMS);
  expect(
    used
      .filter(({ name, of }) => !allowed.includes(`${of}.${name}`))
      .map(({ name, of }) => `${of}.${name} is to be called ${SYNONYMS[name]?.instead}`),
  ).toEqual([]);
  const found = new Set(used.map(({ name, of }) => `${of}.${name}`));
  expect(allowed.filter((place) => !found.has(place))).toEqual([]);
});

test('filters, orders and groups by a name that is deprecated are so, too', () => {
  const reasonsIn = (name: string, ...keys: readonly string[]) => {
    const type = schema.getType(name);
    const all: readonly { readonly name: string; readonly deprecationReason?: string | null | undefined }[] =
      isEnumType(type) ? type.getValues() : fieldsIn(type ?? expect.fail());
    return keys.map((key) => (all.find((one) => one.name === key) ?? expect.fail(key)).deprecationReason);
  };
  const reasons = [undefined, 'Use `department`.'];
  expect(reasonsIn('UserFilter', 'department', 'dept')).toEqual(reasons);
  expect(reasonsIn('UserOrder', 'department', 'dept')).toEqual(reasons);
  expect(reasonsIn('UserGroupBy', 'DEPARTMENT', 'DEPT')).toEqual(reasons);
  expect(reasonsIn('DailyUsageSum', 'meetingsCount', 'meetings')).toEqual([undefined, 'Use `meetingsCount`.']);
});
