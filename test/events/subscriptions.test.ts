/** Subscriptions: which events are heard, what they show, and which calls that takes. */
import { describe, expect, test } from 'vitest';
import { Permissions } from '../../resolvers/session.ts';
import { SharedCache } from '../../resolvers/shared-cache.ts';
import { schema } from '../../schema/index.ts';
import { globalIdFor } from '../../schema/types/global-id.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { BadCursor, EventsLost } from '../../src/zoom/events/stream.ts';
import { bodyOf, listening } from './hearing.ts';

const ANN = { id: 'ann', email: 'ann@example.com', display_name: 'Ann' };
const MEETING = {
  id: 85746065432,
  uuid: 'run==',
  host_id: 'ann',
  topic: 'Standup',
  type: 2,
  start_time: '2026-05-05T09:00:00Z',
  duration: 30,
};
const FILE = {
  id: 'f1',
  meeting_id: 'run==',
  file_type: 'MP4',
  file_size: 5_000_000_000,
  status: 'completed',
  recording_type: 'active_speaker',
  download_url: 'https://zoom.test/rec/f1?secret',
  play_url: 'https://zoom.test/play/f1',
};
const RECORDED = {
  ...MEETING,
  account_id: 'account',
  total_size: 5_000_000_000,
  recording_count: 1,
  password: 'secret-pass',
  recording_files: [FILE],
};

describe('a recording that is ready', () => {
  const TABLE = {
    'GET /users/ann': ANN,
    'GET /meetings/85746065432': { ...MEETING, agenda: 'The day' },
    'GET /meetings/run==/recordings': { ...RECORDED, share_url: 'https://zoom.test/share' },
  };
  const hear = async (text: string, permissions?: Permissions) => {
    const { hear, tell } = listening(TABLE, { ...(permissions && { permissions }) });
    const listener = await hear(`subscription { recordingCompleted { ${text} } }`);
    await tell({ ...bodyOf('recording.completed', RECORDED), download_token: 'secret-token' });
    return listener.next();
  };

  test('tells its files, and reads the email of the host', async () => {
    const { data, errors, calls } = await hear('topic host { email } files { fileType fileSize kind: recordingType }');
    expect(errors).toEqual([]);
    expect(data).toEqual({
      recordingCompleted: {
        topic: 'Standup',
        host: { email: 'ann@example.com' },
        files: [{ fileType: 'MP4', fileSize: 5_000_000_000, kind: 'ACTIVE_SPEAKER' }],
      },
    });
    expect(calls).toEqual(['GET /users/ann']);
  });

  test('asks for nothing that it told, by whatever way that is reached', async () => {
    const { data, calls } = await hear(
      'recording { id topic totalSize files: recordingFiles { zoomId } host { zoomId } } meeting { zoomId topic } instance { zoomId meeting { topic } }',
    );
    expect(calls).toEqual([]);
    expect(data).toEqual({
      recordingCompleted: {
        recording: {
          id: globalIdFor('Recording', 'run=='),
          topic: 'Standup',
          totalSize: 5_000_000_000,
          files: [{ zoomId: 'f1' }],
          host: { zoomId: 'ann' },
        },
        meeting: { zoomId: '85746065432', topic: 'Standup' },
        instance: { zoomId: 'run==', meeting: { topic: 'Standup' } },
      },
    });
  });

  test('reads the rest only where it is asked for', async () => {
    expect((await hear('meeting { topic agenda }')).calls).toEqual(['GET /meetings/85746065432']);
    const { data, calls } = await hear('recording { topic shareUrl }');
    expect(data).toEqual({
      recordingCompleted: { recording: { topic: 'Standup', shareUrl: 'https://zoom.test/share' } },
    });
    expect(calls).toEqual(['GET /meetings/run==/recordings']);
  });

  test('shows its secrets to those who may see them, and never the token', async () => {
    const text = 'files { downloadUrl } recording { password } raw';
    const may = await hear(text);
    expect(may.data).toMatchObject({
      recordingCompleted: { files: [{ downloadUrl: FILE.download_url }], recording: { password: 'secret-pass' } },
    });
    expect(JSON.stringify(may)).not.toContain('secret-token');
    const { data, errors, calls } = await hear(text, new Permissions(['read']));
    expect(data).toEqual({
      recordingCompleted: { files: [{ downloadUrl: null }], recording: { password: null }, raw: null },
    });
    expect(errors).toEqual([
      '`downloadUrl` needs the permission "sensitive", which you do not have.',
      '`password` needs the permission "sensitive", which you do not have.',
      '`raw` needs the permission "raw", which you do not have.',
    ]);
    expect(calls).toEqual([]);
  });

  test('may be of a webinar, or of an upload', async () => {
    const { hear, tell } = listening();
    const listener = await hear(
      'subscription { recordingCompleted { meeting { zoomId } instance { zoomId } webinar { zoomId topic } webinarInstance { zoomId } sessionType } }',
    );
    await tell(bodyOf('recording.completed', { ...RECORDED, type: 5, uuid: 'a' }));
    await tell(bodyOf('recording.completed', { ...RECORDED, type: '99', uuid: 'b' }));
    const none = { meeting: null, instance: null };
    expect((await listener.next()).data).toEqual({
      recordingCompleted: {
        ...none,
        webinar: { zoomId: '85746065432', topic: 'Standup' },
        webinarInstance: { zoomId: 'a' },
        sessionType: 'WEBINAR',
      },
    });
    expect((await listener.next()).data).toEqual({
      recordingCompleted: { ...none, webinar: null, webinarInstance: null, sessionType: 'UPLOADED' },
    });
  });
});

