/** Zoom Phone: one root for all of its lists, each in its own file. */

import { partFor } from '../../../resolvers/call-for.ts';
import type { Context } from '../../../resolvers/context.ts';
import { Account } from '../../../src/zoom/api/accounts/accounts.entities.ts';
import { refOf } from '../../fields/entity.ts';
import { builder } from '../../types/builder.ts';
import { Phone } from './phone.ts';
import './sites.ts';
import './users.ts';
import './numbers.ts';
import './calling-plans.ts';
import './call-queues.ts';
import './devices.ts';
import './common-areas.ts';
import './call-logs.ts';
import './recordings.ts';
import './voicemails.ts';

const phone = {
  type: Phone,
  description: 'Zoom Phone in the account.',
  resolve: (parent: object, _: object, { store }: Context) => partFor(store, parent, {}),
};
builder.queryField('phone', (t) => t.field(phone));
builder.objectField(refOf(Account), 'phone', (t) => t.field(phone));
