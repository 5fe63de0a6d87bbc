/** Those who registered for a webinar, what they were asked, and by which links they came. Much is that of meetings. */
import { byToken, get, list as listing, patch, post, put } from '../../declare/endpoint.ts';
import { bool, delimitedIds, enumOf, id, int, list, named, renamed, shape, string, url } from '../../declare/shape.ts';
import { wrongKind } from '../meetings/meetings.ts';
import * as meetings from '../meetings/registrants.ts';
import { reading, writing } from './webinars.ts';

export const WebinarRegistrant = named(
  'WebinarRegistrant',
  meetings.Registrant.omit({ participant_pin_code: true }).extend({ language: meetings.registrantLanguage.optional() }),
  'A person who registered for a webinar.',
);
/** What the list carries (docs/zoom.md 13.3). */
export const ListedWebinarRegistrant = named('ListedWebinarRegistrant', WebinarRegistrant.omit({ language: true }));

export const AddWebinarRegistrantBody = named(
  'AddWebinarRegistrantBody',
  meetings.AddRegistrantBody.omit({ auto_approve: true }).extend({
    source_id: id('The tracking source by whose link the person came.', { of: 'TrackingSource' }).optional(),
  }),
);

export const WebinarRegistration = named(
  'WebinarRegistration',
  meetings.Registration.omit({ participant_pin_code: true }),
);

export const WebinarRegistrantsStatusBody = meetings.registrantsStatusBody('Webinar', 'WebinarRegistrant');

/** The account's own questions are answered likewise. */
export const webinarQuestionType = enumOf(
  'WebinarQuestionType',
  {
    SHORT: ['short', 'The registrant writes a short text.'],
    SINGLE_RADIO: ['single_radio', 'The registrant chooses one of the `answers`, all of which are shown.'],
    SINGLE_DROPDOWN: ['single_dropdown', 'The registrant chooses one of the `answers` in a drop-down list.'],
    MULTIPLE: ['multiple', 'The registrant chooses any number of the `answers`.'],
  },
  'How the question is answered.',
);

export const CustomWebinarQuestion = shape(
  'CustomWebinarQuestion',
  {
    title: string('The question.'),
    type: webinarQuestionType,
    answers: list(string(), 'The answers to choose from.'),
    required: bool('Whether it must be answered.'),
  },
  'A question to the registrants of a webinar, which the host wrote.',
);

/** Read and updated alike. */
export const WebinarRegistrationQuestions = shape(
  'WebinarRegistrationQuestions',
  {
    questions: list(meetings.RegistrationQuestion, "Zoom's own questions that are asked."),
    custom_questions: list(CustomWebinarQuestion, 'The questions that the host wrote.'),
  },
  'What people are asked when they register, besides first name and email.',
);

export const TrackingSource = shape(
  'TrackingSource',
  {
    id: id('The tracking source.'),
    source_name: renamed('sourceName', 'name', string('What the host calls it.')),
    tracking_url: url('The link to register by.'),
    registration_count: int('How many people registered by the link.'),
    visitor_count: int('How many people opened the link.'),
  },
  'A link to the registration of a webinar, by which the host sees where people came from.',
);

const occurrence = id('One occurrence of a recurring webinar.');
export const ListWebinarRegistrantsQuery = shape('ListWebinarRegistrantsQuery', {
  occurrence_id: occurrence,
  status: meetings.RegistrantStatus.describe('APPROVED by default.'),
  tracking_source_id: id('Only those who came by the link of this tracking source.', { of: 'TrackingSource' }),
});
export const GetWebinarRegistrantQuery = shape('GetWebinarRegistrantQuery', { occurrence_id: occurrence });
export const AddWebinarRegistrantQuery = shape('AddWebinarRegistrantQuery', {
  occurrence_ids: delimitedIds(',', 'The occurrences to register for.'),
});
export const WebinarRegistrantsStatusQuery = shape('WebinarRegistrantsStatusQuery', { occurrence_id: occurrence });

export const listWebinarRegistrants = listing('/webinars/{webinarId}/registrants', {
  items: 'registrants',
  of: ListedWebinarRegistrant,
  query: ListWebinarRegistrantsQuery,
  paging: byToken(300),
  filters: { status: 'status' },
  limit: 'MEDIUM',
  scopes: reading,
  codes: wrongKind,
});

export const getWebinarRegistrant = get('/webinars/{webinarId}/registrants/{registrantId}', {
  of: WebinarRegistrant,
  query: GetWebinarRegistrantQuery,
  limit: 'LIGHT',
  scopes: reading,
  codes: wrongKind,
});

/** Zoom takes three a day for the same person and webinar (docs/zoom.md 2.2). */
export const addWebinarRegistrant = post('/webinars/{webinarId}/registrants', {
  query: AddWebinarRegistrantQuery,
  body: AddWebinarRegistrantBody,
  of: WebinarRegistration,
  limit: 'LIGHT',
  scopes: writing,
  codes: wrongKind,
});

/** Zoom takes ten a day for the same person and webinar (docs/zoom.md 2.2). */
export const updateWebinarRegistrantsStatus = put('/webinars/{webinarId}/registrants/status', {
  query: WebinarRegistrantsStatusQuery,
  body: WebinarRegistrantsStatusBody,
  limit: 'MEDIUM',
  scopes: writing,
  codes: wrongKind,
});

export const getWebinarRegistrationQuestions = get('/webinars/{webinarId}/registrants/questions', {
  of: WebinarRegistrationQuestions,
  limit: 'LIGHT',
  scopes: reading,
  codes: wrongKind,
});

export const updateWebinarRegistrationQuestions = patch('/webinars/{webinarId}/registrants/questions', {
  body: WebinarRegistrationQuestions,
  limit: 'LIGHT',
  scopes: writing,
  codes: wrongKind,
});

export const listTrackingSources = listing('/webinars/{webinarId}/tracking_sources', {
  items: 'tracking_sources',
  of: TrackingSource,
  limit: 'MEDIUM',
  scopes: reading,
});
