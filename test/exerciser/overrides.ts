/** What the exerciser cannot know by itself: values that only go together in certain ways, and why. */
import type { Values } from './fill.ts';
import { daysAgo, endsOf, type Raw } from './graph.ts';
import type { Ask } from './world.ts';

/** One run of a mutation. */
export interface Trial {
  /** Zoom's values in place of made-up ones, the path's among them; `undefined` leaves one out. */
  readonly values?: Values;
  /** More of them, out of the data of the own account or of a sub account: each is tried until one is taken. */
  readonly from?: (ask: Ask, accountId?: string) => Promise<readonly Values[]>;
  /** What has to be done before, as a mutation of the same thing. */
  readonly after?: (input: Raw) => readonly [text: string, variables: object];
  /** The things of the payload can be read no more: their ids are all that is selected. */
  readonly idsAlone?: true;
  /** What the payload has is found by its day, which the input does not tell: it may be null. */
  readonly isUntold?: true;
  /** What `from` has changed stays. */
  readonly keeps?: true;
  /** Zoom refuses it with this code; only what is sent counts. */
  readonly refused?: string;
}
export interface Override {
  readonly why: string;
  /** Together they have to send every leaf. */
  readonly trials: readonly Trial[];
}

/** The objects at the end of a path of names in a query's answer, `nodes` among them. */
const found = async (ask: Ask, path: string, text: string, id?: string): Promise<readonly Raw[]> => {
  const { result } = await ask(text, id === undefined ? undefined : { id });
  return endsOf(
    result.data,
    path.split('.').map((name) => ({ name, isList: false })),
  );
};

/** Users other than the owner, whom Zoom lets nobody change. */
const colleagues = async (ask: Ask): Promise<readonly Raw[]> =>
  (await found(ask, 'users.nodes', '{ users(first: 12) { nodes { zoomId email } } }')).slice(4);

const ROLES =
  'query ($id: ID) { account(id: $id) { roles { nodes { zoomId members(first: 9) { nodes { zoomId email } } } } } }';
const membersOfRoles = async (ask: Ask, accountId?: string) => {
  const roles = await found(ask, 'account.roles.nodes', ROLES, accountId);
  return roles.flatMap((role) =>
    endsOf(role, [{ name: 'members', isList: true }]).map((member) => ({ role: role.zoomId, ...member }) as Raw),
  );
};

/** What is scheduled for a host, has registrants and recurs. */
type Scheduled = 'meeting' | 'webinar';
/** Those of some users, with what is selected of them. */
const scheduled = (ask: Ask, kind: Scheduled, fields: string): Promise<readonly Raw[]> =>
  found(
    ask,
    `users.nodes.${kind}s.nodes`,
    `{ users(first: 4) { nodes { ${kind}s(first: 8) { nodes { zoomId ${fields} } } } } }`,
  );
const REGISTRANTS = 'registrants(status: [APPROVED]) { nodes { zoomId email } }';
const changeOfRegistrants = (kind: Scheduled, refused: string): Override => ({
  why: `The registrants must be the ${kind}’s own, and few have both registrants and occurrences.`,
  trials: [
    {
      values: { occurrence_id: undefined },
      from: async (ask) => {
        return (await scheduled(ask, kind, REGISTRANTS)).flatMap((one) =>
          endsOf(one, [{ name: 'registrants', isList: true }]).map(({ zoomId, email }) => ({
            [`${kind}Id`]: one.zoomId,
            'registrants.0.id': zoomId,
            'registrants.0.email': email,
          })),
        );
      },
    },
    { refused },
  ],
});
const RECORDED = `{ account { recordings(first: 8) { nodes { zoomId ${REGISTRANTS} } } } }`;
const changeOfViewers: Override = {
  why: 'The registrants must be the recording’s own.',
  trials: [
    {
      from: async (ask) =>
        (await found(ask, 'account.recordings.nodes', RECORDED)).flatMap((one) =>
          endsOf(one, [{ name: 'registrants', isList: true }]).map(({ zoomId }) => ({
            meetingId: one.zoomId,
            'registrants.0.id': zoomId,
          })),
        ),
    },
  ],
};
const registration = (kind: Scheduled): Override => ({
  why: `The ${kind} must have registration.`,
  trials: [
    {
      from: async (ask) =>
        (await scheduled(ask, kind, REGISTRANTS))
          .filter((one) => endsOf(one, [{ name: 'registrants', isList: true }]).length > 0)
          .map(({ zoomId }) => ({ [`${kind}Id`]: zoomId })),
    },
  ],
});

