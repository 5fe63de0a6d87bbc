/** How much each user writes. */

import * as api from '../../../src/zoom/api/dashboards/chat.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { dashboardOf } from './dashboard.ts';
import { userIn } from './session.ts';

export const dashboardChatDomain: Domain = (builder) => {
  for (const shape of [api.DashboardChatUser, api.DashboardImUser])
    builder.objectField(objectOf(builder, shape), 'user', (t) =>
      t.zoomRef({
        of: User,
        link: ({ user_id, email }) => userIn({ id: user_id, email }),
        knownFields: [],
        description: 'The user who wrote.',
      }),
    );

  builder.objectFields(dashboardOf(builder), (t) => ({
    chat: t.zoomConnection({
      list: api.listChatMetrics,
      description: 'How much each user wrote in team chat within some days.',
    }),
    im: t.zoomConnection({
      list: api.listImMetrics,
      description: 'How much each user wrote and read in instant messages within some days; nothing since July 2021.',
    }),
  }));
};
