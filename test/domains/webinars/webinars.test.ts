import { expect, test } from 'vitest';
import { globalId, leaves, reads, writes } from '../../rows.ts';
import { done, type Received, refusal, stub } from '../../stub.ts';

const ROW = { id: 95746065432, uuid: 'one', topic: 'Launch', type: 5, host_id: 'ann', host_email: 'ann@example.com' };
const AT = 'GET /webinars/95746065432';

leaves('a webinar: ids, and words for numbers', AT, (fields) => `{ webinar(id: "95746065432") { ${fields} } }`, [
  ['id', 95746065432, 'id', globalId('Webinar', '95746065432')],
  ['id', 95746065432, 'zoomId', '95746065432'],
  ['uuid', 'abc+/=', 'uuid', 'abc+/='],
  ['type', 9, 'type', 'RECURRING_FIXED_TIME'],
  ['creation_source', 'web_portal', 'creationSource', 'WEB_PORTAL'],
  [
    'recurrence',
    { type: 2, weekly_days: '2,4' },
    'recurrence { type weeklyDays }',
    { type: 'WEEKLY', weeklyDays: ['MONDAY', 'WEDNESDAY'] },
  ],
  ['occurrences', [{ status: 'deleted' }], 'occurrences { status }', [{ status: 'DELETED' }]],
  ['simulive_delay_start', { timeunit: 'minute' }, 'simuliveDelayStart { timeunit }', { timeunit: 'MINUTE' }],
  [
    'settings',
    {
      approval_type: 1,
      alternative_hosts: 'bob@example.com,cas@example.com',
      attendees_and_panelists_reminder_email_notification: { type: 3 },
      follow_up_absentees_email_notification: { type: 2 },
      question_and_answer: { answer_questions: 'only' },
      global_dial_in_numbers: [{ type: 'premium' }],
    },
    `settings { approvalType alternativeHosts attendeesAndPanelistsReminderEmailNotification { type }
      followUpAbsenteesEmailNotification { type } questionAndAnswer { answerQuestions } globalDialInNumbers { type } }`,
    {
      approvalType: 'MANUAL',
      alternativeHosts: ['bob@example.com', 'cas@example.com'],
      attendeesAndPanelistsReminderEmailNotification: { type: 'HOUR_AND_DAY' },
      followUpAbsenteesEmailNotification: { type: 'DAYS_2' },
      questionAndAnswer: { answerQuestions: 'ANSWERED' },
      globalDialInNumbers: [{ type: 'PREMIUM' }],
    },
  ],
]);

