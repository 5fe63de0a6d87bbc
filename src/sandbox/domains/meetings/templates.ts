/** Templates that were made of meetings. */
import * as api from '../../../zoom/api/meetings/meetings.ts';
import { invalid, operations, Refusal, row } from '../../call.ts';
import { thingsOf } from '../../resource.ts';
import type { Known } from '../../seeded.ts';
import { users } from '../users/people.ts';
import { meetings } from './meetings.ts';

const MOST = 40;
const templatesOf = thingsOf({ name: 'meeting template' });

export const templates = operations((on) =>
  on(api.createMeetingTemplate, (call) => {
    const { account, body } = call;
    const templates = templatesOf(account, users.at(call));
    const { id, topic } = meetings.in(account).find(body.meeting_id);
    const { name = String(topic), overwrite } = body;
    const known: Known = { name, meeting_id: id };
    const before = templates.all().find(({ meeting_id }) => overwrite && meeting_id === id);
    if (before) {
      templates.change(before.id, known);
      return row(`template/${before.id}`, { ...known, id: before.id });
    }
    if (templates.all().some((each) => each.name === name))
      throw new Refusal(400, 3000, `Meeting template name already exists: ${name}.`);
    if (templates.all().length >= MOST)
      throw invalid({ field: 'name', message: `You can only create up to ${MOST} meeting templates.` });
    const added = templates.add(known);
    return row(`template/${added.id}`, added);
  }),
);
