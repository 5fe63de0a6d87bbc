import { entity, fromPath } from '../../declare/entity.ts';
import * as api from './archives.ts';

/** The archive of one run of a meeting or webinar, by the run's uuid. */
export const Archive = entity('Archive', {
  shape: api.Archive,
  key: { meetingUUID: 'uuid' },
  get: api.getArchive,
});

export const ArchiveFile = entity('ArchiveFile', {
  shape: api.ArchiveFile,
  key: { meetingUUID: fromPath, fileId: 'id' },
  foundIn: [api.listFilesOfArchive],
});
