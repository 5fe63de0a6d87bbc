/** Reports on what was held: the same meetings and webinars, and the same people, of which all else tells. */
import * as api from '../../../zoom/api/reports/meetings.ts';
import * as webinars from '../../../zoom/api/reports/webinars.ts';
import { type Call, lazily, operations, type Row, row } from '../../call.ts';
import type { Session } from '../../seed/sessions.ts';
import { instanceRow, pollRow, reported, staysOf } from '../../seed/stays.ts';
import { instant, MINUTE } from '../../seeded.ts';
import { heldBy } from '../dashboards/sessions.ts';
import { recentAt } from '../meetings/past.ts';
import { peopleIn } from '../users/people.ts';
import { webinarHeldAt } from '../webinars/past.ts';

/** What one person alone attended is asked for apart; whoever joins the meetings of others is not kept. */
const isAsked = ({ state }: Session, type = 'past'): boolean =>
  type === 'pastJoined' || (state === 'pastOne') === (type === 'pastOne');
const reportRow = ({ account }: Call, session: Session): Row => {
  const { known } = instanceRow(account, session);
  return row(`report/${session.uuid}`, {
    ...known,
    host_name: known.user_name,
    participants_count_my_account: staysOf(account, session).filter(({ known }) => known.internal_user).length,
    custom_keys: [],
    ...{ has_recording: undefined, session_key: undefined, schedule_time: undefined },
    ...{ join_waiting_room_time: undefined, join_time: undefined, leave_time: undefined },
  });
};

export const meetings = operations((on) => {
  on(api.listMeetingReports, (call) => {
    const { account, path, query, span } = call;
    const found = heldBy(account, peopleIn(account).find(path.userId), span).filter((session) =>
      isAsked(session, query.type),
    );
    return lazily(found, (session) => reportRow(call, session));
  });
  on(api.getMeetingReport, (call) => {
    const { key, known } = instanceRow(call.account, recentAt(call));
    return row(key, { ...known, custom_keys: [], tracking_fields: [] });
  });
  on(api.listMeetingReportParticipants, (call) => staysOf(call.account, recentAt(call)).map(reported));
  on(api.listMeetingReportPolls, (call) => [pollRow(call.account, recentAt(call))]);
  on(webinars.listWebinarReportPolls, (call) => [pollRow(call.account, webinarHeldAt(call))]);
  on(webinars.listWebinarReportQuestions, (call) => {
    const { uuid, host, start } = webinarHeldAt(call);
    const user = { user_id: host.id, name: host.display_name, email: host.email };
    const answer = 'Yes, from tomorrow on.';
    const publicly = { content: answer, type: 'host_answered_publicly' };
    const answered = { ...user, ...publicly, create_time: instant(start + 6 * MINUTE) };
    const question = { question: 'Will there be a recording?', answer, create_time: instant(start + 5 * MINUTE) };
    const details = { ...question, question_id: uuid, question_status: 'answered', answer_details: [answered] };
    return [row(`questions/${uuid}`, { ...user, question_details: [details] })];
  });
});
