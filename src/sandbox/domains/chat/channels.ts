/** Channels of chat. A channel itself knows its owner and its members. */
import * as api from '../../../zoom/api/chat/channels.ts';
import { type Account, type Call, lazily, operations, refuse, row } from '../../call.ts';
import { members, resource, type Thing } from '../../resource.ts';
import { channelsAmong, memberIdOf, OPEN } from '../../seed/chat.ts';
import type { User } from '../../seed/people.ts';
import { instant, type Known } from '../../seeded.ts';
import { byEmail, peopleIn, withStatus } from '../users/people.ts';

interface Channel extends Thing {
  owner_id: string;
  /** Those besides the owner. */
  member_ids: string[];
}

/** The user whom an id, an email, `me` or the id of a member names; undefined where there is none in the account. */
export const personBy = (account: Account, ref: string): User | undefined => {
  const all = peopleIn(account);
  if (ref === 'me') return all.find('me');
  return ref.includes('@') ? byEmail(all, ref) : (all.get(ref) ?? all.all().find((user) => memberIdOf(user) === ref));
};
export const userAt = ({ account, path }: Pick<Call, 'account' | 'path'>): User => peopleIn(account).find(path.userId);

export const channels = resource<Channel>(api.getChatChannel, {
  name: 'chat channel',
  named: 'name',
  initial: (account) => channelsAmong(withStatus(account, 'active')),
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
      const settings = { ...OPEN, ...channel_settings };
      const channel = { type: 1, ...known, owner_id: userAt(call).id, member_ids, channel_settings: settings };
      return channels.row(things.add(channel), account);
    });
    for (const list of [api.listChatChannelMembers, api.listUserChatChannelMembers])
      on(list, ({ account, path }, { things }) => {
        const channel = things.find(path.channelId);
        return lazily(membersOf(channel, account), (user) => memberRow(channel, user));
      });
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
const setMembers = (account: Account, { id }: Channel, users: Iterable<string>) =>
  channels.in(account).change(id, { member_ids: [...users] });
const add = (account: Account, channel: Channel, { id }: User) =>
  setMembers(account, channel, new Set([...channel.member_ids, id]));
const remove = (account: Account, channel: Channel, user: User) =>
  setMembers(account, channel, new Set(channel.member_ids.filter((id) => id !== user.id)));

export const channelMembers = members<Channel, User>(api.inviteChatChannelMembers, channels.at, {
  find: ({ id, email }, account) => personBy(account, String(id ?? email)),
  has: (user, channel) => isIn(channel, user),
  refuse: (user, { owner_id }, _, how) => how === 'remove' && user.id === owner_id && refuse.channelOwner(),
  add: (user, channel, account) => add(account, channel, user),
  remove: (user, channel, account) => remove(account, channel, user),
});

export const ownMembership = operations((on) => {
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
