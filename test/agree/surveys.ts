import type {
  SurveyManagementGetSurveyAnswersQueryParams,
  SurveyManagementGetSurveyAnswersResponse,
  SurveyManagementGetSurveyInfoResponse,
  SurveyManagementGetSurveyInstancesQueryParams,
  SurveyManagementGetSurveyInstancesResponse,
  SurveyManagementGetSurveysQueryParams,
  SurveyManagementGetSurveysResponse,
} from '@zoom/rivet/accounts';
import type * as api from '../../src/zoom/api/meetings/surveys.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

export type Checks = [
  Agree<Differs<Of<typeof api.ListedSurvey>, Item<SurveyManagementGetSurveysResponse, 'surveys'>>>,
  Agree<Differs<Of<typeof api.Survey>, SurveyManagementGetSurveyInfoResponse>>,
  Agree<Differs<Of<typeof api.SurveyAnswer>, Item<SurveyManagementGetSurveyAnswersResponse, 'survey_answers'>>>,
  Agree<
    Differs<
      Of<typeof api.SurveyInstance>,
      Item<SurveyManagementGetSurveyInstancesResponse, 'survey_instances'>,
      // Newer than the SDK, which has texts here; truth values and numbers in the documents and in the SDK's own survey.
      | 'meeting_id is not in the SDK'
      | 'anonymous'
      | 'survey_questions[].options[].option_order'
      | 'survey_questions[].sub_questions[].sub_question_order'
    >
  >,
  Agree<Asks<typeof api.listSurveyAnswers, SurveyManagementGetSurveyAnswersQueryParams>>,
  Agree<Asks<typeof api.listSurveyInstances, SurveyManagementGetSurveyInstancesQueryParams>>,
  Agree<Asks<typeof api.listSurveys, SurveyManagementGetSurveysQueryParams>>,
];