const occurrences = async (ask: Ask, kind: Scheduled): Promise<readonly Values[]> =>
  (await scheduled(ask, kind, 'occurrences { occurrenceId }')).flatMap((one) =>
    endsOf(one, [{ name: 'occurrences', isList: false }])
      .slice(0, 1)
      .map(({ occurrenceId }) => ({ [`${kind}Id`]: one.zoomId, occurrence_id: occurrenceId })),
  );
const creation: Override = {
  why: 'Whom it is scheduled for must be a user.',
  trials: [{ from: async (ask) => (await colleagues(ask)).map(({ email }) => ({ schedule_for: email })) }],
};
const change = (kind: Scheduled): Override => ({
  why: `The occurrence must be the ${kind}’s own, and whom it is scheduled for a user.`,
  trials: [
    {
      from: async (ask) => {
        const [user] = await colleagues(ask);
        return (await occurrences(ask, kind)).map((one) => ({ ...one, schedule_for: user?.email }));
      },
    },
  ],
});
const deletionOfOccurrence = (kind: Scheduled): Override => ({
  why: `The occurrence must be the ${kind}’s own.`,
  trials: [{ from: (ask) => occurrences(ask, kind) }],
});

/** An instant meeting, which is in progress from the beginning. */
const inProgress: Override = {
  why: 'The meeting must be in progress.',
  trials: [
    {
      from: async (ask) => {
        const [host] = await colleagues(ask);
        const text = 'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { zoomId } } }';
        const { result } = await ask(text, { input: { userId: host?.zoomId, type: 'INSTANT' } });
        const made = endsOf(result.data, [
          { name: 'createMeeting', isList: false },
          { name: 'meeting', isList: false },
        ]);
        return made.map(({ zoomId }) => ({ meetingId: zoomId, messageId: 'some-message' }));
      },
      keeps: true,
    },
  ],
};

const files = async (ask: Ask): Promise<readonly Values[]> => {
  const text = '{ users(first: 12) { nodes { recordings { nodes { zoomId recordingFiles { zoomId } } } } } }';
  const recordings = await found(ask, 'users.nodes.recordings.nodes', text);
  return recordings.flatMap((recording) =>
    endsOf(recording, [{ name: 'recordingFiles', isList: false }])
      .filter(({ zoomId }) => zoomId)
      .slice(0, 1)
      .map(({ zoomId }) => ({ meetingId: recording.zoomId, recordingId: zoomId })),
  );
};

const PHONE_USERS = '{ account { phone { users(first: 12) { nodes { zoomId callingPlans { type } } } } } }';

/** Phone users, as what a body may name them by. */
const phoneUsers = async (ask: Ask): Promise<readonly Raw[]> =>
  found(
    ask,
    'account.phone.users.nodes',
    '{ account { phone { users(first: 12) { nodes { zoomId extensionId } } } } }',
  );
const freeNumbers: Override = {
  why: 'The number must be unassigned.',
  trials: [
    {
      from: async (ask) => {
        const text = '{ account { phone { numbers(first: 20, type: UNASSIGNED) { nodes { zoomId number } } } } }';
        const numbers = await found(ask, 'account.phone.numbers.nodes', text);
        return numbers.map(({ zoomId, number }) => ({
          'phone_numbers.0.id': zoomId,
          'phone_numbers.0.number': number,
          phone_number: zoomId,
        }));
      },
    },
  ],
};
const queueMembers: Override = {
  why: 'The members must be phone users and common areas.',
  trials: [
    {
      from: async (ask) => {
        const text = '{ account { phone { commonAreas(first: 1) { nodes { zoomId } } } } }';
        const [area] = await found(ask, 'account.phone.commonAreas.nodes', text);
        return (await phoneUsers(ask)).map(({ zoomId }) => ({
          'members.users.0.id': zoomId,
          'members.common_area_ids.0': area?.zoomId,
          member_id: zoomId,
        }));
      },
    },
  ],
};
const owners: Override = {
  why: 'Those whom a device belongs to must be phone users.',
  trials: [
    {
      from: async (ask) =>
        (await phoneUsers(ask)).map(({ zoomId, extensionId }) => ({
          assigned_to: zoomId,
          'assignee_extension_ids.0': extensionId,
        })),
    },
  ],
};

