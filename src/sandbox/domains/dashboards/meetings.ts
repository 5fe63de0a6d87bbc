/** What is measured of meetings and webinars: the same of both, at paths alike. */
import { type Call, lazily, operations, type Result, type Row, refuse, row } from '../../call.ts';
import { declaredAt } from '../../paths.ts';
import { number, qosOf, type Session, sessionRow, stayRow, stays } from '../../seed/sessions.ts';
import { meetingSessions, type Sessions, webinarSessions } from './sessions.ts';

/** What a call asks of: a meeting or a webinar, and who was there. */
interface Asked extends Call {
  readonly session: Session;
  readonly all: readonly Row[];
}
const qosRow = ({ account, session }: Asked, stay: Row): Row =>
  stayRow(session, stay, { user_qos: qosOf(account, session, stay.known.user_id), issue_list: [] });
/** By what stands in the path behind the meeting or the webinar. */
const MEASURED: Readonly<Record<string, (asked: Asked) => Result>> = {
  '': ({ account, session }) => sessionRow(account, session),
  '/participants': ({ session, all }) =>
    all.map((stay, seat) => stayRow(session, stay, { role: seat === 0 ? 'host' : 'attendee', status: 'in_meeting' })),
  '/participants/qos': (asked) => lazily(asked.all, (stay) => qosRow(asked, stay)),
  '/participants/{participantId}/qos': (asked) => {
    const { participantId } = asked.path;
    const stay = asked.all.find(({ known }) => known.user_id === participantId);
    if (!stay) throw refuse.missing(participantId);
    return qosRow(asked, stay);
  },
  // Every other participant shared, and who is known told how it was.
  '/participants/sharing': ({ all }) =>
    all
      .filter((_, seat) => seat % 2 === 0)
      .map(({ key, known: { id, user_id, name, join_time, leave_time } }) => {
        const details = [{ content: 'Desktop', start_time: join_time, end_time: leave_time }];
        return row(`sharing/${key}`, { id, user_id, user_name: name, details });
      }),
  '/participants/satisfaction': ({ account, all }) =>
    all
      .filter(({ known }) => known.id !== '')
      .map(({ key, known: { id, user_email, leave_time } }) => {
        const quality = number(account, key, 4) === 0 ? 'NOT GOOD' : 'GOOD';
        return row(`feedback/${key}`, { user_id: id, email: user_email, quality, comment: '', date_time: leave_time });
      }),
};
const measured = (path: string, { list, at }: Sessions) =>
  operations((on) => {
    // Those of the days alone, so that what was measured is made up for one page and not for a year.
    for (const each of declaredAt(path))
      on(each, (call) => ({
        rows: lazily(list(call), (session) => sessionRow(call.account, session)),
        dateless: true,
      }));
    for (const [below, answer] of Object.entries(MEASURED))
      for (const each of declaredAt(`${path}/{id}${below}`))
        on(each, (call) => {
          const session = at(call);
          return answer({ ...call, session, all: stays(call.account, session) });
        });
  });

export const meetings = measured('/metrics/meetings', meetingSessions);
export const webinars = measured('/metrics/webinars', webinarSessions);
