/** Polls prepared for meetings. */
import * as api from '../../zoom/api/meetings/polls.ts';
import type { Domain } from '../call.ts';
import { type Collection, collection } from '../collection.ts';
import { lazily } from '../paging.ts';
import { refuse } from '../refusal.ts';
import { type Known, opaqueId } from '../seeded.ts';
import type { World } from '../world.ts';
import type { Meetings } from './meetings.ts';

const TITLES = ['Was this useful?', 'When shall we meet next?'];
const question = {
  name: 'Your choice',
  type: 'single',
  answers: ['Yes', 'No'],
  right_answers: undefined,
  prompts: undefined,
  answer_required: true,
};
/** What only some kinds of question have; a question as given shows none of the others. */
const absent = Object.fromEntries(
  Object.keys(api.PollQuestion.shape).map((name): [string, undefined] => [name, undefined]),
);

export const polls = (world: World, meetings: Meetings): Domain => {
  const byMeeting = new Map<number, Collection>();
  const of = (ref: string | undefined): { meeting: number; all: Collection } => {
    const meeting = meetings.find(ref);
    const known = byMeeting.get(meeting.id);
    if (known) return { meeting: meeting.id, all: known };
    const ids =
      meeting.creation_source === 'open_api'
        ? []
        : TITLES.map((title) => opaqueId(`${world.seed}/poll/${meeting.id}/${title}`));
    const all = collection(ids, (id) => {
      const title = TITLES[ids.indexOf(id)];
      return title === undefined
        ? undefined
        : { id, title, poll_type: 1, status: 'notstart', anonymous: false, questions: [{ ...absent, ...question }] };
    });
    byMeeting.set(meeting.id, all);
    return { meeting: meeting.id, all };
  };
  const row = (poll: Known) => ({ key: `poll/${poll.id}`, known: poll });
  const find = (all: Collection, id = ''): Known => {
    const poll = all.get(id);
    if (!poll) throw refuse.poll(id);
    return poll;
  };
  const written = (body: { questions?: object[] }): Known => ({
    ...body,
    ...(body.questions && { questions: body.questions.map((each) => ({ ...absent, ...each })) }),
  });
  let made = 0;

  return (on) => {
    on(api.listPolls, ({ path, query }) => {
      const { all } = of(path.meetingId);
      const found = all
        .ids()
        .map((id) => find(all, id))
        .filter((poll) => query.anonymous === undefined || String(poll.anonymous) === query.anonymous);
      return { rows: lazily(found, row), envelope: { total_records: found.length } };
    });
    on(api.getPoll, ({ path }) => row(find(of(path.meetingId).all, path.pollId)));
    on(api.createPoll, ({ path, body }) => {
      const { meeting, all } = of(path.meetingId);
      const id = opaqueId(`${world.seed}/poll/${meeting}/new/${made++}`);
      return row(
        all.add(id, {
          title: '',
          poll_type: 1,
          anonymous: false,
          questions: [],
          ...written(body),
          status: 'notstart',
          id,
        }),
      );
    });
    on(api.updatePoll, ({ path, body }) => {
      const { all } = of(path.meetingId);
      all.change(String(find(all, path.pollId).id), written(body));
      return undefined;
    });
    on(api.deletePoll, ({ path }) => {
      const { all } = of(path.meetingId);
      all.remove(String(find(all, path.pollId).id));
      return undefined;
    });
  };
};
