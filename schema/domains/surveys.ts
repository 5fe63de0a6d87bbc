/** Surveys, where they were used, and what people answered. */

import { ownAccount } from '../../resolvers/account-scope.ts';
import { partFor } from '../../resolvers/call-for.ts';
import type { Entity } from '../../resolvers/entity.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../src/zoom/api/meetings/past-meetings.entities.ts';
import { Survey, SurveyInstance } from '../../src/zoom/api/meetings/surveys.entities.ts';
import * as api from '../../src/zoom/api/meetings/surveys.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { isWord } from '../../src/zoom/declare/shape.ts';
import { ownerOf } from '../fields/connection/owned.ts';
import { entityObject, refOf } from '../fields/entity.ts';
import type { Domain } from '../types/builder.ts';
import { notEmpty, ToldAccount, zoomIdIn } from '../types/ids.ts';
import { objectOf } from '../types/shape.ts';

interface Channel {
  readonly channelId: string;
}

export const surveysDomain: Domain = (builder) => {
  entityObject(builder, Survey, {
    fields: (t) => ({
      instances: t.zoomConnection({
        list: api.listSurveyInstances,
        of: SurveyInstance,
        description: 'The instances of the survey: each time that it was used.',
      }),
      answers: t.zoomConnection({
        list: api.listSurveyAnswers,
        withParent: true,
        description: 'What people answered, person by person, in all its uses.',
      }),
    }),
  });

  entityObject(builder, SurveyInstance, {
    fields: (t) => ({
      survey: t.zoomRef({
        of: Survey,
        link: ({ params }) => ({ survey_id: params.surveyId }),
        description: 'The survey as it is today.',
      }),
      meeting: t.zoomRef({
        of: Meeting,
        requires: ['meeting_id'],
        link: (instance) => {
          const id = instance.get('meeting_id');
          return id === null ? null : { id: Number(id) };
        },
        description: 'The meeting in which the survey was used.',
      }),
      meetingInstance: t.zoomRef({
        of: MeetingInstance,
        requires: ['product_type'],
        link: (instance) =>
          isWord(instance.get('product_type'), 'meeting') ? { uuid: instance.params.instanceId ?? null } : null,
        description: 'The instance of the meeting in which the survey was used.',
      }),
      answers: t.zoomConnection({
        list: api.listSurveyAnswers,
        withParent: true,
        parentQuery: { instance_id: ({ params }) => params.instanceId ?? '' },
        description: 'What people answered in this use, person by person.',
      }),
    }),
  });

  builder.objectField(objectOf(builder, api.SurveyAnswer), 'instance', (t) =>
    t.zoomRef({
      of: SurveyInstance,
      link: (answer) => ({
        survey_id: ownerOf<Entity>(answer).params.surveyId,
        instance_id: String(answer.instance_id ?? ''),
      }),
      description: 'The use of the survey in which it was answered.',
    }),
  );
  builder.objectField(objectOf(builder, api.SurveyAnswer), 'user', (t) =>
    t.zoomLookup({
      of: User,
      params: ({ email }) => (typeof email === 'string' && email.includes('@') ? { userId: email } : null),
      optional: true,
      description: 'The user who answered, if that was one of this account.',
    }),
  );

  const surveys = {
    list: api.listSurveys,
    of: Survey,
    path: () => ({}),
    description: 'The surveys, polls and quizzes of the account.',
  };
  builder.objectField(refOf(builder, Account), 'surveys', (t) => t.zoomConnection(surveys));

  /** Stands in for the channels of Team Chat, which the graph does not have. */
  const SurveyChannel = builder.objectRef<Channel>('SurveyChannel').implement({
    description: 'A channel of Team Chat, as far as surveys go.',
    fields: (t) => ({
      zoomId: t.exposeID('channelId', { nullable: false, description: 'What Zoom calls the channel.' }),
      instances: t.zoomConnection({
        list: api.listChannelSurveyInstances,
        of: SurveyInstance,
        path: ({ channelId }) => ({ ...ownAccount, channelId }),
        description: 'The uses of surveys in the channel.',
      }),
    }),
  });
  builder.objectField(refOf(builder, Account), 'surveyChannel', (t) =>
    t.field({
      type: SurveyChannel,
      nullable: true,
      description: 'A channel of the account, for the surveys in it.',
      args: { id: t.arg({ type: 'ID', required: true, description: "Zoom's own id of the channel." }) },
      resolve: (account, { id }, { store }, info) => {
        const channelId = zoomIdIn(
          notEmpty(String(id), 'argument.id'),
          undefined,
          'argument.id',
          new ToldAccount(info.schema),
        );
        return partFor(store, account, { channelId });
      },
    }),
  );

  builder.queryFields((t) => ({
    surveys: t.zoomConnection(surveys),
    survey: t.zoomNode({ of: Survey, id: "The global id or Zoom's own.", description: 'One survey.' }),
  }));
};