reads(
  [
    {
      name: 'the list of a user’s webinars tells what it carries, and the host without a call',
      query: '{ user(id: "ann") { webinars { nodes { zoomId topic type host { zoomId } } } } }',
      at: 'user.webinars.nodes',
      data: [{ zoomId: '95746065432', topic: 'Launch', type: 'SCHEDULED', host: { zoomId: 'ann' } }],
      calls: ['GET /users/ann/webinars?page_size=30'],
    },
    {
      name: 'alternative hosts are users',
      table: { [AT]: { ...ROW, settings: { alternative_hosts: 'bob@example.com,cas@example.com' } } },
      query: '{ webinar(id: "95746065432") { settings { alternativeHostUsers { email } } } }',
      at: 'webinar.settings',
      data: { alternativeHostUsers: [{ email: 'bob@example.com' }, { email: 'cas@example.com' }] },
      calls: [AT],
    },
    {
      name: 'the single webinar tells the rest',
      query: '{ user(id: "ann") { webinars(type: UPCOMING) { nodes { settings { onDemand } } } } }',
      at: 'user.webinars.nodes',
      data: [{ settings: { onDemand: true } }],
      calls: ['GET /users/ann/webinars?type=upcoming&page_size=30', AT],
    },
    {
      name: 'one occurrence is read by its id, and those that are over only where they are asked for',
      table: {
        [AT]: ({ query }: Received) =>
          query.has('occurrence_id')
            ? { ...ROW, topic: 'Moved' }
            : { ...ROW, occurrences: [{ occurrence_id: query.has('show_previous_occurrences') ? '176' : '177' }] },
      },
      query: `{ webinar(id: 95746065432) { occurrences { occurrenceId } allOccurrences { occurrenceId }
        occurrence(occurrenceId: "177") { topic } } }`,
      at: 'webinar',
      data: {
        occurrences: [{ occurrenceId: '177' }],
        allOccurrences: [{ occurrenceId: '176' }],
        occurrence: { topic: 'Moved' },
      },
      calls: ['', '?occurrence_id=177', '?show_previous_occurrences=true'].map((query) => `${AT}${query}`),
      together: true,
    },
    {
      name: 'panelists, polls and tracking sources come whole, each by one call',
      query: `{ webinar(id: 95746065432) { panelists { nodes { id name } } polls { nodes { id title } }
        trackingSources { nodes { id sourceName registrationCount } } } }`,
      at: 'webinar',
      data: {
        panelists: { nodes: [{ id: globalId('Panelist', '95746065432,eve'), name: 'Eve' }] },
        polls: { nodes: [{ id: globalId('WebinarPoll', '95746065432,lunch'), title: 'Lunch?' }] },
        trackingSources: {
          nodes: [{ id: globalId('TrackingSource', '95746065432,web'), sourceName: 'Website', registrationCount: 0 }],
        },
      },
      calls: ['panelists', 'polls', 'tracking_sources'].map((list) => `${AT}/${list}`),
      together: true,
    },
    {
      name: 'what people are asked, in the words of webinars',
      query:
        '{ webinar(id: 95746065432) { registrationQuestions { questions { fieldName } customQuestions { type } } } }',
      at: 'webinar.registrationQuestions',
      data: { questions: [{ fieldName: 'JOB_TITLE' }], customQuestions: [{ type: 'SINGLE_DROPDOWN' }] },
      calls: [`${AT}/registrants/questions`],
    },
  ],
  {
    'GET /users/ann/webinars': { webinars: [ROW], total_records: 1 },
    [AT]: { ...ROW, settings: { on_demand: true } },
    [`${AT}/panelists`]: { panelists: [{ id: 'eve', name: 'Eve' }] },
    [`${AT}/polls`]: { polls: [{ id: 'lunch', title: 'Lunch?' }] },
    [`${AT}/tracking_sources`]: { tracking_sources: [{ id: 'web', source_name: 'Website', registration_count: 0 }] },
    [`${AT}/registrants/questions`]: {
      questions: [{ field_name: 'job_title' }],
      custom_questions: [{ type: 'single_dropdown' }],
    },
  },
);

const EVE = { id: 'eve', email: 'eve@example.com', first_name: 'Eve', status: 'pending' };
const byStatus = ({ query }: Received) => ({ registrants: query.get('status') === 'pending' ? [EVE] : [] });

reads(
  [
    {
      name: 'registrants by status and tracking source, each of which Zoom takes one of',
      query: `{ webinar(id: 1) { registrants(status: [PENDING, DENIED], trackingSourceId: "web") {
        nodes { id zoomId status } } } }`,
      at: 'webinar.registrants.nodes',
      data: [{ id: globalId('WebinarRegistrant', '1,eve'), zoomId: 'eve', status: 'PENDING' }],
      calls: ['pending', 'denied'].map(
        (status) => `GET /webinars/1/registrants?tracking_source_id=web&status=${status}&page_size=30`,
      ),
    },
    {
      name: 'what the list does not tell of a registrant is a single read',
      query: '{ webinar(id: 1) { registrants(status: PENDING) { nodes { language } } } }',
      at: 'webinar.registrants.nodes',
      data: [{ language: 'DE_DE' }],
      calls: ['GET /webinars/1/registrants?status=pending&page_size=30', 'GET /webinars/1/registrants/eve'],
    },
    {
      name: 'a registrant by global id is a single read',
      query: `{ node(id: "${globalId('WebinarRegistrant', '1,eve')}") { ... on WebinarRegistrant { firstName } } }`,
      at: 'node',
      data: { firstName: 'Eve' },
      calls: ['GET /webinars/1/registrants/eve'],
    },
  ],
  {
    'GET /webinars/1/registrants': byStatus,
    'GET /webinars/1/registrants/eve': { ...EVE, language: 'de-DE' },
  },
);

const PEOPLE = `occurrenceId: "177", registrants: [{ id: "${globalId('WebinarRegistrant', '1,eve')}" }, { email: "g@b.c" }]`;

