/** What accounts keep of their meetings and webinars for compliance. */
import { foundFor } from '../../resolvers/call-for.ts';
import { archivedFile, listedFile } from '../../resolvers/domains/files.ts';
import type { Entity } from '../../resolvers/entity.ts';
import { Account } from '../../src/zoom/api/accounts/accounts.entities.ts';
import { Archive, ArchiveFile } from '../../src/zoom/api/meetings/archives.entities.ts';
import * as api from '../../src/zoom/api/meetings/archives.ts';
import { Meeting } from '../../src/zoom/api/meetings/meetings.entities.ts';
import { MeetingInstance } from '../../src/zoom/api/meetings/past-meetings.entities.ts';
import { Group } from '../../src/zoom/api/users/groups.entities.ts';
import { User } from '../../src/zoom/api/users/users.entities.ts';
import { WebinarInstance } from '../../src/zoom/api/webinars/past-webinars.entities.ts';
import { Webinar } from '../../src/zoom/api/webinars/webinars.entities.ts';
import { wholeOf } from '../../src/zoom/declare/entity.ts';
import { edgeTo, entityObject, refOf } from '../fields/entity.ts';
import { allFilesIn } from '../fields/file-link.ts';
import type { Domain } from '../types/builder.ts';
import { objectOf, showAs } from '../types/shape.ts';
import { userIn } from './dashboards/session.ts';
import { instanceOf, webinarInstanceOf } from './recordings.ts';

export const archivesDomain: Domain = (builder) => {
  // An archive tells all of its files.
  const told = wholeOf(api.ArchiveFile);
  showAs(builder, api.ArchiveFile, {
    ref: refOf(builder, ArchiveFile),
    link: (file, { store }, archive) => foundFor(store, ArchiveFile, archive, file, told, (archive as Entity).params),
    cost: edgeTo(ArchiveFile, { knownFields: [...told] }),
  });

  entityObject(builder, Archive, {
    fields: (t) => ({
      host: t.zoomRef({
        of: User,
        requires: ['host_id'],
        link: (archive) => ({ id: archive.get('host_id') }),
        inverse: true,
        description: 'The user who hosted it; null for what another account hosted.',
      }),
      meeting: t.zoomRef({
        of: Meeting,
        requires: ['id', 'type'],
        link: (archive) => {
          const instance = instanceOf(archive);
          return instance && { id: instance.id, host_id: instance.host_id };
        },
        description: 'The meeting that was archived; null for a webinar, and for what another account hosted.',
      }),
      webinar: t.zoomRef({
        of: Webinar,
        requires: ['id', 'type'],
        link: (archive) => {
          const instance = webinarInstanceOf(archive);
          return instance && { id: instance.id, host_id: instance.host_id };
        },
        description: 'The webinar that was archived; null for a meeting, and for what another account hosted.',
      }),
      instance: t.zoomRef({
        of: MeetingInstance,
        requires: ['uuid', 'type'],
        link: instanceOf,
        description: 'The instance of the meeting that was archived; null for a webinar.',
      }),
      webinarInstance: t.zoomRef({
        of: WebinarInstance,
        requires: ['uuid', 'type'],
        link: webinarInstanceOf,
        description: 'The instance of the webinar that was archived; null for a meeting.',
      }),
      parent: t.zoomRef({
        of: MeetingInstance,
        requires: ['parent_meeting_id'],
        link: (archive) => ({ uuid: archive.get('parent_meeting_id') }),
        description: 'The instance of which it was a breakout room; null for anything else.',
      }),
      groups: t.zoomRefs({
        of: Group,
        requires: ['group_id'],
        links: (archive) =>
          archive
            .get('group_id')
            ?.split(',')
            .map((id) => ({ id: id.trim() })),
        description: 'The primary groups of the participants who belong to the account.',
      }),
      archiveLink: t.fileLink(allFilesIn('archive_files', 'all archived files')),
    }),
  });

  entityObject(builder, ArchiveFile, {
    fields: (t) => ({
      participant: t.zoomRef({
        of: User,
        requires: ['participant_email'],
        link: (file) => userIn({ email: file.get('participant_email') }),
        knownFields: ['email'],
        description: 'The user whom the file belongs to, if it is the file of one participant of this account.',
      }),
      downloadLink: t.fileLink({
        requires: ['download_url'],
        to: archivedFile,
        description: 'A link to the file; null where the file cannot be fetched yet, or is kept elsewhere.',
      }),
    }),
  });
  builder.objectField(objectOf(builder, api.PhysicalArchiveFile), 'downloadLink', (t) =>
    t.fileLink({
      to: (file, store) => listedFile(store, file as object),
      description: 'A link to the file.',
    }),
  );

  builder.objectFields(refOf(builder, Account), (t) => ({
    archives: t.zoomConnection({
      list: api.listArchives,
      of: Archive,
      path: () => ({}),
      description: 'What the account has archived, newest first.',
    }),
    archiveStatistics: t.zoomObject({
      get: api.getArchiveStatistics,
      path: () => ({}),
      description: 'How many files the account has archived within some time, seven days at most.',
    }),
  }));
  builder.objectField(refOf(builder, MeetingInstance), 'archive', (t) =>
    t.zoomLookup({
      of: Archive,
      params: ({ params }) => ({ meetingUUID: params.meetingId ?? '' }),
      requires: ['uuid'],
      optional: true,
      description: 'What was archived of it, if anything was.',
    }),
  );
  builder.objectField(refOf(builder, WebinarInstance), 'archive', (t) =>
    t.zoomLookup({
      of: Archive,
      params: ({ params }) => ({ meetingUUID: params.webinarId ?? '' }),
      requires: ['uuid'],
      optional: true,
      description: 'What was archived of it, if anything was.',
    }),
  );

  builder.queryField('archive', (t) =>
    t.zoomNode({
      of: Archive,
      id: 'The global id, or the uuid of what was archived.',
      description: 'What was archived of one instance of a meeting or webinar.',
    }),
  );

  builder.mutationFields((t) => ({
    updateArchiveFile: t.zoomMutation('updateArchiveFile', {
      endpoint: api.updateArchiveFile,
      description: 'Updates whether Zoom deletes an archived file when its time is over.',
      pathEntities: { fileId: ArchiveFile },
      payload: { archiveFile: ArchiveFile },
    }),
    deleteArchive: t.zoomMutation('deleteArchive', {
      endpoint: api.deleteArchive,
      description: 'Deletes all archived files of one instance of a meeting or webinar.',
      pathEntities: { meetingUUID: Archive },
      pathNames: { meetingUUID: 'archiveId' },
      payload: {},
      deletes: Archive,
    }),
  }));
};