test('ids are the same whether Zoom writes numbers or texts, and the same as in queries', async () => {
  const { hear, tell, calls } = listening();
  const listener = await hear('subscription { events { ... on SessionEvent { meeting { id zoomId } host { id } } } }');
  await tell(bodyOf('meeting.started', { ...MEETING, id: '85746065432' }));
  await tell(bodyOf('meeting.ended', MEETING));
  const shown = {
    events: {
      meeting: { id: globalIdFor('Meeting', '85746065432'), zoomId: '85746065432' },
      host: { id: globalIdFor('User', 'ann') },
    },
  };
  expect([(await listener.next()).data, (await listener.next()).data]).toEqual([shown, shown]);
  expect(calls).toEqual([]);
});

test('a participant leads to the user', async () => {
  const { hear, tell } = listening({ 'GET /users/ann': ANN });
  const listener = await hear(
    'subscription { participantJoined { participant { name seatId joinTime user { displayName } } meeting { topic } webinar { topic } } }',
  );
  const participant = {
    user_id: '167',
    user_name: 'Ann at home',
    id: 'x',
    participant_user_id: 'ann',
    join_time: '2026-05-05T09:01:00Z',
  };
  await tell(bodyOf('meeting.participant_joined', { ...MEETING, id: '85746065432', participant }));
  await tell(
    bodyOf('webinar.participant_joined', {
      ...MEETING,
      id: '9',
      type: 5,
      participant: { user_id: '2', user_name: 'Guest' },
    }),
  );
  expect(await listener.next()).toEqual({
    data: {
      participantJoined: {
        participant: {
          name: 'Ann at home',
          seatId: '167',
          joinTime: '2026-05-05T09:01:00Z',
          user: { displayName: 'Ann' },
        },
        meeting: { topic: 'Standup' },
        webinar: null,
      },
    },
    errors: [],
    calls: ['GET /users/ann'],
  });
  expect(await listener.next()).toEqual({
    data: {
      participantJoined: {
        participant: { name: 'Guest', seatId: '2', joinTime: null, user: null },
        meeting: null,
        webinar: { topic: 'Standup' },
      },
    },
    errors: [],
    calls: [],
  });
});

