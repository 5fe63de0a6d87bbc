/** What becomes of things that Zoom's own SDK writes: the SDK reads them back, the gateway too, and refusals are Zoom's. */
import { isCoreError } from '@zoom/rivet/users';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startWorld, type World } from '../world.ts';
import { DAY, MINUTE, mint, NOW, type Zoom, zoomOf } from './harness.ts';
import { type Sdk, sdkOf } from './sdk.ts';
import { encoded } from './values.ts';

let zoom: Zoom;
let sdk: Sdk;
beforeAll(async () => {
  zoom = await zoomOf();
  sdk = sdkOf(zoom);
});
beforeEach(() => {
  zoom.sandbox.reset();
  zoom.pass(MINUTE);
});
afterAll(() => zoom.sandbox.close());

const day = (at: number) => new Date(at).toISOString().slice(0, 10);
const MONTH = { from: day(NOW - 20 * DAY), to: day(NOW) };
const HOST = { userId: 'me' };
/** What an answer holds: the SDK's types say that it may hold nothing. */
const dataOf = async <T>(reply: Promise<{ data?: T | undefined }>): Promise<T> => {
  const { data } = await reply;
  if (data === undefined) throw new Error('The answer has no body.');
  return data;
};

describe('what the SDK writes, it reads back', () => {
  test('users', async () => {
    const { users } = sdk.users.endpoints;
    const email = 'nora.new@example.com';
    const data = await dataOf(
      users.createUsers({
        body: { action: 'create', user_info: { email, type: 1, first_name: 'Nora' } },
      }),
    );
    const path = { userId: data.id ?? '' };
    await users.updateUser({ path, body: { dept: 'Law', last_name: 'New' } });
    expect(await dataOf(users.getUser({ path }))).toMatchObject({
      email,
      first_name: 'Nora',
      last_name: 'New',
      dept: 'Law',
    });

    const found: string[] = [];
    for (let next_page_token: string | undefined; next_page_token !== ''; ) {
      const query = { status: 'pending', page_size: 2, ...(next_page_token && { next_page_token }) } as const;
      const page = await dataOf(users.listUsers({ query }));
      found.push(...(page.users ?? []).map((user) => user.email));
      next_page_token = page.next_page_token ?? '';
    }
    expect(found).toContain(email);
    expect(new Set(found).size).toBe(found.length);
    expect(found.length).toBeGreaterThan(2);

    expect((await users.deleteUser({ path, query: { action: 'delete' } })).statusCode).toBe(204);
    await expect(users.getUser({ path })).rejects.toThrow(`[404/1001]: "User does not exist: ${path.userId}."`);
  });

  test('meetings, with their polls and registrants', async () => {
    const { meetings } = sdk.meetings.endpoints;
    const settings = { approval_type: 0, registration_type: 1 } as const;
    const body = { topic: 'Board', type: 2, start_time: '2026-07-01T10:00:00Z', duration: 45, settings } as const;
    const data = await dataOf(meetings.createMeeting({ path: HOST, body }));
    const path = { meetingId: Number(data.id) };
    expect(data).toMatchObject({ topic: 'Board', type: 2, duration: 45 });

    await meetings.updateMeeting({ path, body: { topic: 'Board of July' } });
    expect(await dataOf(meetings.getMeeting({ path }))).toMatchObject({ topic: 'Board of July', duration: 45 });
    const listed = (await dataOf(meetings.listMeetings({ path: HOST, query: { type: 'scheduled', page_size: 300 } })))
      .meetings;
    expect(listed?.map(({ topic }) => topic)).toContain('Board of July');

    const answers = ['Yes', 'No'];
    await meetings.createMeetingPoll({
      path,
      body: { title: 'Lunch', questions: [{ name: 'Pizza?', type: 'single', answers }] },
    });
    const { polls = [] } = await dataOf(meetings.listMeetingPolls({ path }));
    expect(polls).toMatchObject([{ title: 'Lunch', questions: [{ name: 'Pizza?', answers }] }]);
    const person = { first_name: 'Ann', email: 'ann@example.com' };
    await meetings.addMeetingRegistrant({ path, body: person });
    expect((await dataOf(meetings.listMeetingRegistrants({ path }))).registrants).toMatchObject([person]);

    await meetings.deleteMeeting({ path });
    await expect(meetings.getMeeting({ path })).rejects.toThrow('[404/3001]');
  });

  test('recordings, into the trash and back', async () => {
    const { cloudRecording } = sdk.meetings.endpoints;
    const [some] = (await zoom.get(`/accounts/me/recordings?${new URLSearchParams(MONTH)}`)).body.meetings;
    const path = { meetingId: encoded(some.uuid) };
    const owner = { userId: some.host_id };
    const topics = async (trash: boolean) => {
      const data = await dataOf(
        cloudRecording.listAllRecordings({
          path: owner,
          query: { ...MONTH, trash, page_size: 300 },
        }),
      );
      return (data.meetings ?? []).map(({ uuid }) => uuid);
    };
    expect(await dataOf(cloudRecording.getMeetingRecordings({ path }))).toMatchObject({
      uuid: some.uuid,
      topic: some.topic,
    });
    expect(await topics(false)).toContain(some.uuid);

    await cloudRecording.updateMeetingRecordingSettings({ path, body: { viewer_download: false, topic: 'Kept' } });
    expect(await dataOf(cloudRecording.getMeetingRecordingSettings({ path }))).toMatchObject({
      viewer_download: false,
      topic: 'Kept',
    });
    await cloudRecording.deleteMeetingOrWebinarRecordings({ path, query: { action: 'trash' } });
    expect(await topics(true)).toContain(some.uuid);
    expect(await topics(false)).not.toContain(some.uuid);
    await cloudRecording.recoverMeetingRecordings({
      path: { meetingUUID: path.meetingId },
      body: { action: 'recover' },
    });
    expect(await topics(false)).toContain(some.uuid);
  });

  test('phone: users, sites and the blocked list', async () => {
    const { users, sites, blockedList } = sdk.phone.endpoints;
    const [holder] = (await dataOf(users.listPhoneUsers({}))).users ?? [];
    const path = { userId: holder?.id ?? '' };
    await users.updateUsersProfile({ path, body: { extension_number: '7654321' } });
    const profile = await dataOf(users.getUsersProfile({ path }));
    expect(profile).toMatchObject({ id: holder?.id, email: holder?.email });
    expect(Number(profile.extension_number)).toBe(7_654_321);

    const [site] = (await dataOf(sites.listPhoneSites({}))).sites ?? [];
    const siteId = site?.id ?? '';
    await sites.updatePhoneSiteDetails({ path: { siteId }, body: { name: 'Harbour' } });
    expect((await dataOf(sites.getPhoneSiteDetails({ path: { siteId } }))).name).toBe('Harbour');

    const blocked = {
      block_type: 'inbound',
      match_type: 'phoneNumber',
      phone_number: '+14155550199',
      status: 'active',
    } as const;
    const { id: blockedListId = '' } = await dataOf(
      blockedList.createBlockedList({ body: { ...blocked, country: 'US' } }),
    );
    const shown = async () =>
      (await dataOf(blockedList.listBlockedLists({ query: { page_size: 300 } }))).blocked_list ?? [];
    expect(await shown()).toContainEqual(expect.objectContaining({ id: blockedListId, block_type: 'inbound' }));
    await blockedList.deleteBlockedList({ path: { blockedListId } });
    expect((await shown()).map(({ id }) => id)).not.toContain(blockedListId);
  });

  test('chat: a channel, and a message in it', async () => {
    const { chatChannels, chatMessages } = sdk.teamchat.endpoints;
    const created = await dataOf(chatChannels.createChannel({ path: HOST, body: { name: 'Launch', type: 1 } }));
    const to_channel = created.id ?? '';
    const { channels = [] } = await dataOf(chatChannels.listUsersChannels({ path: HOST, query: { page_size: 50 } }));
    expect(channels).toContainEqual(expect.objectContaining({ id: to_channel, name: 'Launch' }));

    const { id: messageId = '' } = await dataOf(
      chatMessages.sendChatMessage({ path: HOST, body: { message: 'Ready?', to_channel } }),
    );
    const texts = async () => {
      const data = await dataOf(
        chatMessages.listUsersChatMessages({ path: HOST, query: { to_channel, page_size: 50 } }),
      );
      return data.messages?.map(({ message }) => message);
    };
    expect(await texts()).toEqual(['Ready?']);
    await chatMessages.updateMessage({ path: { ...HOST, messageId }, body: { message: 'Go.', to_channel } });
    expect(await texts()).toEqual(['Go.']);
    await chatMessages.deleteMessage({ path: { ...HOST, messageId }, query: { to_channel } });
    expect(await texts()).toEqual([]);
  });
});

