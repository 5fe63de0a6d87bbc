/** The dashboards: one root for all of them, each topic in its own file. */

import { partFor } from '../../../resolvers/call-for.ts';
import type { Context } from '../../../resolvers/context.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { refOf } from '../../fields/entity.ts';
import { builder } from '../../types/builder.ts';
import { Dashboard } from './dashboard.ts';
import './meetings.ts';
import './webinars.ts';
import './rooms.ts';
import './chat.ts';
import './clients.ts';
import './usage.ts';

const dashboard = {
  type: Dashboard,
  description: 'The dashboards of the account. Zoom allows few calls of these a minute.',
  resolve: (parent: object, _: object, { store }: Context) => partFor(store, parent, {}),
};
builder.queryField('dashboard', (t) => t.field(dashboard));
builder.objectField(refOf(Account), 'dashboard', (t) => t.field(dashboard));
