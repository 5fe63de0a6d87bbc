/** The channels of chat at the beginning, and what was written in the weeks before it. */
import { DAY } from '../clock.ts';
import { type Known, opaqueId, pick, TOPICS } from '../seeded.ts';
import type { Table } from '../things.ts';
import type { World } from '../world.ts';
import type { User } from './people.ts';

/** How a user is called in chat. */
export const memberIdOf = ({ id }: User): string => opaqueId(`member/${id}`);

/** The settings of a channel in which everybody may do everything. */
export const OPEN: Known = {
  add_member_permissions: 1,
  new_members_can_see_previous_messages_files: true,
  posting_permissions: 1,
  mention_all_permissions: 1,
  allow_to_add_external_users: 0,
  designated_posting_members: [],
};
const NAMES = ['General', 'Engineering', 'Sales', 'Support', 'Lunch', 'Releases'];
/** The owner of the account owns all channels, and one user in three is in each. In one of them only some may post. */
export const channelsAmong = ([owner, ...others]: readonly User[]): Table =>
  Object.fromEntries(
    NAMES.map((name, nth) => {
      const member_ids = others.filter((_, i) => i % 3 === nth % 3).map(({ id }) => id);
      const [poster] = others.filter(({ id }) => member_ids.includes(id));
      const designated_posting_members = poster ? [{ user_id: poster.id, member_id: memberIdOf(poster) }] : [];
      const channel_settings = nth === 2 ? { ...OPEN, posting_permissions: 3, designated_posting_members } : OPEN;
      return [name, { type: nth === 0 ? 3 : 2, owner_id: owner?.id, member_ids, channel_settings }];
    }),
  );

export type Chat = readonly [id: string, people: readonly User[]];
const DAYS = 14;
const EACH = 3;
/** Three messages a day of each chat, the last one right before the beginning: Zoom lists a day's messages, and the day has always begun by then. */
export const writtenIn = (world: World, [chat, people]: Chat): readonly (readonly [id: string, known: Known])[] =>
  Array.from({ length: DAYS * EACH }, (_, i) => {
    const idAt = (nth: number) => opaqueId(`${world.seed}/chat message/${chat}/${nth}`);
    const [sender, other] = [people[i % people.length], people[(i + 1) % people.length]];
    const at = Math.floor(world.start - (i * DAY) / EACH);
    const known = {
      id: idAt(i),
      ...{ chat, at, sender_id: sender?.id },
      message: `${pick(idAt(i), TOPICS)}?`,
      // Each replies to the one before, is reacted to and mentions someone; few have been edited or deleted.
      ...(i + 1 < DAYS * EACH && { reply_main_message_id: idAt(i + 1) }),
      ...(other && {
        reacted_by: other.id,
        at_items: [{ at_contact: other.email, at_type: 1, start_position: 0, end_position: 1 }],
      }),
      ...(i % 9 === 4 && { edited_at: at }),
      ...(i % 9 === 7 && { deleted_at: at }),
    };
    return [known.id, known];
  });