describe('what the SDK writes, the gateway reads', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  test('a user, and a meeting of that user', async () => {
    const { sandbox, run } = world;
    const { users, meetings } = sdkOf({ sandbox, token: async () => (await mint(sandbox)).body.access_token });
    await users.endpoints.users.updateUser({ path: HOST, body: { dept: 'Law' } });
    await meetings.endpoints.meetings.createMeeting({ path: HOST, body: { topic: 'First', type: 2, duration: 35 } });
    const { data } = await run('{ me { dept meetings(first: 100) { nodes { topic duration } } } }');
    const nodes = expect.arrayContaining([{ topic: 'First', duration: 35 }]);
    expect(data).toEqual({ me: { dept: 'Law', meetings: { nodes } } });
  });
});

describe('what is refused reaches the SDK as Zoom says it', () => {
  const refusal = async (call: Promise<unknown>) => {
    const error = await call.catch((reason: unknown) => reason);
    expect(isCoreError(error, 'ApiResponseError')).toBe(true);
    return (error as Error).message;
  };
  const listUsers = () => sdk.users.endpoints.users.listUsers({});

  test('what is not there', async () => {
    const nobody = sdk.users.endpoints.users.getUser({ path: { userId: 'nobody' } });
    expect(await refusal(nobody)).toBe('[404/1001]: "User does not exist: nobody."');
    const none = sdk.meetings.endpoints.meetings.getMeeting({ path: { meetingId: 1 } });
    expect(await refusal(none)).toBe('[404/3001]: "Meeting does not exist: 1."');
  });

  test.each([
    ['429', '[429/429]: "You have reached the maximum per-second rate limit for this API. Try again later."'],
    ['429-daily', '[429/429]: "You have reached the maximum daily rate limit for this API.'],
    ['500', '[500/500]: "Fault 500 of the sandbox."'],
  ])('a fault: %s, once', async (fault, message) => {
    zoom.sandbox.setFaults(`${fault}:GET /users:1`);
    expect(await refusal(listUsers())).toContain(message);
    expect((await listUsers()).statusCode).toBe(200);
  });

  test('more calls in a second than the plan has', async () => {
    const paths = Array.from({ length: 40 }, () => sdk.users.endpoints.users.getUser({ path: HOST }));
    const all = await Promise.allSettled(paths);
    const messages = all.flatMap((one) => (one.status === 'rejected' ? [String(one.reason.message)] : []));
    expect(messages).toHaveLength(10);
    expect(new Set(messages.map((text) => text.slice(0, 9)))).toEqual(new Set(['[429/429]']));
  });

  test('a token that nobody gave, and one without the scope', async () => {
    const stranger = sdkOf({ sandbox: zoom.sandbox, token: async () => 'made-up' });
    expect(await refusal(stranger.users.endpoints.users.listUsers({}))).toBe('[401/124]: "Invalid access token."');
    const narrow = await zoomOf({ scopes: ['meeting:read'] });
    const message = await refusal(sdkOf(narrow).users.endpoints.users.listUsers({}));
    expect(message).toMatch(/^\[400\/4711\]: .*user:read/);
    await narrow.sandbox.close();
  });

  test('what is there already, and what is no value', async () => {
    const [user] = (await dataOf(listUsers())).users ?? [];
    const { createUsers, updateUser } = sdk.users.endpoints.users;
    const again = createUsers({ body: { action: 'create', user_info: { email: user?.email ?? '', type: 1 } } });
    expect(await refusal(again)).toMatch(/^\[409\/1005\]: "User already in the account/);
    const wrong: object = { type: 'large' };
    expect(await refusal(updateUser({ path: HOST, body: wrong }))).toMatch(/^\[400\/300\]/);
  });

  test('an answer has the tracking id of the call', async () => {
    expect((await listUsers()).trackingId).toMatch(/^v=2\.0;clid=sandbox/);
  });
});
