/** Who signed in, and what administrators did. */
import * as api from '../../../src/zoom/api/reports/logs.ts';
import { User } from '../../../src/zoom/api/users/users.entities.ts';
import type { Domain } from '../../types/builder.ts';
import { objectOf } from '../../types/shape.ts';
import { userIn } from '../dashboards/session.ts';
import { reportsOf } from './reports.ts';

export const reportLogsDomain: Domain = (builder) => {
  builder.objectField(objectOf(builder, api.SignInActivity), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ email }) => userIn({ email }),
      knownFields: ['email'],
      description: 'The user who signed in or out.',
    }),
  );
  builder.objectField(objectOf(builder, api.OperationLog), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ operator }) => (String(operator ?? '').includes('@') ? userIn({ email: operator }) : null),
      knownFields: ['email'],
      description: 'The user who did it; null where Zoom reports no email address.',
    }),
  );

  builder.objectFields(reportsOf(builder), (t) => ({
    signInActivities: t.zoomConnection({
      list: api.listSignInActivities,
      description: 'Who signed in and out, newest first.',
    }),
    operationLogs: t.zoomConnection({
      list: api.listOperationLogs,
      description: 'What administrators and users changed in the account, newest first.',
    }),
  }));
};
