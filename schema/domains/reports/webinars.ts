/** Reports on what was asked and answered in webinars. */
import * as api from '../../../src/zoom/api/reports/webinars.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance } from '../../../src/zoom/api/webinars/past-webinars.entities.ts';
import { refOf } from '../../fields/entity.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { userIn } from '../dashboards/session.ts';

export const reportWebinarsDomain: Domain = (builder) => {
  for (const [shape, description] of [
    [api.ReportedQuestions, 'The user who asked, if the person is of this account.'],
    [api.WebinarAnswer, 'The user who answered, if the person is of this account.'],
  ] as const)
    builder.objectField(objectOf(builder, shape), 'user', (t) =>
      t.zoomRef({
        of: User,
        link: ({ user_id, email }) => (user_id ? userIn({ id: user_id, email }) : null),
        description,
      }),
    );

  builder.objectFields(refOf(builder, WebinarInstance), (t) => ({
    reportedPollResults: t.zoomConnection({
      list: api.listWebinarReportPolls,
      description: 'What people answered in the polls, person by person. From the report of the webinar.',
    }),
    reportedQuestions: t.zoomConnection({
      list: api.listWebinarReportQuestions,
      description:
        'What people asked, person by person, with each answer and who gave it. From the report of the webinar.',
    }),
  }));
};
