/** What Zoom's SDK is given where made-up values are refused: ids of things that are there, and things made before. */
import type { Values as Made } from '../exerciser/fill.ts';
import { DAY, mint, NOW, SECOND, type Zoom } from './harness.ts';
import { encoded } from './values.ts';

type Item = Readonly<Record<string, unknown>>;
const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const MONTH = `from=${day(NOW - 20 * DAY)}&to=${day(NOW)}`;

export const inputsFor = (zoom: Zoom) => {
  const rows = async (path: string, items: string): Promise<readonly Item[]> =>
    (await zoom.get(path)).body?.[items] ?? [];
  const across = async <T>(items: readonly Item[], read: (item: Item) => Promise<readonly T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const item of items) found.push(...(await read(item)));
    return found;
  };
  const users = () => rows('/users?page_size=20', 'users');
  const recordings = () => rows(`/accounts/me/recordings?${MONTH}`, 'meetings');

  const registrants = async (kind: 'meeting' | 'webinar') =>
    across(await users(), async ({ id }) =>
      across(await rows(`/users/${id}/${kind}s`, `${kind}s`), async (one) =>
        (await rows(`/${kind}s/${one.id}/registrants?status=approved`, 'registrants')).map((registrant) => ({
          [`${kind}Id`]: one.id,
          'registrants.0.id': registrant.id,
          'registrants.0.email': registrant.email,
        })),
      ),
    );
  const live = async () => {
    const [, , , , , host] = await users();
    const { body } = await zoom.call('POST', `/users/${host?.id}/meetings`, { type: 1 });
    return [{ meetingId: body.id, messageId: 'some-message' }];
  };
  const files = async () =>
    (await recordings()).flatMap(({ uuid, recording_files }) =>
      (recording_files as readonly Item[]).slice(0, 1).map(({ id }) => ({ meetingId: uuid, recordingId: id })),
    );
  const appliances = async () => {
    const [holder] = await rows('/phone/users', 'users');
    return (await rows('/devices?device_type=5', 'devices')).map(({ vendor, mac_address }) => ({
      vendor,
      macAddress: mac_address,
      mac_address,
      extension_number: String(holder?.extension_number),
      user_email: holder?.email,
    }));
  };
  const freeNumbers = async () =>
    (await rows('/phone/numbers?type=unassigned', 'phone_numbers')).map(({ id, number }) => ({
      'phone_numbers.0.id': id,
      'phone_numbers.0.number': number,
    }));
  const heldNumbers = (list: string, key: string, name: string) => async () =>
    across(await rows(list, key), async ({ id }) =>
      (await rows(`${list}/${id}`, 'phone_numbers')).map((number) => ({ [name]: id, phoneNumberId: number.id })),
    );
  const queueMembers = async () => {
    const [area] = await rows('/phone/common_areas', 'common_areas');
    const [, holder] = await rows('/phone/users', 'users');
    return [{ 'members.users.0.id': holder?.id, 'members.common_area_ids.0': area?.id }];
  };
  const owners = async () =>
    (await rows('/phone/users', 'users')).map(({ id, extension_id }) => ({
      assigned_to: id,
      'assignee_extension_ids.0': extension_id,
    }));
  const ofChatbot = async () => {
    const bot = (await mint(zoom.sandbox, 'chatbot')).body.access_token;
    const sent = { robot_jid: 'robot@xmpp.zoom.us', to_jid: 'ann@xmpp.zoom.us', user_jid: 'ann@xmpp.zoom.us' };
    const message = { ...sent, account_id: zoom.sandbox.credentials.accountId, content: { head: { text: 'Hello' } } };
    const { body } = await zoom.call('POST', '/im/chat/messages', message, SECOND, bot);
    return [{ message_id: body.message_id, robot_jid: sent.robot_jid }];
  };
  const ownMessage = async () => {
    const [channel] = await rows('/chat/users/me/channels', 'channels');
    const to_channel = channel?.id;
    const { body } = await zoom.call('POST', '/chat/users/me/messages', { message: 'Hello', to_channel });
    return [{ userId: 'me', messageId: body.id, to_channel, to_contact: undefined }];
  };

  /** What bodies name, wherever they do. */
  const common = async (): Promise<Made> => {
    const [, , , , , , member, heir] = await users();
    const [group, otherGroup] = await rows('/groups', 'groups');
    const [site, otherSite] = await rows('/phone/sites', 'sites');
    const [room] = await rows('/rooms', 'rooms');
    return {
      user_id: member?.id,
      group_id: group?.id,
      site_id: site?.id,
      transfer_site_id: otherSite?.id,
      room_id: room?.room_id,
      assigned_group_id: group?.id,
      to_group_id: otherGroup?.id,
      'members.0.id': member?.id,
      'members.0.email': member?.email,
      'assistants.0.id': heir?.id,
      'assistants.0.email': heir?.email,
      transfer_email: heir?.email,
      user_email: heir?.email,
      to_contact: heir?.email,
      to_channel: undefined,
      schedule_for: undefined,
      occurrence_id: undefined,
      'questions.0.answers': ['Yes', 'No'],
      'polls.0.questions.0.answers': ['Yes', 'No'],
    };
  };
  /** Sets of values of an operation, for its path and its body alike; each is tried until one is taken. */
  const particular: Readonly<Record<string, () => Promise<readonly Made[]>>> = {
    'POST /users/{userId}/meeting_templates': async () =>
      across((await users()).slice(0, 4), async ({ id }) =>
        (await rows(`/users/${id}/meetings`, 'meetings')).map((meeting) => ({ userId: id, meeting_id: meeting.id })),
      ),
    'POST /meetings/{meetingId}/registrants': () => registrants('meeting'),
    'POST /meetings/{meetingId}/batch_registrants': () => registrants('meeting'),
    'PATCH /meetings/{meetingId}/registrants/questions': () => registrants('meeting'),
    'PUT /meetings/{meetingId}/registrants/status': () => registrants('meeting'),
    'PUT /webinars/{webinarId}/registrants/status': () => registrants('webinar'),
    'PUT /accounts/{accountId}/owner': async () =>
      (await rows('/roles/1/members', 'members')).map(({ email }) => ({ accountId: 'me', email })),
    'PUT /im/chat/messages/{message_id}': ofChatbot,
    'DELETE /im/chat/messages/{message_id}': ofChatbot,
    'PUT /chat/users/{userId}/messages/{messageId}': ownMessage,
    'DELETE /chat/users/{userId}/messages/{messageId}': ownMessage,
    'POST /devices/zpa/assignment': appliances,
    'POST /devices/zpa/upgrade': async () =>
      (await rows('/devices/groups', 'groups')).map(({ zdm_group_id }) => ({ zdm_group_id })),
    'DELETE /devices/zpa/vendors/{vendor}/mac_addresses/{macAddress}': appliances,
    'PUT /meetings/{meetingId}/recordings/registrants/status': async () =>
      across(await recordings(), async ({ id }) =>
        (await rows(`/meetings/${id}/recordings/registrants?status=pending`, 'registrants')).map((registrant) => ({
          meetingId: id,
          'registrants.0.id': registrant.id,
        })),
      ),
    'DELETE /meetings/{meetingId}/recordings/{recordingId}': files,
    'PUT /meetings/{meetingUUID}/recordings/status': async () => {
      const [recording] = await recordings();
      await zoom.call('DELETE', `/meetings/${encoded(String(recording?.uuid))}/recordings?action=trash`);
      return [{ meetingUUID: recording?.uuid }];
    },
    'PUT /meetings/{meetingId}/recordings/{recordingId}/status': async () => {
      const [file] = await files();
      const recording = encoded(String(file?.meetingId));
      await zoom.call('DELETE', `/meetings/${recording}/recordings/${file?.recordingId}?action=trash`);
      return file ? [file] : [];
    },
    'PATCH /archive_files/{fileId}': async () =>
      (await rows(`/archive_files?${MONTH}`, 'meetings')).flatMap(({ archive_files }) =>
        (archive_files as readonly Item[]).map(({ id }) => ({ fileId: id })),
      ),
    'DELETE /past_meetings/{meetingUUID}/archive_files': async () =>
      (await rows(`/archive_files?${MONTH}`, 'meetings')).map(({ uuid }) => ({ meetingUUID: uuid })),
    'PATCH /live_meetings/{meetingId}/events': live,
    'PATCH /live_meetings/{meetingId}/chat/messages/{messageId}': live,
    'DELETE /live_meetings/{meetingId}/chat/messages/{messageId}': live,
    'PATCH /meetings/{meetingId}/livestream/status': live,
    'POST /phone/auto_receptionists/{autoReceptionistId}/phone_numbers': freeNumbers,
    'DELETE /phone/auto_receptionists/{autoReceptionistId}/phone_numbers/{phoneNumberId}': heldNumbers(
      '/phone/auto_receptionists',
      'auto_receptionists',
      'autoReceptionistId',
    ),
    'POST /phone/call_queues': queueMembers,
    'POST /phone/call_queues/{callQueueId}/members': queueMembers,
    'POST /phone/call_queues/{callQueueId}/phone_numbers': freeNumbers,
    'DELETE /phone/call_queues/{callQueueId}/phone_numbers/{phoneNumberId}': heldNumbers(
      '/phone/call_queues',
      'call_queues',
      'callQueueId',
    ),
    'POST /phone/users/{userId}/phone_numbers': freeNumbers,
    'POST /phone/users/{userId}/calling_plans': async () =>
      (await rows('/phone/calling_plans', 'calling_plans')).map(({ type }) => ({ 'calling_plans.0.type': type })),
    'DELETE /phone/users/{userId}/calling_plans/{planType}': async () =>
      (await rows('/phone/users', 'users')).flatMap(({ id, calling_plans }) =>
        (calling_plans as readonly Item[]).map(({ type }) => ({ userId: id, planType: type })),
      ),
    'PATCH /phone/users/{userId}': async () => [{ extension_number: '7654321' }],
    'POST /phone/devices': owners,
    'PATCH /phone/devices/{deviceId}': owners,
    'DELETE /phone/devices/{deviceId}': async () =>
      (await rows('/phone/devices?type=unassigned', 'devices')).map(({ id }) => ({ deviceId: id })),
    'DELETE /users/{userId}/tsp/{tspId}': async () => {
      const [, , , , user] = await users();
      await zoom.call('POST', `/users/${user?.id}/tsp`, { conference_code: '1', leader_pin: '2' });
      return (await rows(`/users/${user?.id}/tsp`, 'tsp_accounts')).map(({ id }) => ({ userId: user?.id, tspId: id }));
    },
  };
  return { common, particular };
};