/** A new sub account, which has no plan. */
const freeAccount = async (ask: Ask): Promise<readonly Raw[]> => {
  const text = 'mutation ($input: CreateSubAccountInput!) { createSubAccount(input: $input) { account { zoomId } } }';
  const input = { email: 'new@example.net', firstName: 'New', lastName: 'Owner', password: 'Pa55-word-1' };
  const { result } = await ask(text, { input });
  return ['createSubAccount', 'account'].reduce<readonly Raw[]>(
    (found, name) => found.flatMap((one) => endsOf(one, [{ name, isList: false }])),
    endsOf(result.data, []),
  );
};

const twoGroups: Override = {
  why: 'A barrier stands between two groups; those of sub accounts cannot be listed.',
  trials: [
    {
      from: async (ask, accountId) => {
        const groups = await found(ask, 'groups.nodes', '{ groups(first: 2) { nodes { zoomId } } }');
        const [one, other] = accountId === undefined ? groups.map(({ zoomId }) => zoomId) : ['one', 'other'];
        return [{ assigned_group_id: one, to_group_id: other }];
      },
    },
  ],
};

const choices: Override = {
  why: 'A question with answers to choose from has at least two.',
  trials: [{ values: { 'questions.0.answers': ['Yes', 'No'] } }],
};

const LOCATIONS = '{ zoomRooms { locations(first: 20) { nodes { zoomId type parent { zoomId } } } } }';
const locationsOf = async (ask: Ask, level: string) =>
  (await found(ask, 'zoomRooms.locations.nodes', LOCATIONS)).filter(({ type }) => type === level);
const onFloor: Override = {
  why: 'A room stands at the lowest level of locations.',
  trials: [{ from: async (ask) => (await locationsOf(ask, 'FLOOR')).map(({ zoomId }) => ({ location_id: zoomId })) }],
};

const members: Override = {
  why: 'The members must be users of the account.',
  trials: [
    {
      from: async (ask) =>
        (await colleagues(ask)).map(({ zoomId, email }) => ({ 'members.0.id': zoomId, 'members.0.email': email })),
    },
  ],
};

/** Zoom Phone Appliances, each with somebody whose it may be. */
const appliances = async (ask: Ask): Promise<readonly Values[]> => {
  const text =
    '{ devices(deviceType: ZOOM_PHONE_APPLIANCE) { nodes { vendor macAddress } } account { phone { users { nodes { extensionNumber email } } } } }';
  const [heir] = await found(ask, 'account.phone.users.nodes', text);
  return (await found(ask, 'devices.nodes', text)).map(({ vendor, macAddress }) => ({
    vendor,
    macAddress,
    mac_address: macAddress,
    extension_number: heir?.extensionNumber,
    user_email: heir?.email,
  }));
};

const OWN_MESSAGES = `{ me { zoomId chatChannels { nodes { zoomId messages(first: 40, from: "FROM") {
  nodes { zoomId sender { zoomId } }
} } } } }`;
/** Messages in channels that the user of the credential sent, and the channels. */
const ownMessages = async (ask: Ask): Promise<readonly Values[]> => {
  const text = OWN_MESSAGES.replace('FROM', daysAgo(9));
  const [me] = await found(ask, 'me', text);
  return endsOf(me, [{ name: 'chatChannels', isList: true }]).flatMap((channel) =>
    endsOf(channel, [{ name: 'messages', isList: true }])
      .filter(({ sender }) => (sender as Raw | null)?.zoomId === me?.zoomId)
      .map(({ zoomId }) => ({ userId: me?.zoomId, messageId: zoomId, to_channel: channel.zoomId })),
  );
};
const ownMessage: Override = {
  why: 'The message must be the user’s own, in the channel where it stands.',
  trials: [{ from: ownMessages, isUntold: true }],
};

/** A message that the chatbot has sent. */
const sentByChatbot: Override = {
  why: 'The chatbot must have sent the message.',
  trials: [
    {
      from: async (ask) => {
        const robotJid = 'robot@xmpp.zoom.us';
        const input = { robotJid, toJid: 'ann@xmpp.zoom.us', content: { head: { text: 'Hello' } } };
        const text = 'mutation ($input: SendChatbotMessageInput!) { sendChatbotMessage(input: $input) { messageId } }';
        const { result } = await ask(text, { input });
        return endsOf(result.data, [{ name: 'sendChatbotMessage', isList: false }]).map(({ messageId }) => ({
          message_id: messageId,
          robot_jid: robotJid,
        }));
      },
      keeps: true,
    },
  ],
};

