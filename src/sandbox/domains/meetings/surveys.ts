/** Surveys, their uses in meetings and channels, and what people answered. Zoom's API only reads them. */
import * as api from '../../../zoom/api/meetings/surveys.ts';
import { type Account, lazily, Refusal, type Row, row } from '../../call.ts';
import { resource, type Thing } from '../../resource.ts';
import { WEEKLY } from '../../seed/meetings.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { answersOf, idOf, surveysAt, type Use } from '../../seed/surveys.ts';
import { MINUTE, pickInt } from '../../seeded.ts';
import { checkOwn } from '../accounts/accounts.ts';
import { instancesOf } from './instances.ts';

const CHANNELS = 2;

/** The latest three times that the weekly meeting of one user was held, which is another user for each survey. */
const inMeetings = (account: Account, survey: Thing): Use[] => {
  const number = meetingNumber(account.seed, { user: (survey.nth ?? 0) % account.users, nth: WEEKLY });
  const latest = instancesOf(account, number).slice(0, 3);
  return latest.map(({ uuid, topic, start, duration }) => {
    const known = { instance_name: topic, product_type: 'meeting', meeting_id: String(number) };
    return { survey, id: uuid, at: start + duration * MINUTE, known };
  });
};
const inChannel = (account: Account, survey: Thing): Use => ({
  survey,
  id: idOf(account, `${survey.nth}/channel`),
  at: account.start - ((survey.nth ?? 0) + 1) * 60 * MINUTE,
  known: { instance_name: 'Announcements', product_type: 'team_chat', meeting_id: undefined },
});
const shown = ({ survey: { published: _, ...of }, id, known }: Use): Row =>
  row(`survey/${of.id}/${id}`, { ...of, ...known, instance_id: id, has_response: true });
const usesOf = (account: Account, survey: Thing, instance: string | undefined): readonly Use[] => {
  const all = [...inMeetings(account, survey), inChannel(account, survey)];
  const uses = instance ? all.filter(({ id }) => id === instance) : all;
  if (uses.length === 0) throw new Refusal(400, 6703, 'Invalid parameter survey instance id.');
  return uses;
};

export const surveys = resource(api.getSurvey, {
  name: 'survey',
  initial: surveysAt,
  refuse: { missing: () => new Refusal(404, 6701, 'Invalid parameter survey id.') },
  on: (on) => {
    on(api.listSurveyInstances, ({ account, query }, { thing }) =>
      lazily(usesOf(account, thing, query.instance_id), shown),
    );
    on(api.listSurveyAnswers, ({ account, query }, { thing }) =>
      usesOf(account, thing, query.instance_id).flatMap((use) => answersOf(account, use)),
    );
    // The sandbox lists no channels: any id leads to one of two.
    on(api.listChannelSurveyInstances, (call, { things }) => {
      checkOwn(call);
      const channel = pickInt(call.path.channelId ?? '', CHANNELS);
      const uses = things.all().filter(({ nth = 0 }) => nth % CHANNELS === channel);
      return lazily(uses, (survey) => shown(inChannel(call.account, survey)));
    });
  },
});
