/** What is counted of messages, clients and ports. */
import * as chat from '../../../zoom/api/dashboards/chat.ts';
import * as clients from '../../../zoom/api/dashboards/clients.ts';
import * as usage from '../../../zoom/api/dashboards/usage.ts';
import { type Call, type Domain, type Listing, row } from '../../call.ts';
import { lazily } from '../../paging.ts';
import { refuse } from '../../refusal.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { original } from '../../seed/people.ts';
import { number } from '../../seed/sessions.ts';
import { instant, opaqueId } from '../../seeded.ts';
import { withStatus } from '../users/people.ts';
import { days, summed, times } from './series.ts';
import { HOSTS } from './sessions.ts';

const VERSIONS = ['Windows 6.2.11', 'Mac 6.2.11', 'iOS 6.2.5', 'Android 6.1.9'];
const COMPLAINTS = ['Could not hear others', 'Others could not hear me', 'Video froze', 'Screen sharing was blurred'];

/** How many messages each user sent, by kind and together. */
const sent = (call: Call, kinds: readonly string[], total: string): Listing => {
  const { account, query } = call;
  const rows = lazily(withStatus(account, 'active'), ({ id, email, display_name }) => {
    const counts = kinds.map((kind) => number(account, `${id}/${kind}/${summed(call)}`, 50));
    const sum = counts.reduce((before, count) => before + count, 0);
    const byKind = Object.fromEntries(kinds.map((kind, i) => [kind, counts[i]]));
    return row(`chat/${id}`, { user_id: id, email, user_name: display_name, ...byKind, [total]: sum });
  });
  return { rows, envelope: { from: query.from, to: query.to } };
};

export const dashboardUsage: Domain = (on) => {
  on(chat.listChatMetrics, (call) => sent(call, ['group_sent', 'p2p_sent'], 'total_sent'));
  on(chat.listImMetrics, (call) => sent(call, ['group_send', 'calls_send'], 'total_send'));
  on(clients.listClientVersions, ({ account }) =>
    VERSIONS.map((client_version) => {
      const total_count = 1 + number(account, client_version, account.users);
      return row(`client/${client_version}`, { client_version, total_count });
    }),
  );
  on(clients.listClientFeedback, (call) =>
    COMPLAINTS.map((feedback_name) => {
      const participants_count = number(call.account, `${feedback_name}/${summed(call)}`, 30);
      return row(`complaint/${feedback_name}`, {
        feedback_id: opaqueId(feedback_name),
        feedback_name,
        participants_count,
      });
    }),
  );
  on(clients.listClientFeedbackDetails, (call) => {
    const { feedbackId } = call.path;
    if (!COMPLAINTS.some((name) => opaqueId(name) === feedbackId)) throw refuse.missing(feedbackId);
    return times(call, `complaint/${feedbackId}`, (at) => {
      const { account } = call;
      const user = number(account, `complainer/${feedbackId}/${at}`, Math.min(HOSTS, account.users));
      const { display_name: participant_name, email } = original(account, user);
      return { participant_name, email, meeting_id: String(meetingNumber(account.seed, { user, nth: 1 })) };
    });
  });
  on(clients.listClientSatisfaction, (call) =>
    days(call, (at) => {
      const count = (what: string, below: number) => number(call.account, `${what}/${at}`, below);
      const counts = {
        good_count: 20 + count('good', 60),
        not_good_count: count('not good', 10),
        none_count: count('none', 30),
      };
      const content = counts.good_count + counts.none_count;
      const satisfaction_percent = Math.round((100 * content) / (content + counts.not_good_count));
      return row(`satisfaction/${at}`, { date: call.account.zone.dayOf(at), ...counts, satisfaction_percent });
    }),
  );
  on(usage.listCrcPorts, (call) =>
    days(call, (at) => {
      const crc_ports_hour_usage = Array.from({ length: 24 }, (_, hour) => {
        const max_usage = number(call.account, `crc/${at}/${hour}`, 12);
        return { hour: String(hour).padStart(2, '0'), max_usage, total_usage: max_usage * 2 };
      });
      return row(`crc/${at}`, { date_time: instant(at), crc_ports_hour_usage });
    }),
  );
  on(usage.getMeetingQuality, (call) => {
    const { type = 'meeting', from, to } = call.query;
    return row(`quality/${type}/${summed(call)}`, { from, to });
  });
};