/** By the mutation's name. */
export const OVERRIDES: Readonly<Record<string, Override>> = {
  addAssistants: {
    why: 'The assistants must be other users of the account.',
    trials: [
      {
        from: async (ask) => {
          const [user, ...others] = await colleagues(ask);
          return others.map(({ zoomId, email }) => ({
            userId: user?.zoomId,
            'assistants.0.id': zoomId,
            'assistants.0.email': email,
          }));
        },
      },
    ],
  },
  removeScheduler: {
    why: 'The user must be an assistant of the other.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ users(first: 12) { nodes { zoomId schedulers { nodes { zoomId } } } } }';
          return (await found(ask, 'users.nodes', text)).flatMap((user) =>
            endsOf(user, [{ name: 'schedulers', isList: true }]).map(({ zoomId }) => ({
              userId: user.zoomId,
              schedulerId: zoomId,
            })),
          );
        },
      },
    ],
  },
  switchUserAccount: {
    why: 'The user leaves one account for a sub account of the same master account.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ account { subAccounts(first: 1) { nodes { zoomId } } } }';
          const [target] = await found(ask, 'account.subAccounts.nodes', text);
          return (await colleagues(ask)).map(({ zoomId }) => ({
            accountId: 'me',
            userId: zoomId,
            account_id: target?.zoomId,
          }));
        },
      },
    ],
  },
  addGroupMembers: members,
  addImGroupMembers: members,
  addDevice: {
    why: 'Whose it is must be a phone user, and no two devices have one address.',
    trials: [{ from: async (ask) => (await appliances(ask)).map((one) => ({ ...one, mac_address: '00' })) }],
  },
  assignZpaDevice: {
    why: 'The appliance and the extension must be there.',
    trials: [{ from: appliances }],
  },
  createSipPhone: {
    why: 'Whose it is must be a user, and none has two for all platforms.',
    trials: [{ from: async (ask) => (await colleagues(ask)).map(({ email }) => ({ user_email: `${email}.pc` })) }],
  },
  deleteZpaDevice: { why: 'The appliance must be there.', trials: [{ from: appliances }] },
  upgradeZpaDevices: {
    why: 'What is upgraded goes with its versions.',
    trials: [{}, { values: { 'data.upgrade_type': 'UPGRADE_APP', 'data.firmware_versions': undefined } }],
  },
  assignSipTrunkNumbers: {
    why: 'The numbers must be of the account.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ account { sipTrunkNumbers { nodes { number } } } }';
          const numbers = await found(ask, 'account.sipTrunkNumbers.nodes', text);
          return numbers.map(({ number }) => ({ 'phone_numbers.0': number }));
        },
      },
    ],
  },
  createChatChannel: {
    why: 'The members must be users of the account.',
    trials: [
      {
        from: async (ask) =>
          (await colleagues(ask)).map(({ zoomId, email }) => ({ userId: zoomId, 'members.0.email': email })),
      },
    ],
  },
  inviteChatChannelMembers: {
    why: 'The members must be users of the account.',
    trials: [
      {
        from: async (ask) => {
          const [user] = await colleagues(ask);
          return (await ownMessages(ask)).map(({ to_channel }) => ({
            channelId: to_channel,
            'members.0.email': user?.email,
          }));
        },
      },
    ],
  },
  sendChatMessage: ownMessage,
  updateChatMessage: ownMessage,
  deleteChatMessage: ownMessage,
  updateChatbotMessage: sentByChatbot,
  deleteChatbotMessage: sentByChatbot,
  createRoom: onFloor,
  moveRoom: onFloor,
  createRoomLocation: {
    why: 'Nothing lies below a floor.',
    trials: [
      {
        from: async (ask) => (await locationsOf(ask, 'BUILDING')).map(({ zoomId }) => ({ parent_location_id: zoomId })),
      },
    ],
  },
  moveRoomLocation: {
    why: 'A location lies in one of the level above.',
    trials: [
      {
        from: async (ask) => {
          const [floor] = await locationsOf(ask, 'FLOOR');
          return (await locationsOf(ask, 'BUILDING')).map(({ zoomId }) => ({
            locationId: floor?.zoomId,
            parent_location_id: zoomId,
          }));
        },
      },
    ],
  },
  addRoleMembers: {
    why: 'The members must be users of the account, and the owner’s role cannot be given or taken.',
    trials: [
      {
        from: async (ask, accountId) => {
          const members = (await membersOfRoles(ask, accountId)).filter(({ role }) => role !== '0');
          return members.map(({ role, zoomId, email }) => ({
            roleId: role,
            'members.0.id': zoomId,
            'members.0.email': email,
          }));
        },
      },
    ],
  },
  approveMeetingRegistrants: changeOfRegistrants('meeting', 'BAD_USER_INPUT'),
  approveRecordingRegistrants: changeOfViewers,
  denyRecordingRegistrants: changeOfViewers,
  updateArchiveFile: {
    why: 'Zoom’s own id does not tell in which archive a file is.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ account { archives(first: 8) { nodes { archiveFiles { id } } } } }';
          const files = await found(ask, 'account.archives.nodes.archiveFiles', text);
          return files.map(({ id }) => ({ fileId: id }));
        },
      },
    ],
  },
  approveWebinarRegistrants: changeOfRegistrants('webinar', 'NOT_FOUND'),
  denyMeetingRegistrants: changeOfRegistrants('meeting', 'BAD_USER_INPUT'),
  denyWebinarRegistrants: changeOfRegistrants('webinar', 'NOT_FOUND'),
  cancelMeetingRegistrants: changeOfRegistrants('meeting', 'BAD_USER_INPUT'),
  cancelWebinarRegistrants: changeOfRegistrants('webinar', 'NOT_FOUND'),
  assignCallingPlans: {
    why: 'The account must have bought the plan.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ account { phone { callingPlans { nodes { type } } } } }';
          const plans = await found(ask, 'account.phone.callingPlans.nodes', text);
          return plans.map(({ type }) => ({ 'calling_plans.0.type': type }));
        },
      },
    ],
  },
  unassignCallingPlan: {
    why: 'The user must have the plan.',
    trials: [
      {
        from: async (ask) => {
          const users = await found(ask, 'account.phone.users.nodes', PHONE_USERS);
          return users.flatMap((user) =>
            endsOf(user, [{ name: 'callingPlans', isList: false }]).map(({ type }) => ({
              userId: user.zoomId,
              planType: String(type),
            })),
          );
        },
      },
    ],
  },
  assignPhoneNumbers: freeNumbers,
  assignAutoReceptionistNumbers: freeNumbers,
  assignCallQueueNumbers: freeNumbers,
  updateMainCompanyNumber: freeNumbers,
  addCallQueueMembers: queueMembers,
  createCallQueue: queueMembers,
  updateCallQueueManager: queueMembers,
  removeCallQueueMember: {
    why: 'The member must be of the queue, and not its manager.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ account { phone { callQueues { nodes { zoomId members { users { zoomId level } } } } } } }';
          const queues = await found(ask, 'account.phone.callQueues.nodes', text);
          return queues.flatMap((queue) =>
            endsOf(queue, [
              { name: 'members', isList: false },
              { name: 'users', isList: false },
            ])
              .filter(({ level }) => level === 'USER')
              .map(({ zoomId }) => ({ callQueueId: queue.zoomId, memberId: zoomId })),
          );
        },
      },
    ],
  },
  createPhoneDevice: owners,
  updatePhoneDevice: owners,
  deletePhoneDevice: {
    why: 'The device must belong to nobody.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ account { phone { devices(type: [UNASSIGNED]) { nodes { zoomId } } } } }';
          return (await found(ask, 'account.phone.devices.nodes', text)).map(({ zoomId }) => ({ deviceId: zoomId }));
        },
      },
    ],
  },
  addMeetingRegistrant: registration('meeting'),
  addMeetingRegistrants: registration('meeting'),
  updateMeetingRegistrationQuestions: registration('meeting'),
  addWebinarRegistrant: registration('webinar'),
  removeRoleMember: {
    why: 'The owner’s role cannot be taken.',
    trials: [
      {
        from: async (ask, accountId) => {
          const members = (await membersOfRoles(ask, accountId)).filter(({ role }) => role !== '0');
          return members.map(({ role, zoomId }) => ({ roleId: role, memberId: zoomId }));
        },
      },
    ],
  },
  updatePhoneUser: {
    why: 'An extension is a text of digits.',
    trials: [{ values: { extension_number: '7654321' } }],
  },
  createInformationBarrierPolicy: twoGroups,
  updateInformationBarrierPolicy: twoGroups,
  disassociateSubAccount: {
    why: 'Only accounts that pay nothing can leave, and are out of reach then.',
    trials: [
      {
        from: async (ask) => (await freeAccount(ask)).map(({ zoomId }) => ({ accountId: zoomId })),
        keeps: true,
        idsAlone: true,
      },
    ],
  },
  cancelBasePlan: {
    why: 'The plans that rest on it must be cancelled first, so it is done where there are none.',
    trials: [
      {
        from: async (ask) => {
          const [account] = await freeAccount(ask);
          const accountId = account?.zoomId;
          const input = { accountId, planBase: { type: 'monthly', hosts: 2 } };
          const text = 'mutation ($input: SubscribePlansInput!) { subscribePlans(input: $input) { __typename } }';
          await ask(text, { input }, 'same');
          return [{ accountId }];
        },
        keeps: true,
      },
    ],
  },
  cancelPlanAddon: { why: 'The account must have the plan.', trials: [{ values: { type: 'zroom_yearly' } }] },
  updatePlanAddon: { why: 'The account must have the plan.', trials: [{ values: { type: 'zroom_yearly' } }] },
  updateAccountOwner: {
    why: 'Only an administrator of the account can become its owner.',
    trials: [
      {
        from: async (ask) => {
          const admins = (await membersOfRoles(ask)).filter(({ role }) => role === '1');
          return admins.map(({ email }) => ({ accountId: 'me', email }));
        },
      },
    ],
  },
  createMeeting: creation,
  createWebinar: creation,
  updateMeeting: change('meeting'),
  updateWebinar: change('webinar'),
  createMeetingPoll: choices,
  createMeetingPolls: {
    why: 'A question with answers to choose from has at least two.',
    trials: [{ values: { 'polls.0.questions.0.answers': ['Yes', 'No'] } }],
  },
  createMeetingTemplate: {
    why: 'The template is made of a meeting of the account.',
    trials: [
      {
        from: async (ask) =>
          (await scheduled(ask, 'meeting', '')).map(({ zoomId }) => ({ meeting_id: Number(zoomId) })),
      },
    ],
  },
  recoverMeeting: {
    why: 'The meeting must have been deleted.',
    trials: [
      {
        after: ({ meetingId }) => [
          'mutation ($input: DeleteMeetingInput!) { deleteMeeting(input: $input) { __typename } }',
          { input: { meetingId } },
        ],
      },
    ],
  },
  startMeetingRecording: inProgress,
  stopMeetingRecording: inProgress,
  pauseMeetingRecording: inProgress,
  resumeMeetingRecording: inProgress,
  inviteUsersToMeeting: inProgress,
  callOutToMeeting: inProgress,
  callOutRoomSystemToMeeting: inProgress,
  deleteTspAccount: {
    why: 'A user keeps one of them.',
    trials: [
      {
        after: ({ userId }) => [
          'mutation ($input: CreateTspAccountInput!) { createTspAccount(input: $input) { __typename } }',
          { input: { userId, conferenceCode: '1', leaderPin: '2' } },
        ],
      },
    ],
  },
  updateMeetingWaitingRoom: inProgress,
  updateMeetingChatMessage: inProgress,
  deleteMeetingChatMessage: inProgress,
  startMeetingLivestream: inProgress,
  stopMeetingLivestream: inProgress,
  updateMeetingLivestreamView: inProgress,
  updateMeetingPoll: choices,
  createWebinarPoll: choices,
  updateWebinarPoll: choices,
  deleteMeetingOccurrence: deletionOfOccurrence('meeting'),
  deleteWebinarOccurrence: deletionOfOccurrence('webinar'),
  deleteRecordingFile: { why: 'The file must be of the recording.', trials: [{ from: files }] },
  recoverRecordingFile: {
    why: 'The file must be in the trash.',
    trials: [
      {
        from: files,
        after: (input) => [
          'mutation ($input: DeleteRecordingFileInput!) { deleteRecordingFile(input: $input) { __typename } }',
          { input },
        ],
      },
    ],
  },
  recoverRecording: {
    why: 'The recording must be in the trash.',
    trials: [
      {
        after: (input) => [
          'mutation ($input: DeleteRecordingInput!) { deleteRecording(input: $input) { __typename } }',
          { input },
        ],
      },
    ],
  },
  deleteUser: {
    why: 'The owner cannot be deleted, and the heir must be another user.',
    trials: [
      {
        from: async (ask) => {
          const [heir, ...others] = await colleagues(ask);
          return others.map(({ zoomId }) => ({ userId: zoomId, transfer_email: heir?.email }));
        },
      },
    ],
  },
  updateGroupMember: {
    why: 'The member goes to another group of the account.',
    trials: [
      {
        from: async (ask) => {
          const text = '{ groups { nodes { zoomId members(first: 3) { nodes { zoomId } } } } }';
          const groups = await found(ask, 'groups.nodes', text);
          return groups.flatMap((group, i) =>
            endsOf(group, [{ name: 'members', isList: true }]).map(({ zoomId }) => ({
              groupId: group.zoomId,
              memberId: zoomId,
              target_group_id: groups[(i + 1) % groups.length]?.zoomId,
            })),
          );
        },
      },
    ],
  },
};