test('both ends of a call are heard by one field, and `type` tells which', async () => {
  const { hear, tell } = listening();
  const listener = await hear(
    'subscription { phoneCallEnded { type callId callerUser { zoomId } calleeUser { zoomId } } }',
  );
  const object = {
    call_id: 'c1',
    caller: { phone_number: '+49301234' },
    callee: { user_id: 'ann', extension_number: 800 },
  };
  await tell(bodyOf('phone.callee_ended', object));
  await tell(bodyOf('phone.caller_ended', { ...object, caller: { user_id: 'bob' } }));
  expect((await listener.next()).data).toEqual({
    phoneCallEnded: { type: 'PHONE_CALLEE_ENDED', callId: 'c1', callerUser: null, calleeUser: { zoomId: 'ann' } },
  });
  expect((await listener.next()).data).toMatchObject({
    phoneCallEnded: { type: 'PHONE_CALLER_ENDED', callerUser: { zoomId: 'bob' } },
  });
});

test('what was updated is named', async () => {
  const { hear, tell } = listening({ 'GET /meetings/85746065432': { ...MEETING, topic: 'Daily' } });
  const listener = await hear(
    'subscription { meetingUpdated { changed operation operator { email } meeting { topic startTime } } }',
  );
  await tell(
    bodyOf(
      'meeting.updated',
      { id: 85746065432, topic: 'Daily' },
      {
        payload: { operator: 'bob@example.com', operator_id: 'bob', old_object: { id: 85746065432, topic: 'Standup' } },
      },
    ),
  );
  expect(await listener.next()).toEqual({
    data: {
      meetingUpdated: {
        changed: ['topic'],
        operation: null,
        operator: { email: 'bob@example.com' },
        meeting: { topic: 'Daily', startTime: '2026-05-05T09:00:00Z' },
      },
    },
    errors: [],
    calls: ['GET /meetings/85746065432'],
  });
});

