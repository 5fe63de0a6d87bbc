/** What Zoom's answers always hold, as its SDK has it, is null in the graph only together with an error, and says so. */
import { getNamedType, isObjectType } from 'graphql';
import { expect, test } from 'vitest';
import { schema } from '../schema/index.ts';
import { extensionsOf } from '../schema/plan/selection.ts';
import type { ListEndpoint } from '../src/zoom/declare/endpoint.ts';
import { told } from './agree/always.ts';
import { stub } from './stub.ts';

/** Fields that are null although the SDK has them always, and why. */
const NULLABLE: Readonly<Record<string, string>> = {
  'Archive.topic': 'Archives of meetings that others hosted have none.',
  'Archive.host_id': 'Archives of meetings that others hosted have none.',
  'ArchiveFile.download_url': 'Files of on-premise accounts have a path instead.',
};

const PART = 'Its key has parts that the input tells by a global id alone.';
const CHOICE = 'The input need not name one.';
/** Fields of payloads that may be null without an error, and why. */
const UNNAMED: Readonly<Record<string, string>> = {
  'UpdateArchiveFilePayload.archiveFile': PART,
  'SendChatMessagePayload.chatMessage': 'A message that is to be sent later is not there yet.',
  'UpdateChatMessagePayload.chatMessage': PART,
  'AddDevicePayload.room': CHOICE,
  'AddDevicePayload.zdmGroup': CHOICE,
  'AssignDevicePayload.room': CHOICE,
  'UpgradeZpaDevicesPayload.zdmGroup': CHOICE,
};

/** Types of lists that are gone through to the end when `totalCount` is asked for, since Zoom's hold other things too. */
const COUNTED = ['MeetingReportConnection', 'WebinarInstanceConnection'];

const fieldsOf = (type: string) => {
  const object = schema.getType(type);
  return isObjectType(object) ? Object.values(object.getFields()) : [];
};
/** The field of the graph that shows a field of Zoom's, before any edge that is made of it; undefined of a part of the key. */
const fieldFor = (type: string, key: string) => {
  const shown = fieldsOf(type).filter((field) => {
    const { requires = [] } = extensionsOf(field);
    return requires.length === 1 && requires[0] === key;
  });
  return shown.find((field) => !extensionsOf(field).cost) ?? shown[0];
};
const isMarked = (field: ReturnType<typeof fieldFor>): boolean =>
  Object.keys((field?.extensions.directives ?? {}) as object).length > 0 &&
  JSON.stringify(field?.extensions.directives).includes('semanticNonNull');

const always = [...told].flatMap(([type, keys]) =>
  [...keys].flatMap(([key, places]) => {
    const field = fieldFor(type, key);
    return field && [...places.values()].every((isSure) => isSure) ? [{ type, key, field }] : [];
  }),
);

test('each field that all answers hold by the SDK is null only with an error, or is listed with the reason why not', () => {
  expect(always.length).toBeGreaterThan(50);
  const unmarked = always.filter(({ field }) => !isMarked(field)).map(({ type, key }) => `${type}.${key}`);
  expect(unmarked.sort()).toEqual(Object.keys(NULLABLE).sort());
});

test('no other field of an answer says so', () => {
  const sure = new Set(always.map(({ type, key }) => `${type}.${key}`));
  const marked = [...told.keys()].flatMap((type) =>
    fieldsOf(type).filter((field) => {
      const { requires = [], fetches } = extensionsOf(field);
      return requires.length === 1 && !fetches && isMarked(field) && !sure.has(`${type}.${requires[0]}`);
    }),
  );
  expect(marked.map(({ name, type }) => `${name}: ${getNamedType(type)}`)).toEqual([]);
});

test('what mutations show of answers is held to that as well', () => {
  const exposed = [...told].flatMap(([type, keys]) =>
    /Payload$/.test(type) ? [...keys.keys()].filter((key) => fieldFor(type, key)).map((key) => `${type}.${key}`) : [],
  );
  expect(exposed).toEqual(expect.arrayContaining(['AddGroupMembersPayload.ids', 'SendChatMessagePayload.id']));
  expect(exposed.length).toBeGreaterThan(40);
  // The SDK has every one of them as optional.
  expect(always.filter(({ type }) => /Payload$/.test(type))).toEqual([]);
});

test('`totalCount` is null only with an error where no list of the type needs Zoom to tell it', () => {
  const lists = new Map<string, ListEndpoint[]>();
  for (const type of Object.values(schema.getTypeMap()))
    for (const field of fieldsOf(type.name)) {
      const { list } = extensionsOf(field);
      const { name } = getNamedType(field.type);
      if (list) lists.set(name, [...(lists.get(name) ?? []), list]);
    }
  const sure = [...lists].filter(([, all]) => all.every(({ paging, window }) => paging.by === 'whole' && !window));
  expect(sure.length).toBeGreaterThan(20);
  const marked = [...lists.keys()].filter((type) => isMarked(fieldsOf(type).find(({ name }) => name === 'totalCount')));
  expect(marked.sort()).toEqual([...sure.map(([type]) => type), ...COUNTED].sort());
});

test('what a write changes is null only with an error, but for what the input need not name', () => {
  const payloads = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && /Payload$/.test(type.name),
  );
  const open = payloads.flatMap((type) =>
    fieldsOf(type.name).flatMap((field) => {
      const shown = getNamedType(field.type);
      const isEntity = isObjectType(shown) && shown.extensions.entity !== undefined;
      return isEntity && !isMarked(field) ? [`${type.name}.${field.name}`] : [];
    }),
  );
  expect(open).toEqual(Object.keys(UNNAMED));
});

test('a write of which Zoom does not say what it made has an error there', async () => {
  const { run } = stub({ 'POST /groups': {} });
  const { data, errors } = await run('mutation { createGroup(input: { name: "Sales" }) { group { name } } }');
  expect(data).toEqual({ createGroup: { group: null } });
  expect(errors?.map(({ message, extensions }) => [message, extensions.code])).toEqual([
    ['Zoom made the change, but did not answer with the id of the Group.', 'UPSTREAM_ERROR'],
  ]);
});
