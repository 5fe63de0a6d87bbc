/** What is counted of messages, clients and ports. */
import * as chat from '../../../zoom/api/dashboards/chat.ts';
import * as clients from '../../../zoom/api/dashboards/clients.ts';
import * as usage from '../../../zoom/api/dashboards/usage.ts';
import { type Call, lazily, operations, type Row, type Rows, row } from '../../call.ts';
import { resource } from '../../resource.ts';
import { meetingNumber } from '../../seed/numbers.ts';
import { original } from '../../seed/people.ts';
import { number } from '../../seed/sessions.ts';
import { instant } from '../../seeded.ts';
import { days, times } from '../../series.ts';
import { withStatus } from '../users/people.ts';

export const clientVersions = resource(clients.listClientVersions, {
  name: 'client',
  named: 'client_version',
  initial: ['Windows 6.2.11', 'Mac 6.2.11', 'iOS 6.2.5', 'Android 6.1.9'],
});
export const feedback = resource(clients.listClientFeedback, {
  name: 'complaint',
  named: 'feedback_name',
  initial: ['Could not hear others', 'Others could not hear me', 'Video froze', 'Screen sharing was blurred'],
  on: (on) => {
    on(clients.listClientFeedbackDetails, (call, { thing: { id } }) =>
      times(call, `complaint/${id}`, (at) => {
        const { account } = call;
        const user = number(account, `complainer/${id}/${at}`, account.users);
        const { display_name: participant_name, email } = original(account, user);
        return { participant_name, email, meeting_id: String(meetingNumber(account.seed, { user, nth: 1 })) };
      }),
    );
  },
});

/** How many messages each user sent, by kind and together. */
const sent = ({ account, query: { from, to } }: Call, kinds: readonly string[], total: string): Rows<Row> =>
  lazily(withStatus(account, 'active'), ({ id, email, display_name }) => {
    const counts = kinds.map((kind) => [kind, number(account, `${id}/${kind}/${from}/${to}`, 50)] as const);
    const sum = counts.reduce((before, [, count]) => before + count, 0);
    const writer = { user_id: id, email, user_name: display_name };
    return row(`chat/${id}`, { ...writer, ...Object.fromEntries(counts), [total]: sum });
  });

export const counted = operations((on) => {
  on(chat.listChatMetrics, (call) => sent(call, ['group_sent', 'p2p_sent'], 'total_sent'));
  on(chat.listImMetrics, (call) => sent(call, ['group_send', 'calls_send'], 'total_send'));
  on(clients.listClientSatisfaction, (call) =>
    days(call, (at) => {
      const count = (what: string, most: number) => 1 + number(call.account, `${what}/${at}`, most);
      const [good_count, not_good_count, none_count] = [count('good', 80), count('not good', 10), count('none', 30)];
      const satisfied = (good_count + none_count) / (good_count + none_count + not_good_count);
      const known = { date: call.account.zone.dayOf(at), good_count, not_good_count, none_count };
      return row(`satisfaction/${at}`, { ...known, satisfaction_percent: Math.round(100 * satisfied) });
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
});
