import { entity } from '../../declare/entity.ts';
import * as api from './surveys.ts';

export const Survey = entity('Survey', {
  shape: api.Survey,
  key: { surveyId: 'survey_id' },
  get: api.getSurvey,
  foundIn: [api.listSurveys],
});

/** One use of a survey: Zoom reads none by its id, so that it is looked for among those of its survey. */
export const SurveyInstance = entity('SurveyInstance', {
  shape: api.SurveyInstance,
  key: { surveyId: 'survey_id', instanceId: 'instance_id' },
  foundIn: [api.listSurveyInstances],
});
