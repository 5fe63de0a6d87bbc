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
import type { Agree, Differs, Item } from './agree.ts';

// Paging and date windows are the client's own business, not filters.
type Paging = 'page_size is only in the SDK' | 'next_page_token is only in the SDK';
type Window = 'from is only in the SDK' | 'to is only in the SDK';
// Deprecated: `group_ids` takes its place.
type Gone = 'group_id is only in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof api.Archive>, Item<ArchivingListArchivedFilesResponse, 'meetings'>>>,
  Agree<Differs<Of<typeof api.Archive>, ArchivingGetMeetingsArchivedFilesResponse>>,
  Agree<Differs<Of<typeof api.ListArchivesQuery>, ArchivingListArchivedFilesQueryParams, Paging | Window | Gone>>,
  Agree<Differs<Of<typeof api.ArchiveStatistics>, ArchivingGetArchivedFileStatisticsResponse>>,
  Agree<Differs<Of<typeof api.ArchiveStatisticsQuery>, ArchivingGetArchivedFileStatisticsQueryParams>>,
  Agree<Differs<Of<typeof api.ArchiveFileBody>, ArchivingUpdateArchivedFilesAutoDeleteStatusRequestBody>>,
];
