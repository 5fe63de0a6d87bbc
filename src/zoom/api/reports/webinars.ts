/** Reports on what was asked and answered in webinars; the rest of them is that of the instance (webinars/past-webinars.ts). */
import { list as listing } from '../../declare/endpoint.ts';
import { dateTime, enumOf, id, list, renamed, shape, string } from '../../declare/shape.ts';
import { scopesOf } from './common.ts';
import { ReportPollResult } from './meetings.ts';

export const WebinarAnswer = shape(
  'WebinarAnswer',
  {
    user_id: id('The user who answered; null for people of other accounts.', { of: 'User' }),
    name: string('The name of whoever answered.'),
    email: string('The email address; mostly known for people of the account alone.'),
    content: string('What was answered.'),
    create_time: renamed('createTime', 'createdAt', dateTime('When it was answered.')),
    type: enumOf(
      'WebinarAnswerType',
      {
        DEFAULT: ['default', 'Zoom does not report how.'],
        HOST_ANSWERED_PUBLICLY: ['host_answered_publicly', 'By a host, for all to read.'],
        HOST_ANSWERED_PRIVATELY: ['host_answered_privately', 'By a host, for the one who asked.'],
        HOST_ANSWERED: ['host_answered', 'By a host.'],
        PARTICIPANT_COMMENTED: ['participant_commented', 'By another participant, as a comment.'],
      },
      'How it was answered.',
    ),
  },
  'One answer to a question that was asked in a webinar.',
);

const WebinarQuestion = shape(
  'WebinarQuestion',
  {
    question_id: id('The question.'),
    question: string('What was asked.'),
    answer: string('All answers as one text, with semicolons in between; "live answered" for what was answered aloud.'),
    create_time: renamed('createTime', 'createdAt', dateTime('When it was asked.')),
    question_status: enumOf(
      'WebinarQuestionStatus',
      {
        DEFAULT: ['default', 'Zoom does not report it.'],
        OPEN: ['open', 'Nobody has answered it.'],
        DISMISSED: ['dismissed', 'It was dismissed.'],
        ANSWERED: ['answered', 'It was answered.'],
        DELETED: ['deleted', 'It was deleted.'],
      },
      'What became of the question.',
    ),
    answer_details: list(WebinarAnswer, 'Each answer.'),
  },
  'A question that was asked in a webinar.',
);

export const ReportedQuestions = shape(
  'ReportedQuestions',
  {
    user_id: id('The user who asked; null for people of other accounts.', { of: 'User' }),
    name: string('The name of the person; questions may be asked without it.'),
    email: string('The email address; mostly known for people of the account alone.'),
    question_details: list(WebinarQuestion, 'The questions, each with its answers.'),
  },
  'What one person asked in a webinar, as the report has it.',
);

export const listWebinarReportPolls = listing('/report/webinars/{webinarId}/polls', {
  items: 'questions',
  of: ReportPollResult,
  limit: 'HEAVY',
  scopes: scopesOf('list_webinar_polls'),
});

export const listWebinarReportQuestions = listing('/report/webinars/{webinarId}/qa', {
  items: 'questions',
  of: ReportedQuestions,
  limit: 'HEAVY',
  scopes: scopesOf('webinar_qna'),
});