describe('of all that happens', () => {
  const TEXT =
    'subscription ($types: [EventTypeInput!], $after: String) { events(types: $types, after: $after) { __typename cursor type name } }';

  test('everything is heard, and also what no declaration knows', async () => {
    const { hear, tell } = listening();
    const listener = await hear(TEXT);
    await tell(bodyOf('meeting.started', MEETING));
    await tell(bodyOf('whiteboard.created', { id: 'w' }));
    expect((await listener.next()).data).toEqual({
      events: { __typename: 'SessionEvent', cursor: '1-0', type: 'MEETING_STARTED', name: 'meeting.started' },
    });
    expect((await listener.next()).data).toEqual({
      events: { __typename: 'OtherEvent', cursor: '2-0', type: 'UNRECOGNIZED', name: 'whiteboard.created' },
    });
  });

  test('what no declaration knows tells who did it, and what Zoom sent', async () => {
    const { hear, tell } = listening();
    const listener = await hear('subscription { events { operator { zoomId } raw } }');
    const { payload, ...body } = bodyOf('whiteboard.created', { id: 'w' }, { payload: { operator_id: 'ann' } });
    await tell({ ...body, payload });
    expect(await listener.next()).toEqual({
      data: { events: { operator: { zoomId: 'ann' }, raw: payload } },
      errors: [],
      calls: [],
    });
  });

  test('only some types, where they are named', async () => {
    const { hear, tell } = listening();
    const listener = await hear(TEXT, { types: ['MEETING_ENDED', 'USER_CREATED'] });
    await tell(bodyOf('meeting.started', MEETING));
    await tell(bodyOf('user.created', ANN));
    expect((await listener.next()).data).toMatchObject({ events: { name: 'user.created' } });
    await expect(hear(TEXT, { types: [] })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('what came after a cursor is heard first', async () => {
    const { hear, tell } = listening();
    for (const name of ['meeting.started', 'meeting.ended']) await tell(bodyOf(name, MEETING));
    const listener = await hear(TEXT, { after: '1-0' });
    await tell(bodyOf('user.created', ANN));
    expect((await listener.next()).data).toMatchObject({ events: { name: 'meeting.ended', cursor: '2-0' } });
    expect((await listener.next()).data).toMatchObject({ events: { name: 'user.created' } });
    // What ends the reading of the stream is for whoever reads it.
    await expect((await hear(TEXT, { after: '0-0' })).next()).rejects.toBeInstanceOf(EventsLost);
    await expect((await hear(TEXT, { after: 'never' })).next()).rejects.toBeInstanceOf(BadCursor);
  });

  test('who no longer listens ends the reading', async () => {
    const { hear } = listening();
    await (await hear(TEXT)).end();
  });
});

describe('narrowed', () => {
  const TEXT = 'subscription ($id: ID, $host: ID) { meetingStarted(meetingId: $id, hostId: $host) { topic } }';
  const told = [
    bodyOf('meeting.started', { ...MEETING, id: '1', topic: 'of Ann' }),
    bodyOf('meeting.started', { ...MEETING, id: 85000000002, host_id: 'bob', topic: 'of Bob' }),
  ];
  test.each([
    ['by the number of a meeting', { id: '85000000002' }, 'of Bob', []],
    ['by a number as people write it', { id: '850 0000-0002' }, 'of Bob', []],
    ['by the global id of a meeting', { id: globalIdFor('Meeting', '85000000002') }, 'of Bob', []],
    ['by the id of the host', { host: 'bob' }, 'of Bob', []],
    ['by the global id of the host', { host: globalIdFor('User', 'bob') }, 'of Bob', []],
    ['by the email of the host, who is read', { host: 'bob@example.com' }, 'of Bob', ['GET /users/bob@example.com']],
    ['by nothing', {}, 'of Ann', []],
  ])('%s', async (_, variables, topic, read) => {
    const { hear, tell, calls } = listening({ 'GET /users/bob@example.com': { id: 'bob', email: 'bob@example.com' } });
    const listener = await hear(TEXT, variables);
    for (const body of told) await tell(body);
    expect((await listener.next()).data).toEqual({ meetingStarted: { topic } });
    expect(calls).toEqual(read);
  });

  test('ids of another type are refused', async () => {
    const { hear } = listening();
    await expect(hear(TEXT, { id: globalIdFor('User', 'ann') })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(hear(TEXT, { id: ' ' })).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
  });

  test('by what people of chat and phone are called', async () => {
    const { hear, tell } = listening();
    const phone = await hear('subscription { phoneVoicemailReceived(userId: "ann") { voicemail { zoomId } } }');
    await tell(bodyOf('phone.voicemail_received', { id: 'v1', callee_user_id: 'bob' }));
    await tell(bodyOf('phone.voicemail_received', { id: 'v2', callee_user_id: 'ann' }));
    expect((await phone.next()).data).toEqual({ phoneVoicemailReceived: { voicemail: { zoomId: 'v2' } } });
    const chat = await hear('subscription { chatChannelUpdated(channelId: "c2") { channel { name } } }');
    await tell(bodyOf('chat_channel.updated', { id: 'c1', name: 'One', type: 1 }));
    await tell(bodyOf('chat_channel.updated', { id: 'c2', name: 'Two', type: 1 }));
    expect((await chat.next()).data).toEqual({ chatChannelUpdated: { channel: { name: 'Two' } } });
  });

  test('by the meeting of a file that was sent in its chat, whatever Zoom calls that there', async () => {
    const { hear, tell, calls } = listening();
    const listener = await hear(
      'subscription { inMeetingChatFileSent(meetingId: "7") { meeting { zoomId } instance { zoomId } webinar { zoomId } chatMessageFile { fileName } } }',
    );
    const chat_message_file = { message_id: 'm', file_id: 'f', file_name: 'plan.pdf' };
    await tell(bodyOf('webinar.chat_message_file_sent', { webinar_id: 7, webinar_uuid: 'w', chat_message_file }));
    await tell(bodyOf('meeting.chat_message_file_sent', { meeting_id: 7, meeting_uuid: 'r', chat_message_file }));
    expect((await listener.next()).data).toEqual({
      inMeetingChatFileSent: {
        meeting: { zoomId: '7' },
        instance: { zoomId: 'r' },
        webinar: null,
        chatMessageFile: { fileName: 'plan.pdf' },
      },
    });
    expect(calls).toEqual([]);
  });
});

describe('accounts', () => {
  test('what is of a sub account is never asked of the own one', async () => {
    const { hear, tell } = listening({ 'GET /users/ann': ANN });
    const listener = await hear(
      'subscription { meetingStarted { accountId account { zoomId } host { zoomId email } meeting { id } } }',
    );
    await tell(bodyOf('meeting.started', MEETING, { payload: { account_id: 'sub' } }));
    expect(await listener.next()).toEqual({
      data: {
        meetingStarted: {
          accountId: 'sub',
          account: { zoomId: 'sub' },
          host: { zoomId: 'ann', email: null },
          meeting: { id: globalIdFor('Meeting', 'sub,85746065432') },
        },
      },
      errors: ['Zoom offers GET /users/{userId} for your own account alone, not for a sub account.'],
      calls: [],
    });
  });

  test('a global id of a sub account means its events alone', async () => {
    const { hear, tell } = listening();
    const listener = await hear(
      `subscription { meetingStarted(hostId: "${globalIdFor('User', 'sub,ann')}") { accountId } }`,
    );
    await tell(bodyOf('meeting.started', MEETING));
    await tell(bodyOf('meeting.started', MEETING, { payload: { account_id: 'sub' } }));
    expect((await listener.next()).data).toEqual({ meetingStarted: { accountId: 'sub' } });
  });

  test('a caller hears nothing of other accounts', async () => {
    const { hear, tell, context } = listening(
      { 'GET /users/me': { id: 'bob', account_id: 'mine' } },
      { bearer: 'token' },
    );
    await context().zoom.caller?.learn();
    const listener = await hear('subscription { meetingStarted { accountId account { zoomId } host { zoomId } } }');
    await tell(bodyOf('meeting.started', MEETING, { payload: { account_id: 'foreign' } }));
    await tell(bodyOf('meeting.started', MEETING, { payload: { account_id: 'mine' } }));
    expect((await listener.next()).data).toEqual({
      meetingStarted: { accountId: 'mine', account: { zoomId: 'mine' }, host: { zoomId: 'ann' } },
    });
  });
});

describe('nothing is heard', () => {
  const TEXT = 'subscription { meetingStarted { topic } }';
  test('where Zoom tells the gateway nothing', async () => {
    const { hear } = listening({}, { isOff: true });
    await expect(hear(TEXT)).rejects.toMatchObject({
      code: 'EVENTS_OFF',
      message: expect.stringContaining('ZOOM_WEBHOOK_SECRET'),
    });
  });
  test('by who may not read', async () => {
    const { hear } = listening({}, { permissions: new Permissions(['write']) });
    await expect(hear(TEXT)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });
});

test('what an event told some time ago is no news to other requests', async () => {
  const sharedCache = new SharedCache(60);
  const { hear, tell, context } = listening({}, { sharedCache });
  const listener = await hear('subscription { userUpdated { user { displayName } } }');
  await tell(bodyOf('user.updated', { id: 'ann', display_name: 'Ann of old' }));
  expect((await listener.next()).data).toEqual({ userUpdated: { user: { displayName: 'Ann of old' } } });
  const { store, zoom } = context();
  expect(sharedCache.of(zoom)).toBeDefined();
  expect(sharedCache.of(zoom)?.fields(User, JSON.stringify({ userId: 'ann' }))).toBeUndefined();
  expect(store.ref(User, { userId: 'ann' }).has('display_name')).toBe(false);
});

test('values of another kind than is declared spoil nothing', async () => {
  const { hear, tell } = listening();
  const listener = await hear(
    'subscription { participantJoined { topic participant { name } meeting { zoomId } host { zoomId } } }',
  );
  await tell(bodyOf('meeting.participant_joined', { id: { a: 1 }, host_id: ['x'], topic: 7, participant: 'nobody' }));
  const { data } = await listener.next();
  expect(data).toEqual({ participantJoined: { topic: '7', participant: null, meeting: null, host: null } });
});

test('every field of the subscription takes `after`', () => {
  const fields = Object.values(schema.getSubscriptionType()?.getFields() ?? {});
  expect(fields.length).toBeGreaterThan(200);
  expect(fields.filter(({ args }) => !args.some(({ name }) => name === 'after'))).toEqual([]);
});
