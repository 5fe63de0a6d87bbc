/** What was used, as it follows from what was held, recorded and called. */
import { month } from '../../../zoom/api/reports/common.ts';
import * as api from '../../../zoom/api/reports/usage.ts';
import { type Call, invalid, lazily, operations, refuse, row } from '../../call.ts';
import { number, type Session, stays } from '../../seed/sessions.ts';
import { isWebinarType } from '../../seed/webinars.ts';
import { instant, type Known, MINUTE } from '../../seeded.ts';
import { days } from '../../series.ts';
import { type Span, spanOf } from '../../windows.ts';
import { plusDays } from '../../zone.ts';
import { everyHeld, held } from '../dashboards/sessions.ts';
import { files, recordings } from '../meetings/recordings.ts';
import { withStatus } from '../users/people.ts';

const isMember = ({ query: { group_id } }: Call, { group_ids }: Known): boolean =>
  !group_id || (group_ids as string[]).includes(group_id);
const heldIn = (call: Call, span: Span): readonly Session[] =>
  held(call.account, span).filter(({ host }) => isMember(call, host));
const grouped = (sessions: readonly Session[], keyOf: (session: Session) => string) => {
  const groups = new Map<string, Session[]>();
  for (const session of sessions) {
    const key = keyOf(session);
    groups.set(key, [...(groups.get(key) ?? []), session]);
  }
  return groups;
};
/** How much was held, as all reports count it. */
const sums = (call: Call, sessions: readonly Session[]): Known => ({
  meetings: sessions.length,
  participants: sessions.reduce((sum, session) => sum + stays(call.account, session).length, 0),
  meeting_minutes: sessions.reduce((sum, { duration }) => sum + duration, 0),
});

const monthOf = ({ account, query, now }: Call): Span => {
  const [year = '', name = ''] = account.zone.dayOf(now).split('-');
  const asked = [String(query.year ?? year).padStart(4, '0'), String(query.month ?? name).padStart(2, '0')].join('-');
  const first = `${asked}-01`;
  if (Number.isNaN(Date.parse(first))) throw invalid('month');
  const age = 12 * (Number(year) - Number(asked.slice(0, 4))) + Number(name) - Number(asked.slice(5));
  if (age < 0 || age > month.months) throw refuse.dailyReport(asked);
  const next = `${plusDays(first, 31).slice(0, 7)}-01`;
  const [from, to] = [account.zone.startOf(first), Math.min(now, account.zone.startOf(next) - 1)];
  return { from, to, echo: { from: first, to: next }, cut: false };
};

export const usage = operations((on) => {
  on(api.listDailyUsage, (call) => {
    const { account } = call;
    const { zone } = account;
    const span = monthOf(call);
    const all = grouped(heldIn(call, span), ({ start }) => zone.dayOf(start));
    const joined = withStatus(account, 'active').map(({ created_at }) => zone.dayOf(Date.parse(String(created_at))));
    const rows = days({ ...call, span }, (at) => {
      const date = zone.dayOf(at);
      const new_users = joined.filter((day) => day === date).length;
      return row(`daily/${date}`, { date, new_users, ...sums(call, all.get(date) ?? []) });
    });
    return rows.toReversed();
  });
  on(api.listHostReports, (call) => {
    const { account, query, now } = call;
    const { path } = api.listHostReports;
    const span = spanOf({ path, window: { ...month, at: '' } }, query, now, account) as Span;
    const all = grouped(heldIn(call, span), ({ host }) => host.id);
    const users = withStatus(account, 'active').filter(
      (user) => isMember(call, user) && all.has(user.id) === (query.type !== 'inactive'),
    );
    return lazily(users, (user) => {
      const { id, email, display_name: user_name, type, dept, last_login_time, created_at: create_time } = user;
      const known = { id, email, user_name, type, dept, last_login_time, create_time, custom_attributes: [] };
      return row(`user/${id}`, { ...known, ...sums(call, all.get(id) ?? []) });
    });
  });
  // Somebody called in to every sixth meeting.
  on(api.listTelephoneUsage, (call) => {
    const { account, span, query } = call;
    const found = (query.type ?? '1') === '1' && span ? everyHeld(account, span) : [];
    return found
      .filter(({ uuid }) => number(account, `called/${uuid}`, 6) === 0)
      .map(({ uuid, meeting, host, type, start, duration }) =>
        row(`telephone/${uuid}`, {
          uuid,
          meeting_id: meeting,
          meeting_type: isWebinarType(type) ? 'Webinar' : 'Meeting',
          host_id: host.id,
          host_name: host.display_name,
          host_email: host.email,
          dept: host.dept ?? '',
          type: 'toll-free',
          country_name: 'US',
          start_time: instant(start),
          end_time: instant(start + duration * MINUTE),
          duration,
          rate: 0.03,
          total: Math.round(3 * duration) / 100,
        }),
      );
  });
  on(api.listRecordingStorage, (call) => {
    const { account } = call;
    const sizes = recordings
      .in(account)
      .all()
      .filter(({ host }) => isMember(call, host))
      .map((recording) => ({
        start: recording.start,
        size: files
          .in(account, recording)
          .all()
          .reduce((sum, { file_size = 0 }) => sum + Number(file_size), 0),
      }));
    return days(call, (at) => {
      const date = account.zone.dayOf(at);
      const taken = sizes.filter(({ start }) => start < at).reduce((sum, { size }) => sum + size, 0);
      const usage = `${Math.round(taken / 1024 ** 2)} MB`;
      return row(`storage/${date}`, { date, usage, plan_usage: '3 TB', free_usage: 'Unlimited' });
    });
  });
});
