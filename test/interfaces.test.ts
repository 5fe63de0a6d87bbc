/** Interfaces and unions: one fragment for several types, with the calls and the cost that naming the types would have. */
import { isInterfaceType, isUnionType } from 'graphql';
import { describe, expect, test } from 'vitest';
import { createSchema } from '../schema/create-schema.ts';
import { dashboardsDomain } from '../schema/domains/dashboards/index.ts';
import { schema } from '../schema/index.ts';
import { beyond, costIn } from './cost.ts';
import { askingOn } from './run.ts';
import { stub } from './stub.ts';

const interfaces = Object.values(schema.getTypeMap()).filter((type) => isInterfaceType(type) && type.name !== 'Node');

describe('interfaces', () => {
  test('are those that are declared, each with two types at least and some fields of its own', () => {
    expect(interfaces.map(({ name }) => name).sort()).toEqual([
      'DashboardSession',
      'DashboardSessionParticipant',
      'DashboardSessionQos',
      'Event',
      'LockableSetting',
      'MediaQuality',
      'Participant',
      'PhonePolicy',
      'RecordedCall',
      'Registrant',
      'SettingsChat',
      'SettingsEmailNotification',
      'SettingsInMeeting',
      'SettingsMeetingSecurity',
      'SettingsRecording',
      'SettingsScheduleMeeting',
    ]);
    for (const type of interfaces) {
      if (!isInterfaceType(type)) continue;
      expect(schema.getPossibleTypes(type).length, type.name).toBeGreaterThan(1);
      expect(Object.keys(type.getFields()).length, type.name).toBeGreaterThan(3);
    }
  });

  test('have what all of their types have, and what is selected by one is what the type shows', () => {
    const { LockableSetting } = schema.getTypeMap();
    const fields = isInterfaceType(LockableSetting) ? Object.values(LockableSetting.getFields()) : [];
    expect(fields.map(({ name, type }) => `${name}: ${type}`)).toEqual([
      'enable: Boolean',
      'locked: Boolean',
      'lockedBy: PhonePolicyLevel',
      'modified: Boolean',
    ]);
    expect(schema.getPossibleTypes(schema.getType('LockableSetting') as never).length).toBeGreaterThan(30);
  });

  test('of one fragment for people in meetings and webinars: the same calls as by their types', async () => {
    const stay = { id: 'ann', user_id: '1', user_name: 'Ada', email: 'ann@example.com' };
    const table = {
      'GET /metrics/meetings/m': { uuid: 'm', id: 1 },
      'GET /metrics/webinars/w': { uuid: 'w', id: 2 },
      'GET /metrics/meetings/m/participants': { participants: [stay] },
      'GET /metrics/webinars/w/participants': { participants: [{ ...stay, user_name: 'Bob' }] },
    };
    const text = `
      { dashboard {
        meeting(id: "m") { ...Session participants { nodes { ...Person } } }
        webinar(id: "w") { ...Session participants { nodes { ...Person } } }
      } }
      fragment Session on DashboardSession { uuid topic }
      fragment Person on Participant { name email user { zoomId } }`;
    const { run, calls, gateway } = stub(table);
    const cost = costIn(await askingOn(gateway)(text, { dryRun: true }));
    const { data, errors } = await run(text);
    expect(errors).toBeUndefined();
    const person = (name: string) => ({ nodes: [{ name, email: 'ann@example.com', user: { zoomId: 'ann' } }] });
    expect(data).toEqual({
      dashboard: {
        meeting: { uuid: 'm', topic: null, participants: person('Ada') },
        webinar: { uuid: 'w', topic: null, participants: person('Bob') },
      },
    });
    expect(calls).toHaveLength(4);
    expect(cost?.operations.map(({ path }) => path)).toEqual(
      expect.arrayContaining(['/metrics/meetings/{meetingId}', '/metrics/webinars/{webinarId}']),
    );
  });

  test('are left out where a schema shows only some of their types', () => {
    const names = Object.keys(createSchema({ domains: [dashboardsDomain] }).getTypeMap());
    expect(names).toContain('DashboardSession');
    expect(names).not.toContain('Participant');
  });
});

describe('unions', () => {
  test('have descriptions and types with an identity', () => {
    const unions = Object.values(schema.getTypeMap()).filter(isUnionType);
    expect(unions.map(({ name }) => name)).toEqual(['PhoneAssignee']);
    for (const { description } of unions) expect(description).toBeTruthy();
  });

  const numbers = ['user', 'callQueue', 'commonArea', 'meetingService'].map((type, i) => ({
    id: `n${i}`,
    assignee: { id: `a${i}`, type, name: `Name ${i}`, extension_number: 800 + i },
  }));
  const table = {
    'GET /phone/numbers': { phone_numbers: numbers },
    'GET /phone/users/a0': { id: 'a0', email: 'a0@example.com' },
    'GET /phone/call_queues/a1': { id: 'a1', department: 'Sales' },
  };
  const query = (within: string) => `{ phone { numbers { nodes { assignee { entity { ${within} } } } } } }`;

  test('the assignee of a number is a thing of its type, whose name and id take no further call', async () => {
    const { run, calls } = stub(table);
    const { data, errors } = await run(
      query(
        '__typename ... on PhoneUser { zoomId name } ... on CallQueue { zoomId name } ... on CommonArea { zoomId displayName }',
      ),
    );
    expect(errors).toBeUndefined();
    const entities = [
      { __typename: 'PhoneUser', zoomId: 'a0', name: 'Name 0' },
      { __typename: 'CallQueue', zoomId: 'a1', name: 'Name 1' },
      { __typename: 'CommonArea', zoomId: 'a2', displayName: 'Name 2' },
      null,
    ];
    expect(data).toEqual({ phone: { numbers: { nodes: entities.map((entity) => ({ assignee: { entity } })) } } });
    expect(calls).toEqual(['GET /phone/numbers?page_size=30']);
  });

  test('what else is selected of each type is read, as the cost says', async () => {
    const { run, calls, gateway } = stub(table);
    const text = query('... on PhoneUser { email } ... on CallQueue { department }');
    const cost = costIn(await askingOn(gateway)(text, { dryRun: true }));
    const { data } = await run(text);
    expect(data).toMatchObject({
      phone: {
        numbers: {
          nodes: [
            { assignee: { entity: { email: 'a0@example.com' } } },
            { assignee: { entity: { department: 'Sales' } } },
            {},
            {},
          ],
        },
      },
    });
    const made = calls.map((call) =>
      call.replace(/\?.*/, '').replace('/a0', '/{userId}').replace('/a1', '/{callQueueId}'),
    );
    expect(beyond(cost, made)).toEqual([]);
    expect(made.length).toBeGreaterThan(1);
  });
});
