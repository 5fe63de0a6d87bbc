/** Cloud recordings, their files and how they are shared. */

import { ownAccount } from '../../resolvers/account-scope.ts';
import { listedFile } from '../../resolvers/domains/files.ts';
import { transcriptOf } from '../../resolvers/domains/transcripts.ts';
import type { Transcript, TranscriptLine } from '../../resolvers/domains/vtt.ts';
import type { Entity } from '../../resolvers/entity.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../src/zoom/api/meetings/past-meetings.entities.ts';
import { listInstances } from '../../src/zoom/api/meetings/past-meetings.ts';
import { Recording, RecordingRegistrant } from '../../src/zoom/api/meetings/recordings.entities.ts';
import * as api from '../../src/zoom/api/meetings/recordings.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance } from '../../src/zoom/api/webinars/past-webinars.entities.ts';
import { Webinar } from '../../src/zoom/api/webinars/webinars.entities.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import { entityObject, needed, refOf } from '../fields/entity.ts';
import { allFilesIn } from '../fields/file-link.ts';
import { type Builder, type Domain, perBuilder } from '../types/builder.ts';
import { objectOf } from '../types/shape.ts';
import { userIn } from './dashboards/session.ts';

type Kept = Pick<Of<typeof api.Recording>, 'uuid' | 'id' | 'host_id' | 'type'>;
const toldBy = (kept: Entity<Kept>) => ({
  uuid: kept.get('uuid'),
  id: kept.get('id'),
  host_id: kept.get('host_id'),
});
/** What a recording or an archive tells of the instance that it is of; null where that is none of a meeting. */
export const instanceOf = (kept: Entity<Kept>) => (api.isOfNoMeeting(kept.get('type')) ? null : toldBy(kept));
/** The same of a webinar. */
export const webinarInstanceOf = (kept: Entity<Kept>) => (api.isOfWebinar(kept.get('type')) ? toldBy(kept) : null);

const transcriptType = perBuilder((builder: Builder) => {
  const Line = builder.objectRef<TranscriptLine>('TranscriptLine').implement({
    description: 'What one person said in one go.',
    fields: (t) => ({
      start: t.exposeFloat('start', { nullable: false, description: 'When it begins, in seconds from the beginning.' }),
      end: t.exposeFloat('end', { nullable: false, description: 'When it ends, in seconds from the beginning.' }),
      speaker: t.exposeString('speaker', {
        nullable: true,
        description: 'Who said it, by the name in the meeting; null where the transcript does not say.',
      }),
      text: t.exposeString('text', { nullable: false, description: 'What was said.' }),
    }),
  });
  return builder.objectRef<Transcript>('Transcript').implement({
    description: 'What was said in a recording.',
    fields: (t) => ({
      text: t.exposeString('text', { nullable: false, description: 'All of it, a line for each, with who said it.' }),
      lines: t.field({
        type: [Line],
        nullable: false,
        description: 'The same with times.',
        resolve: ({ lines }) => [...lines],
      }),
    }),
  });
});

