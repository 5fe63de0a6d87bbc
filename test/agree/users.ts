import type {
  UsersAddAssistantsRequestBody,
  UsersAddAssistantsResponse,
  UsersCheckUserEmailQueryParams,
  UsersCheckUserEmailResponse,
  UsersCheckUsersPMRoomQueryParams,
  UsersCheckUsersPMRoomResponse,
  UsersCreateUsersRequestBody,
  UsersCreateUsersResponse,
  UsersDeleteUserQueryParams,
  UsersGetUserPermissionsResponse,
  UsersGetUserQueryParams,
  UsersGetUserResponse,
  UsersGetUserSettingsQueryParams,
  UsersGetUserSettingsResponse,
  UsersGetUsersTokenQueryParams,
  UsersGetUsersTokenResponse,
  UsersListUserAssistantsResponse,
  UsersListUserSchedulersResponse,
  UsersListUsersQueryParams,
  UsersListUsersResponse,
  UsersUpdateUserQueryParams,
  UsersUpdateUserRequestBody,
  UsersUpdateUserSettingsQueryParams,
  UsersUpdateUserSettingsRequestBody,
  UsersUpdateUserStatusRequestBody,
  UsersUpdateUsersEmailRequestBody,
  UsersUpdateUsersPasswordRequestBody,
  UsersUploadUsersProfilePictureRequestBody,
} from '@zoom/rivet/users';
import type * as assistants from '../../src/zoom/api/users/assistants.ts';
import type * as signIn from '../../src/zoom/api/users/sign-in.ts';
import type * as settings from '../../src/zoom/api/users/user-settings.ts';
import type * as api from '../../src/zoom/api/users/users.ts';
import type { Args } from '../../src/zoom/declare/endpoint.ts';
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Differs, Item } from './agree.ts';

type Query<E> = NonNullable<Args<E> extends { query?: infer Q } ? Q : never>;

// Paging and include_fields are the client's own business, not a filter.
type Paging = 'page_size is only in the SDK' | 'page_number is only in the SDK' | 'next_page_token is only in the SDK';
type Include = 'include_fields is only in the SDK';

export type Checks = [
  Agree<Differs<Of<typeof api.FetchedUser>, UsersGetUserResponse>>,
  Agree<Differs<Of<typeof api.ListedUser>, Item<UsersListUsersResponse, 'users'>>>,
  Agree<Differs<Of<typeof api.UserPermissions>, UsersGetUserPermissionsResponse>>,
  Agree<Differs<Of<typeof assistants.UserAssistant>, Item<UsersListUserAssistantsResponse, 'assistants'>>>,
  Agree<Differs<Of<typeof assistants.UserScheduler>, Item<UsersListUserSchedulersResponse, 'schedulers'>>>,
  Agree<Differs<Of<typeof assistants.AddAssistantsBody>, UsersAddAssistantsRequestBody>>,
  Agree<Differs<Of<typeof assistants.AddedAssistants>, UsersAddAssistantsResponse>>,
  Agree<Differs<Of<typeof signIn.UpdateUserPasswordBody>, UsersUpdateUsersPasswordRequestBody>>,
  Agree<Differs<Of<typeof signIn.UserToken>, UsersGetUsersTokenResponse>>,
  Agree<Differs<Query<typeof signIn.getUserToken>, UsersGetUsersTokenQueryParams>>,
  Agree<Differs<Of<typeof signIn.UserEmailCheck>, UsersCheckUserEmailResponse>>,
  Agree<Differs<Query<typeof signIn.checkUserEmail>, UsersCheckUserEmailQueryParams>>,
  Agree<Differs<Of<typeof signIn.VanityNameCheck>, UsersCheckUsersPMRoomResponse>>,
  Agree<Differs<Query<typeof signIn.checkVanityName>, UsersCheckUsersPMRoomQueryParams>>,
  // The SDK takes the path of a file, not the file.
  Agree<
    Differs<
      Of<NonNullable<(typeof api.uploadUserPicture)['body']>>,
      UsersUploadUsersProfilePictureRequestBody,
      'pic_file'
    >
  >,
  Agree<Differs<Of<typeof api.CreateUserBody>, UsersCreateUsersRequestBody>>,
  Agree<Differs<Of<typeof api.CreatedUser>, UsersCreateUsersResponse>>,
  Agree<Differs<Of<typeof api.UpdateUserBody>, UsersUpdateUserRequestBody>>,
  Agree<Differs<Of<typeof api.UpdateUserStatusBody>, UsersUpdateUserStatusRequestBody>>,
  Agree<Differs<Query<typeof api.listUsers>, UsersListUsersQueryParams, Paging | Include>>,
  Agree<Differs<Query<typeof api.getUser>, UsersGetUserQueryParams>>,
  Agree<Differs<Query<typeof api.updateUser>, UsersUpdateUserQueryParams>>,
  Agree<Differs<Of<typeof api.UpdateUserEmailBody>, UsersUpdateUsersEmailRequestBody>>,
  Agree<Differs<Query<typeof api.deleteUser>, UsersDeleteUserQueryParams>>,
  Agree<
    Differs<
      Of<typeof settings.UserSettings>,
      UsersGetUserSettingsResponse,
      // A list in the views that can be asked for, an object in another (see UserSettings).
      'authentication_options'
    >
  >,
  Agree<Differs<Of<typeof settings.UpdateUserSettingsBody>, UsersUpdateUserSettingsRequestBody>>,
  Agree<
    Differs<
      Query<typeof settings.getUserSettings>,
      UsersGetUserSettingsQueryParams,
      // Narrows the answer to some fields, which the shape already says.
      'custom_query_fields is only in the SDK'
    >
  >,
  Agree<Differs<Query<typeof settings.updateUserSettings>, UsersUpdateUserSettingsQueryParams>>,
];
