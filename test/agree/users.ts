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
import type { Of } from '../../src/zoom/declare/shape.ts';
import type { Agree, Asks, Differs, Item } from './agree.ts';

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
  Agree<Asks<typeof signIn.getUserToken, UsersGetUsersTokenQueryParams>>,
  Agree<Differs<Of<typeof signIn.UserEmailCheck>, UsersCheckUserEmailResponse>>,
  Agree<Asks<typeof signIn.checkUserEmail, UsersCheckUserEmailQueryParams>>,
  Agree<Differs<Of<typeof signIn.VanityNameCheck>, UsersCheckUsersPMRoomResponse>>,
  Agree<Asks<typeof signIn.checkVanityName, UsersCheckUsersPMRoomQueryParams>>,
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
  Agree<Asks<typeof api.listUsers, UsersListUsersQueryParams>>,
  Agree<Asks<typeof api.getUser, UsersGetUserQueryParams>>,
  Agree<Asks<typeof api.updateUser, UsersUpdateUserQueryParams>>,
  Agree<Differs<Of<typeof api.UpdateUserEmailBody>, UsersUpdateUsersEmailRequestBody>>,
  Agree<Asks<typeof api.deleteUser, UsersDeleteUserQueryParams>>,
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
    Asks<
      typeof settings.getUserSettings,
      UsersGetUserSettingsQueryParams,
      // Narrows the answer to some fields, which the shape already says.
      'custom_query_fields is only in the SDK'
    >
  >,
  Agree<Asks<typeof settings.updateUserSettings, UsersUpdateUserSettingsQueryParams>>,
];
