/** Who asks, as the gateway knows it: no call is made for it. */
import type { Session } from '../../resolvers/session.ts';
import { timeOf } from '../../src/zoom/declare/days.ts';
import type { Label } from '../../src/zoom/declare/endpoint.ts';
import type { Domain } from '../types/builder.ts';
import { permissionType } from '../types/permissions.ts';
import { rateLimitLabel } from '../types/rest.ts';

export const viewerDomain: Domain = (builder) => {
  const Calls = builder.objectRef<{ readonly label: Label; readonly calls: number }>('ViewerCalls').implement({
    description: 'REST calls of one class.',
    fields: (t) => ({
      label: t.expose('label', { type: rateLimitLabel(builder), nullable: false, description: 'Their class.' }),
      calls: t.exposeInt('calls', { nullable: false, description: 'How many there were.' }),
    }),
  });
  const Usage = builder.objectRef<Session['usage']['now']>('ViewerUsage').implement({
    description:
      'What was spent since midnight UTC, or since the gateway started, by requests that are over. Each process counts for itself.',
    fields: (t) => ({
      since: t.field({
        type: 'DateTime',
        nullable: false,
        description: 'The midnight.',
        resolve: ({ day }) => new Date(timeOf(day)),
      }),
      requests: t.exposeInt('requests', { nullable: false, description: 'Requests, this one included.' }),
      calls: t.exposeInt('calls', {
        nullable: false,
        description: 'REST calls that they made; calls of other requests that it shared are not counted.',
      }),
      byLimit: t.field({
        type: [Calls],
        nullable: false,
        description: 'The calls by class.',
        resolve: ({ byLimit }) =>
          Object.entries(byLimit).map(([label, calls]) => ({ label: label as Label, calls: calls ?? 0 })),
      }),
    }),
  });
  const Viewer = builder.objectRef<Pick<Session, 'principal' | 'permissions' | 'usage'>>('Viewer').implement({
    description: 'Who asks.',
    fields: (t) => ({
      name: t.exposeString('principal', {
        nullable: false,
        description: 'The name of the key, the subject of the token, or what stands for it where it has none.',
      }),
      permissions: t.field({
        type: [permissionType(builder)],
        nullable: false,
        description: 'What is permitted.',
        resolve: ({ permissions }) => permissions.list,
      }),
      usage: t.field({
        type: Usage,
        nullable: false,
        description: 'What was spent.',
        resolve: ({ usage }) => usage.now,
      }),
    }),
  });
  builder.queryField('viewer', (t) =>
    t.field({
      type: Viewer,
      nullable: false,
      needs: null,
      description: 'Who asks, as the gateway knows it: what is permitted, and what was spent.',
      resolve: (_, __, { viewer }) => viewer,
    }),
  );
};