writes(
  [
    {
      name: 'createWebinar sends Zoom’s values, and gives what Zoom answered without a read',
      mutation: `createWebinar(input: {
        userId: "ann", type: RECURRING_FIXED_TIME, startTime: "2026-03-02T10:00:00+01:00",
        recurrence: { type: WEEKLY, weeklyDays: [MONDAY], endTimes: 3 }
        settings: { approvalType: MANUAL, audio: VOIP, alternativeHosts: ["bob@example.com", "cas@example.com"],
          questionAndAnswer: { answerQuestions: ALL }, attendeesAndPanelistsReminderEmailNotification: { enable: true, type: WEEK } }
      }) { webinar { zoomId topic host { zoomId } } }`,
      payload: { webinar: { zoomId: '95746065432', topic: 'Launch', host: { zoomId: 'ann' } } },
      calls: ['POST /users/ann/webinars'],
      body: {
        type: 9,
        start_time: '2026-03-02T09:00:00Z',
        recurrence: { type: 2, weekly_days: '2', end_times: 3 },
        settings: {
          approval_type: 1,
          audio: 'voip',
          alternative_hosts: 'bob@example.com,cas@example.com',
          question_and_answer: { answer_questions: 'all' },
          attendees_and_panelists_reminder_email_notification: { enable: true, type: 4 },
        },
      },
    },
    {
      name: 'updateWebinar of one occurrence names it in the query; with ids alone nothing is read again',
      mutation: 'updateWebinar(input: { webinarId: 1, occurrenceId: "177", duration: 0 }) { webinar { zoomId } }',
      payload: { webinar: { zoomId: '1' } },
      calls: ['PATCH /webinars/1?occurrence_id=177'],
      body: { duration: 0 },
    },
    {
      name: 'deleteWebinarOccurrence leaves the webinar, which is read again',
      mutation:
        'deleteWebinarOccurrence(input: { webinarId: 1, occurrenceId: "177" }) { webinar { occurrences { status } } }',
      payload: { webinar: { occurrences: [{ status: 'DELETED' }] } },
      calls: ['DELETE /webinars/1?occurrence_id=177', 'GET /webinars/1'],
    },
    {
      name: 'deleteWebinar tells registrants only when it is asked to',
      mutation: 'deleteWebinar(input: { webinarId: 1, cancelWebinarReminder: true }) { deletedWebinarId }',
      payload: { deletedWebinarId: globalId('Webinar', '1') },
      calls: ['DELETE /webinars/1?cancel_webinar_reminder=true'],
    },
    {
      name: 'endWebinar puts the action, and reads the webinar again for its next instance',
      mutation: 'endWebinar(input: { webinarId: 1 }) { webinar { uuid } }',
      payload: { webinar: { uuid: 'one' } },
      calls: ['PUT /webinars/1/status', 'GET /webinars/1'],
      body: { action: 'end' },
    },
    {
      name: 'addWebinarPanelists sends them all in one call, and the panelists are read anew',
      mutation: `addWebinarPanelists(input: { webinarId: 1, panelists: [
        { name: "Eve", email: "eve@example.com", nameTagPronouns: "she" }, { email: "fay@example.com" }] }) {
        webinar { zoomId panelists { nodes { zoomId } } } }`,
      payload: { webinar: { zoomId: '1', panelists: { nodes: [{ zoomId: 'eve' }] } } },
      calls: ['POST /webinars/1/panelists', 'GET /webinars/1/panelists'],
      body: {
        panelists: [{ name: 'Eve', email: 'eve@example.com', name_tag_pronouns: 'she' }, { email: 'fay@example.com' }],
      },
    },
    {
      name: 'removeWebinarPanelist takes a global id, and gives the id that is gone',
      mutation: `removeWebinarPanelist(input: { webinarId: 1, panelistId: "${globalId('Panelist', '1,eve')}" }) {
        deletedPanelistId }`,
      payload: { deletedPanelistId: globalId('Panelist', '1,eve') },
      calls: ['DELETE /webinars/1/panelists/eve'],
    },
    {
      name: 'removeAllWebinarPanelists is one call',
      mutation: 'removeAllWebinarPanelists(input: { webinarId: 1 }) { webinar { zoomId } }',
      payload: { webinar: { zoomId: '1' } },
      calls: ['DELETE /webinars/1/panelists'],
    },
    {
      name: 'addWebinarRegistrant sends the person, and gives what Zoom answered without a read',
      mutation: `addWebinarRegistrant(input: { webinarId: 1, occurrenceIds: ["177", "178"], email: "eve@example.com",
        firstName: "Eve", language: DE_DE, sourceId: "${globalId('TrackingSource', '1,web')}" }) {
        registrantId registrant { id } webinar { zoomId } }`,
      payload: {
        registrantId: 'eve',
        registrant: { id: globalId('WebinarRegistrant', '1,eve') },
        webinar: { zoomId: '1' },
      },
      calls: ['POST /webinars/1/registrants?occurrence_ids=177,178'],
      body: { email: 'eve@example.com', first_name: 'Eve', language: 'de-DE', source_id: 'web' },
    },
    ...['approve', 'deny', 'cancel'].map((action) => ({
      name: `${action}WebinarRegistrants puts its action`,
      mutation: `${action}WebinarRegistrants(input: { webinarId: 1, ${PEOPLE} }) { webinar { zoomId } }`,
      payload: { webinar: { zoomId: '1' } },
      calls: ['PUT /webinars/1/registrants/status?occurrence_id=177'],
      body: { action, registrants: [{ id: 'eve' }, { email: 'g@b.c' }] },
    })),
    {
      name: 'updateWebinarRegistrationQuestions sends them, and reads them again',
      mutation: `updateWebinarRegistrationQuestions(input: { webinarId: 1, questions: [{ fieldName: ORG, required: true }],
        customQuestions: [{ title: "How?", type: SINGLE_RADIO, answers: ["A", "B"] }] }) {
        webinar { registrationQuestions { questions { fieldName } } } }`,
      payload: { webinar: { registrationQuestions: { questions: [{ fieldName: 'ORG' }] } } },
      calls: ['PATCH /webinars/1/registrants/questions', 'GET /webinars/1/registrants/questions'],
      body: {
        questions: [{ field_name: 'org', required: true }],
        custom_questions: [{ title: 'How?', type: 'single_radio', answers: ['A', 'B'] }],
      },
    },
    {
      name: 'createWebinarPoll gives what Zoom answered without a read',
      mutation: `createWebinarPoll(input: { webinarId: 1, title: "Lunch?", questions: [{ name: "Pizza?", type: LONG_ANSWER }] }) {
        poll { id title } webinar { zoomId } }`,
      payload: { poll: { id: globalId('WebinarPoll', '1,lunch'), title: 'Lunch?' }, webinar: { zoomId: '1' } },
      calls: ['POST /webinars/1/polls'],
      body: { title: 'Lunch?', questions: [{ name: 'Pizza?', type: 'long_answer' }] },
    },
  ],
  {
    'POST /users/ann/webinars': ROW,
    'GET /webinars/1': { ...ROW, id: 1, occurrences: [{ occurrence_id: '177', status: 'deleted' }] },
    'PATCH /webinars/1': done(),
    'DELETE /webinars/1': done(),
    'PUT /webinars/1/status': done(),
    'POST /webinars/1/panelists': { id: '1', updated_at: '2026-03-02T09:00:00Z' },
    'GET /webinars/1/panelists': { panelists: [{ id: 'eve' }] },
    'DELETE /webinars/1/panelists': done(),
    'DELETE /webinars/1/panelists/eve': done(),
    'POST /webinars/1/registrants': { registrant_id: 'eve' },
    'PUT /webinars/1/registrants/status': done(),
    'PATCH /webinars/1/registrants/questions': done(),
    'GET /webinars/1/registrants/questions': { questions: [{ field_name: 'org' }] },
    'POST /webinars/1/polls': { id: 'lunch', title: 'Lunch?' },
  },
);

test('a user without webinars: the list is null with an error, and what is beside it is whole', async () => {
  const { run } = stub({
    'GET /users/ann': { id: 'ann', email: 'ann@example.com' },
    'GET /users/ann/webinars': refusal(400, 200, 'Webinar plan is missing.'),
  });
  const { data, errors } = await run('{ user(id: "ann") { email webinars { nodes { topic } } } }');
  expect(data).toEqual({ user: { email: 'ann@example.com', webinars: null } });
  expect(errors).toMatchObject([{ path: ['user', 'webinars'], extensions: { code: 'FORBIDDEN' } }]);
});
