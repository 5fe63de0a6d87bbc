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
      description: 'The participants who reported it, and their meetings, newest first. It has days of its own.',
    }),
  }));
  builder.objectFields(objectOf(builder, api.ClientFeedbackDetail), (t) => ({
    user: t.zoomRef({
      of: User,
      link: ({ email }) => userIn({ email }),
      knownFields: ['email'],
      description: 'The user, if Zoom reports who it was.',
    }),
    meeting: t.zoomRef({
      of: Meeting,
      link: ({ meeting_id }) => ({ id: Number(String(meeting_id ?? '').replace(/\D/g, '')) || null }),
      description: 'The meeting in which it was reported.',
    }),
  }));

  builder.objectFields(dashboardOf(builder), (t) => ({
    clientVersions: t.zoomConnection({
      list: api.listClientVersions,
      description: 'The versions of the client, and how many users have each.',
    }),
    clientFeedback: t.zoomConnection({
      list: api.listClientFeedback,
      description: 'Problems that participants reported after meetings.',
    }),
    satisfaction: t.zoomConnection({
      list: api.listClientSatisfaction,
      description: 'Daily counts of positive and negative meeting ratings.',
    }),
  }));
};