/** A thing to ask, by its global id, with arguments in place of made-up ones. */
export interface Prepared {
  readonly id: string;
  readonly args?: Raw;
}
/** What is done before a place is read, and the things to ask. */
interface Preparation {
  readonly why: string;
  readonly prepare: (ask: Ask) => Promise<readonly Prepared[]>;
}
const readOfOccurrence = (kind: Scheduled): Preparation => ({
  why: `The occurrence must be the ${kind}’s own.`,
  prepare: async (ask) =>
    (await scheduled(ask, kind, 'id occurrences { occurrenceId }')).flatMap(({ id, ...one }) =>
      endsOf(one, [{ name: 'occurrences', isList: false }])
        .slice(0, 1)
        .map((args) => ({ id: String(id), args })),
    ),
});
/** Places that show nothing in an account as it begins, or nothing of what is made up. */
export const PREPARED: Readonly<Record<string, Preparation>> = {
  'Meeting.occurrence': readOfOccurrence('meeting'),
  'Webinar.occurrence': readOfOccurrence('webinar'),
  'Device.user': {
    why: 'Zoom lists no appliances unless it is asked for them, and only these are of users.',
    prepare: async (ask) => {
      const text = '{ devices(deviceType: ZOOM_PHONE_APPLIANCE) { nodes { id } } }';
      return (await found(ask, 'devices.nodes', text)).map(({ id }) => ({ id: String(id) }));
    },
  },
  'User.trashedRecordings': {
    why: 'The trash is empty at the beginning.',
    prepare: async (ask) => {
      const text = '{ users(first: 12) { nodes { id recordings(first: 1) { nodes { zoomId } } } } }';
      const users = await found(ask, 'users.nodes', text);
      const [user] = users.filter((one) => endsOf(one, [{ name: 'recordings', isList: true }]).length > 0);
      const [recording] = endsOf(user, [{ name: 'recordings', isList: true }]);
      await ask('mutation ($input: DeleteRecordingInput!) { deleteRecording(input: $input) { __typename } }', {
        input: { recordingId: recording?.zoomId, action: 'TRASH' },
      });
      return [{ id: String(user?.id) }];
    },
  },
  'TrackingFieldValue.trackingField': {
    why: 'Meetings begin without tracking fields.',
    prepare: async (ask) => {
      const text =
        '{ users(first: 1) { nodes { meetings(first: 1) { nodes { zoomId } } } } account { trackingFields { nodes { field } } } }';
      const [meeting] = await found(ask, 'users.nodes.meetings.nodes', text);
      const [tracking] = await found(ask, 'account.trackingFields.nodes', text);
      const input = { meetingId: meeting?.zoomId, trackingFields: [{ field: tracking?.field, value: 'some' }] };
      await ask('mutation ($input: UpdateMeetingInput!) { updateMeeting(input: $input) { __typename } }', { input });
      return [];
    },
  },
  'Meeting.assistant': {
    why: 'Only meetings that were scheduled for somebody else have one.',
    prepare: async (ask) => {
      const [assistant, host] = await colleagues(ask);
      const { result } = await ask(
        'mutation ($input: CreateMeetingInput!) { createMeeting(input: $input) { meeting { id } } }',
        { input: { userId: assistant?.zoomId, scheduleFor: host?.email } },
      );
      const made = endsOf(result.data, [
        { name: 'createMeeting', isList: false },
        { name: 'meeting', isList: false },
      ]);
      return made.map(({ id }) => ({ id: String(id) }));
    },
  },
};
