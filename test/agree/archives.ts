import type {
  ArchivingGetArchivedFileStatisticsQueryParams,
  ArchivingGetArchivedFileStatisticsResponse,
  ArchivingGetMeetingsArchivedFilesResponse,
  ArchivingListArchivedFilesQueryParams,
  ArchivingListArchivedFilesResponse,
  ArchivingUpdateArchivedFilesAutoDeleteStatusRequestBody,
} from '@zoom/rivet/meetings';
import type * as api from '../../src/zoom/api/meetings/archives.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

// Deprecated: `group_ids` takes its place.
type Gone = 'group_id is only in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof api.Archive>, Item<ArchivingListArchivedFilesResponse, 'meetings'>>>,
  Agree<Differs<Of<typeof api.Archive>, ArchivingGetMeetingsArchivedFilesResponse>>,
  Agree<Asks<typeof api.listArchives, ArchivingListArchivedFilesQueryParams, Gone>>,
  Agree<Differs<Of<typeof api.ArchiveStatistics>, ArchivingGetArchivedFileStatisticsResponse>>,
  Agree<Asks<typeof api.getArchiveStatistics, ArchivingGetArchivedFileStatisticsQueryParams>>,
  Agree<Differs<Of<typeof api.ArchiveFileBody>, ArchivingUpdateArchivedFilesAutoDeleteStatusRequestBody>>,
];
