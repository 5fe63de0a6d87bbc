/** Channels of chat. A channel itself knows its owner and its members. */
import * as api from '../../../zoom/api/chat/channels.ts';
import { type Account, type Call, lazily, operations, refuse, row } from '../../call.ts';
import { members, resource, type Thing } from '../../resource.ts';
import type { User } from '../../seed/people.ts';
import { instant, type Known, opaqueId } from '../../seeded.ts';
import { byEmail, peopleIn, withStatus } from '../users/people.ts';

interface Channel extends Thing {
  owner_id: string;
  /** Those besides the owner. */
  member_ids: string[];
}

/** How a user is called in chat. */
export const memberIdOf = ({ id }: User): string => opaqueId(`member/${id}`);
/** The user whom an id, an email, `me` or the id of a member names; undefined where there is none in the account. */
export const personBy = (account: Account, ref: string): User | undefined => {
  const all = peopleIn(account);
  if (ref === 'me') return all.find('me');
  return ref.includes('@') ? byEmail(all, ref) : (all.get(ref) ?? all.all().find((user) => memberIdOf(user) === ref));
};
export const userAt = ({ account, path }: Pick<Call, 'account' | 'path'>): User => peopleIn(account).find(path.userId);

const ALL: Known = {
  add_member_permissions: 1,
  new_members_can_see_previous_messages_files: true,
  posting_permissions: 1,
  mention_all_permissions: 1,
  allow_to_add_external_users: 0,
  designated_posting_members: [],
};
const NAMES = ['General', 'Engineering', 'Sales', 'Support', 'Lunch', 'Releases'];
/** One user in three is in a channel at the beginning, the owner of the account in all. */
const initial = (account: Account) =>
  Object.fromEntries(
    NAMES.map((name, nth) => {
      const [owner, ...others] = withStatus(account, 'active');
      const member_ids = others.filter((_, i) => i % 3 === nth % 3).map(({ id }) => id);
      const [poster] = others.filter(({ id }) => member_ids.includes(id));
      const designated = poster ? [{ user_id: poster.id, member_id: memberIdOf(poster) }] : [];
      const channel_settings =
        nth === 2 ? { ...ALL, posting_permissions: 3, designated_posting_members: designated } : ALL;
      return [name, { type: nth === 0 ? 3 : 2, owner_id: owner?.id, member_ids, channel_settings }];
    }),
  );

export const channels = resource<Channel>(api.getChatChannel, {
  name: 'chat channel',
  named: 'name',
  initial,
  shown: ({ id }) => ({ jid: `${id}@conference.xmpp.zoom.us` }),
  on: (on) => {
    on(api.listUserChatChannels, (call, { things }) => {
      const { account } = call;
      const user = userAt(call);
      const own = things.all().filter((channel) => isIn(channel, user));
      // Who may post by name, the channel alone tells.
      return lazily(own, ({ channel_settings, ...channel }) =>
        channels.row(
          {
            ...(channel as Channel),
            channel_settings: { ...(channel_settings as Known), designated_posting_members: undefined },
          },
          account,
        ),
      );
    });
    on(api.createChatChannel, (call, { things }) => {
      const { account, body } = call;
      const { members: invited = [], shared_space: _, channel_settings, ...known } = body;
      const member_ids = invited.map(({ email }) => peopleIn(account).find(email).id);
      const settings = { ...ALL, ...channel_settings };
      const channel = { type: 1, ...known, owner_id: userAt(call).id, member_ids, channel_settings: settings };
      return channels.row(things.add(channel), account);
    });
    const list = ({ account }: Call, channel: Channel) =>
      lazily(membersOf(channel, account), (user) => memberRow(channel, user));
    on(api.listChatChannelMembers, (call, { thing }) => list(call, thing));
  },
});

const isIn = ({ owner_id, member_ids }: Channel, { id }: User): boolean => owner_id === id || member_ids.includes(id);
export const membersOf = ({ owner_id, member_ids }: Channel, account: Account): User[] =>
  [owner_id, ...member_ids].flatMap((id) => peopleIn(account).get(id) ?? []);
const memberRow = ({ id, owner_id }: Channel, user: User) => {
  const { email, first_name, last_name, display_name: name } = user;
  const role = user.id === owner_id ? 'owner' : 'member';
  const member = { id: user.id, member_id: memberIdOf(user), email, first_name, last_name, name, role };
  return row(`chat channel/${id}/${user.id}`, { ...member, is_external: false });
};
const setMembers = (account: Account, { id }: Channel, member_ids: readonly string[]) =>
  channels.in(account).change(id, { member_ids });
const add = (account: Account, channel: Channel, { id }: User) =>
  setMembers(account, channel, [...new Set([...channel.member_ids, id])]);
const remove = (account: Account, channel: Channel, { id }: User) =>
  setMembers(
    account,
    channel,
    channel.member_ids.filter((member) => member !== id),
  );

export const channelMembers = members<Channel, User>(api.inviteChatChannelMembers, channels.at, {
  find: ({ id, email }, account) => personBy(account, String(id ?? email)),
  has: (user, channel) => isIn(channel, user),
  refuse: (user, { owner_id }, _, how) => how === 'remove' && user.id === owner_id && refuse.channelOwner(),
  add: (user, channel, account) => add(account, channel, user),
  remove: (user, channel, account) => remove(account, channel, user),
});

export const ownMembership = operations((on) => {
  on(api.listUserChatChannelMembers, (call) => {
    const { account, path } = call;
    const channel = channels.in(account).find(path.channelId);
    return lazily(membersOf(channel, account), (user) => memberRow(channel, user));
  });
  on(api.inviteChatChannelMembers, (call) => {
    const { account, body, now } = call;
    const users = (body.members ?? []).map(({ email }) => personBy(account, email) ?? missing(email));
    for (const user of users) add(account, channels.at(call), user);
    const ids = users.map(({ id }) => id).join(',');
    return row(`invited/${ids}`, { added_at: instant(now), ids, member_ids: users.map(memberIdOf).join(',') });
  });
  on(api.joinChatChannel, (call) => {
    const { account, now } = call;
    const user = peopleIn(account).find('me');
    add(account, channels.at(call), user);
    return row(`joined/${user.id}`, { added_at: instant(now), id: user.id, member_id: memberIdOf(user) });
  });
  on(api.leaveChatChannel, (call) => {
    const { account } = call;
    const [channel, user] = [channels.at(call), peopleIn(account).find('me')];
    // Whoever leaves what they own hands it on.
    const [heir] = channel.member_ids;
    if (channel.owner_id !== user.id) remove(account, channel, user);
    else if (heir) channels.in(account).change(channel.id, { owner_id: heir, member_ids: channel.member_ids.slice(1) });
    else throw refuse.channelOwner();
  });
});
const missing = (email: string): never => {
  throw refuse.user(email);
};
