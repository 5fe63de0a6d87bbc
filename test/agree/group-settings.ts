import type {
  GroupsGetGroupsSettingsQueryParams,
  GroupsGetGroupsSettingsResponse,
  GroupsGetLockedSettingsQueryParams,
  GroupsGetLockedSettingsResponse,
  GroupsUpdateGroupsSettingsQueryParams,
  GroupsUpdateGroupsSettingsRequestBody,
  GroupsUpdateLockedSettingsQueryParams,
  GroupsUpdateLockedSettingsRequestBody,
} from '@zoom/rivet/users';
import type * as locks from '../../src/zoom/api/users/group-locks.ts';
import type * as api from '../../src/zoom/api/users/group-settings.ts';
import type { Endpoint } from '../../src/zoom/declare/endpoint.ts';
import type { Of, Shape } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs } from './agree.ts';

type Answered<E extends Endpoint<string, Shape | undefined, undefined, Shape>> = Of<NonNullable<E['of']>>;

export type Checks = [
  Agree<Differs<Answered<typeof api.getGroupSettings>, GroupsGetGroupsSettingsResponse>>,
  Agree<Differs<Of<typeof api.UpdateGroupSettingsBody>, GroupsUpdateGroupsSettingsRequestBody>>,
  Agree<
    Asks<
      typeof api.getGroupSettings,
      GroupsGetGroupsSettingsQueryParams,
      // Narrows the answer to some fields, which the shape already says.
      'custom_query_fields is only in the SDK'
    >
  >,
  Agree<Asks<typeof api.updateGroupSettings, GroupsUpdateGroupsSettingsQueryParams>>,
  Agree<Differs<Answered<typeof locks.getGroupLockedSettings>, GroupsGetLockedSettingsResponse>>,
  Agree<Asks<typeof locks.getGroupLockedSettings, GroupsGetLockedSettingsQueryParams>>,
  Agree<Differs<Of<typeof locks.UpdateGroupLockedSettingsBody>, GroupsUpdateLockedSettingsRequestBody>>,
  Agree<Asks<typeof locks.updateGroupLockedSettings, GroupsUpdateLockedSettingsQueryParams>>,
];
