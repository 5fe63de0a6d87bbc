/** What clients are in use, and what the people behind them thought. */

import * as api from '../../../src/zoom/api/dashboards/clients.ts';
import { Meeting } from '../../../src/zoom/api/meetings/meetings.entities.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { dashboardOf } from './dashboard.ts';
import { userIn } from './session.ts';

export const dashboardClientsDomain: Domain = (builder) => {
  builder.objectFields(objectOf(builder, api.ClientFeedback), (t) => ({
    details: t.zoomConnection({
      list: api.listClientFeedbackDetails,
      path: ({ feedback_id }) => ({ feedbackId: String(feedback_id ?? '') }),
      description: 'Who complained of it, and of which meeting, newest first. It has days of its own.',
    }),
  }));
  builder.objectFields(objectOf(builder, api.ClientFeedbackDetail), (t) => ({
    user: t.zoomRef({
      of: User,
      link: ({ email }) => userIn({ email }),
      knownFields: ['email'],
      description: 'The user, if Zoom tells who it was.',
    }),
    meeting: t.zoomRef({
      of: Meeting,
      link: ({ meeting_id }) => ({ id: Number(String(meeting_id ?? '').replace(/\D/g, '')) || null }),
      description: 'The meeting that was complained of.',
    }),
  }));

  builder.objectFields(dashboardOf(builder), (t) => ({
    clientVersions: t.zoomConnection({
      list: api.listClientVersions,
      description: 'The versions of the client, and how many users have each.',
    }),
    clientFeedback: t.zoomConnection({
      list: api.listClientFeedback,
      description: 'What people complained of when their meetings were over.',
    }),
    satisfaction: t.zoomConnection({
      list: api.listClientSatisfaction,
      description: 'How many thumbs went up and down, day by day.',
    }),
  }));
};
