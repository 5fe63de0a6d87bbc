/** Who signed in and what was changed: one of each a day. */
import * as api from '../../../zoom/api/reports/logs.ts';
import { operations } from '../../call.ts';
import { original } from '../../seed/people.ts';
import { number } from '../../seed/sessions.ts';
import { times } from '../../series.ts';

const CATEGORIES = ['User', 'Account', 'Role', 'Recording'];

export const logs = operations((on) => {
  on(api.listSignInActivities, (call) =>
    times(call, 'sign in', (at) => {
      const { account } = call;
      const { email } = original(account, number(account, `signed in/${at}`, account.users));
      return { email, client_type: 'Browser', type: number(account, `sign/${at}`, 2) === 0 ? 'Sign in' : 'Sign out' };
    }),
  );
  on(api.listOperationLogs, (call) => {
    const { account, query } = call;
    const asked = query.category_type ?? 'all';
    const all = times(call, 'operation', (at) => {
      const { email } = original(account, number(account, `changed/${at}`, account.users));
      const category_type = CATEGORIES[number(account, `category/${at}`, CATEGORIES.length)] ?? '';
      return { operator: original(account, 0).email, category_type, action: 'Update', operation_detail: email };
    });
    return all.filter(({ known }) => asked === 'all' || String(known.category_type).toLowerCase() === asked);
  });
});