export const recordingsDomain: Domain = (builder) => {
  entityObject(builder, Recording, {
    fields: (t) => ({
      host: t.zoomRef({
        of: User,
        requires: ['host_id'],
        link: (recording) => ({ id: recording.get('host_id') }),
        inverse: true,
        description: 'The user who hosted what was recorded.',
      }),
      meeting: t.zoomRef({
        of: Meeting,
        requires: ['id', 'type'],
        link: (recording) => {
          const told = instanceOf(recording);
          return told && { id: told.id, host_id: told.host_id };
        },
        description: 'The meeting that was recorded; null for a webinar or an upload.',
      }),
      instance: t.zoomRef({
        of: MeetingInstance,
        requires: ['uuid', 'type'],
        link: instanceOf,
        description: 'The instance of the meeting that was recorded; null for a webinar or an upload.',
      }),
      webinar: t.zoomRef({
        of: Webinar,
        requires: ['id', 'type'],
        link: (recording) => {
          const told = webinarInstanceOf(recording);
          return told && { id: told.id, host_id: told.host_id };
        },
        description: 'The webinar that was recorded; null for a meeting or an upload.',
      }),
      webinarInstance: t.zoomRef({
        of: WebinarInstance,
        requires: ['uuid', 'type'],
        link: webinarInstanceOf,
        description: 'The instance of the webinar that was recorded; null for a meeting or an upload.',
      }),
      downloadToken: t.zoomValue({
        get: api.getDownloadToken,
        field: 'download_access_token',
        description: 'A token that fetches the files, with a lifetime of your choice.',
      }),
      transcript: t.field({
        type: transcriptType(builder),
        nullable: true,
        description:
          'What was said, as text: of the file of type TRANSCRIPT, or of CC where there is none; null where there is neither. It takes a download for each recording, which counts to no rate limit and is no call of a dry run, but is one of the calls that a request may make at most; `extensions.zoom.downloads` counts them.',
        extensions: { requires: ['recording_files'], isOfTheMoment: true },
        resolve: async (recording, _, context) => {
          await needed(recording, ['recording_files'], context);
          return transcriptOf(recording, context);
        },
      }),
      archiveLink: t.fileLink(allFilesIn('recording_files', 'all files of the recording')),
      settings: t.zoomObject({ get: api.getRecordingSettings, description: 'How the recording is shared.' }),
      registrants: t.zoomConnection({
        list: api.listRecordingRegistrants,
        of: RecordingRegistrant,
        perValue: { param: 'status', default: ['APPROVED'] },
        description: 'Those who registered to watch the recording, by status.',
      }),
      registrationQuestions: t.zoomObject({
        get: api.getRecordingQuestions,
        description: 'What people are asked when they register to watch the recording.',
      }),
      uses: t.zoomConnection({
        list: api.listRecordingUse,
        description: 'Each time that somebody watched or downloaded the recording.',
      }),
      usesByDay: t.zoomConnection({
        list: api.listRecordingUseByDay,
        description: 'How often the recording was watched and downloaded, day by day.',
      }),
    }),
  });

  for (const file of [api.RecordingFile, api.ParticipantAudioFile])
    builder.objectField(objectOf(builder, file), 'downloadLink', (t) =>
      t.fileLink({
        to: (file, store) => listedFile(store, file as object),
        description: 'A link to the file; null where the file cannot be fetched yet, or is kept elsewhere.',
      }),
    );

  entityObject(builder, RecordingRegistrant);
  builder.objectField(objectOf(builder, api.RecordingUse), 'user', (t) =>
    t.zoomRef({
      of: User,
      link: ({ email }) => userIn({ email }),
      knownFields: ['email'],
      description: 'The user who did it, if the person is of this account.',
    }),
  );

  builder.objectField(refOf(builder, User), 'recordings', (t) =>
    t.zoomConnection({
      list: api.listKeptRecordings,
      of: Recording,
      description: 'The cloud recordings of meetings that the user hosted, newest first.',
    }),
  );
  builder.objectField(refOf(builder, User), 'trashedRecordings', (t) =>
    t.zoomConnection({
      list: api.listTrashedRecordings,
      of: Recording,
      constants: { trash: true },
      description: 'The cloud recordings of the user that are in the trash, whatever their date.',
    }),
  );
  builder.objectField(refOf(builder, Account), 'recordings', (t) =>
    t.zoomConnection({
      list: api.listAccountRecordings,
      of: Recording,
      path: () => ownAccount,
      description: 'The cloud recordings of the account, newest first.',
    }),
  );
  builder.objectField(refOf(builder, Meeting), 'recordings', (t) =>
    t.zoomConnection({
      list: listInstances,
      of: Recording,
      verifyExists: true,
      description:
        'The cloud recordings of all instances of the meeting. A page holds less than `first` where some were not recorded.',
    }),
  );
  builder.objectField(refOf(builder, MeetingInstance), 'recording', (t) =>
    t.zoomLookup({
      of: Recording,
      params: (instance) => instance.params,
      optional: true,
      description: 'The cloud recording, if there is one.',
    }),
  );
  builder.objectField(refOf(builder, WebinarInstance), 'recording', (t) =>
    t.zoomLookup({
      of: Recording,
      params: ({ params }) => ({ meetingId: params.webinarId ?? '' }),
      optional: true,
      description: 'The cloud recording, if there is one.',
    }),
  );

  builder.queryField('recording', (t) =>
    t.zoomNode({
      of: Recording,
      id: 'The global id, the uuid of what was recorded, or a meeting number for its latest instance.',
      description: 'One recording.',
    }),
  );

  const pathEntities = { meetingId: Recording };
  const pathNames = { meetingId: 'recordingId' };
  const ofFile = {
    pathEntities,
    pathNames: { ...pathNames, recordingId: 'fileId' },
    pathDescriptions: { recordingId: "The file's `zoomId`." },
  };
  const statusOf = (action: string, description: string) => ({
    endpoint: api.updateRecordingRegistrantsStatus,
    description,
    pathEntities,
    pathNames,
    constants: { body: { action } },
    payload: { recording: Recording },
  });
  builder.mutationFields((t) => ({
    addRecordingRegistrant: t.zoomMutation('addRecordingRegistrant', {
      endpoint: api.addRecordingRegistrant,
      description: 'Registers a person to watch a recording on demand.',
      pathEntities,
      pathNames,
      payload: {
        recording: Recording,
        registrant: {
          of: RecordingRegistrant,
          params: ({ path: { meetingId = '' }, answer: { registrant_id: id } }) =>
            typeof id === 'string' ? { meetingId, registrantId: id } : undefined,
        },
      },
      exposeResponse: true,
    }),
    approveRecordingRegistrants: t.zoomMutation(
      'approveRecordingRegistrants',
      statusOf('approve', 'Approves registrants of a recording: they can watch it.'),
    ),
    denyRecordingRegistrants: t.zoomMutation(
      'denyRecordingRegistrants',
      statusOf('deny', 'Denies registrants of a recording: they cannot watch it.'),
    ),
    updateRecordingRegistrationQuestions: t.zoomMutation('updateRecordingRegistrationQuestions', {
      endpoint: api.updateRecordingQuestions,
      description: 'Updates what people are asked when they register to watch a recording.',
      pathEntities,
      pathNames,
      payload: { recording: Recording },
    }),
    deleteRecording: t.zoomMutation('deleteRecording', {
      endpoint: api.deleteRecording,
      description: 'Deletes a recording with all its files: moves it to the trash, or deletes it permanently.',
      pathEntities,
      pathNames,
      payload: {},
      deletes: Recording,
    }),
    deleteRecordingFile: t.zoomMutation('deleteRecordingFile', {
      endpoint: api.deleteRecordingFile,
      description: 'Deletes one file of a recording: moves it to the trash, or deletes it permanently.',
      ...ofFile,
      payload: { recording: Recording },
    }),
    recoverRecording: t.zoomMutation('recoverRecording', {
      endpoint: api.recoverRecording,
      description: 'Recovers a recording with all its files from the trash.',
      pathEntities: { meetingUUID: Recording },
      pathNames: { meetingUUID: 'recordingId' },
      constants: { body: { action: 'recover' } },
      payload: { recording: { of: Recording, params: ({ path }) => ({ meetingId: path.meetingUUID ?? '' }) } },
    }),
    recoverRecordingFile: t.zoomMutation('recoverRecordingFile', {
      endpoint: api.recoverRecordingFile,
      description: 'Recovers one file of a recording from the trash.',
      ...ofFile,
      constants: { body: { action: 'recover' } },
      payload: { recording: Recording },
    }),
    updateRecordingSettings: t.zoomMutation('updateRecordingSettings', {
      endpoint: api.updateRecordingSettings,
      description: 'Updates the settings of a recording: how it is shared. What is left out stays.',
      pathEntities,
      pathNames,
      payload: { recording: Recording },
    }),
  }));
};
