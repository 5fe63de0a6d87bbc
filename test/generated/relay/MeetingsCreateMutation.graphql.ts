/**
 * @generated SignedSource<<ac79e4ed78b9555975b5323a6204edcd>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type AiCompanionAudienceInput = "ALL_PARTICIPANTS_AND_INVITEES" | "ALL_PARTICIPANTS_SINCE_JOINING" | "HOST" | "INTERNAL_PARTICIPANTS_AND_INVITEES" | "INTERNAL_PARTICIPANTS_SINCE_JOINING";
export type AutoRecordingInput = "CLOUD" | "LOCAL" | "NONE";
export type CountryRestrictionMethodInput = "APPROVE" | "DENY";
export type EncryptionTypeInput = "E2EE" | "ENHANCED_ENCRYPTION";
export type JoinBeforeHostTimeInput = "ANYTIME" | "MINUTES_10" | "MINUTES_15" | "MINUTES_5";
export type MeetingAudioInput = "BOTH" | "TELEPHONY" | "THIRD_PARTY" | "VOIP";
export type MeetingCalendarInput = "GOOGLE" | "OUTLOOK";
export type MeetingResourcePermissionInput = "COMMENTER" | "EDITOR" | "VIEWER";
export type MeetingResourceTypeInput = "WHITEBOARD";
export type MeetingTypeInput = "INSTANT" | "PAC" | "PERSONAL_MEETING_ROOM" | "PRESCHEDULED" | "RECURRING_FIXED_TIME" | "RECURRING_NO_FIXED_TIME" | "SCHEDULED" | "SCREEN_SHARE_ONLY";
export type QuestionVisibilityInput = "ALL" | "ANSWERED";
export type RecurrenceTypeInput = "DAILY" | "MONTHLY" | "WEEKLY";
export type RegistrationApprovalInput = "AUTOMATIC" | "MANUAL" | "NO_REGISTRATION";
export type RegistrationTypeInput = "FOR_EACH_OCCURRENCE" | "ONCE_FOR_ALL_OCCURRENCES" | "ONCE_FOR_CHOSEN_OCCURRENCES";
export type SummaryAudienceInput = "ALL_INVITEES" | "HOST" | "HOSTS" | "HOST_AND_INTERNAL_INVITEES";
export type WaitingRoomAudienceInput = "EVERYONE" | "USERS_NOT_IN_ACCOUNT" | "USERS_NOT_IN_ACCOUNT_OR_WHITELISTED_DOMAINS" | "USERS_NOT_ON_INVITE";
export type WaitingRoomModeInput = "CUSTOM" | "FOLLOW_SETTING";
export type WeekOfMonthInput = "FIRST" | "FOURTH" | "LAST" | "SECOND" | "THIRD";
export type WeekdayInput = "FRIDAY" | "MONDAY" | "SATURDAY" | "SUNDAY" | "THURSDAY" | "TUESDAY" | "WEDNESDAY";
export type CreateMeetingInput = {
  agenda?: string | null | undefined;
  defaultPassword?: boolean | null | undefined;
  duration?: number | null | undefined;
  password?: string | null | undefined;
  preSchedule?: boolean | null | undefined;
  recurrence?: RecurrenceInput | null | undefined;
  scheduleFor?: string | null | undefined;
  settings?: CreateMeetingSettingsInput | null | undefined;
  startTime?: string | null | undefined;
  templateId?: string | null | undefined;
  timezone?: string | null | undefined;
  topic?: string | null | undefined;
  trackingFields?: ReadonlyArray<TrackingFieldValueInput> | null | undefined;
  type?: MeetingTypeInput | null | undefined;
  userId: string;
};
export type RecurrenceInput = {
  endDateTime?: string | null | undefined;
  endTimes?: number | null | undefined;
  monthlyDay?: number | null | undefined;
  monthlyWeek?: WeekOfMonthInput | null | undefined;
  monthlyWeekDay?: WeekdayInput | null | undefined;
  repeatInterval?: number | null | undefined;
  type: RecurrenceTypeInput;
  weeklyDays?: ReadonlyArray<WeekdayInput> | null | undefined;
};
export type CreateMeetingSettingsInput = {
  additionalDataCenterRegions?: ReadonlyArray<string> | null | undefined;
  allowHostControlParticipantMuteState?: boolean | null | undefined;
  allowMultipleDevices?: boolean | null | undefined;
  alternativeHostManageCloudRecording?: boolean | null | undefined;
  alternativeHostManageMeetingSummary?: boolean | null | undefined;
  alternativeHostUpdatePolls?: boolean | null | undefined;
  alternativeHosts?: ReadonlyArray<string> | null | undefined;
  alternativeHostsEmailNotification?: boolean | null | undefined;
  approvalType?: RegistrationApprovalInput | null | undefined;
  approvedOrDeniedCountriesOrRegions?: CountryRestrictionInput | null | undefined;
  audio?: MeetingAudioInput | null | undefined;
  audioConferenceInfo?: string | null | undefined;
  authenticationDomains?: ReadonlyArray<string> | null | undefined;
  authenticationException?: ReadonlyArray<AuthenticationExceptionInput> | null | undefined;
  authenticationOption?: string | null | undefined;
  autoAddRecordingToVideoManagement?: VideoManagementInput | null | undefined;
  autoRecording?: AutoRecordingInput | null | undefined;
  autoStartAiCompanionQuestions?: boolean | null | undefined;
  autoStartMeetingSummary?: boolean | null | undefined;
  breakoutRoom?: BreakoutRoomPlanInput | null | undefined;
  calendarType?: MeetingCalendarInput | null | undefined;
  closeRegistration?: boolean | null | undefined;
  cnMeeting?: boolean | null | undefined;
  contactEmail?: string | null | undefined;
  contactName?: string | null | undefined;
  continuousMeetingChat?: MeetingChatInput | null | undefined;
  deviceTesting?: boolean | null | undefined;
  disableParticipantVideo?: boolean | null | undefined;
  emailInAttendeeReport?: boolean | null | undefined;
  emailNotification?: boolean | null | undefined;
  encryptionType?: EncryptionTypeInput | null | undefined;
  focusMode?: boolean | null | undefined;
  globalDialInCountries?: ReadonlyArray<string> | null | undefined;
  hostSaveVideoOrder?: boolean | null | undefined;
  hostVideo?: boolean | null | undefined;
  hostedInIndia?: boolean | null | undefined;
  internalMeeting?: boolean | null | undefined;
  jbhTime?: JoinBeforeHostTimeInput | null | undefined;
  joinBeforeHost?: boolean | null | undefined;
  languageInterpretation?: LanguageInterpretationInput | null | undefined;
  meetingAuthentication?: boolean | null | undefined;
  meetingInvitees?: ReadonlyArray<MeetingInviteeInput> | null | undefined;
  muteUponEntry?: boolean | null | undefined;
  participantFocusedMeeting?: boolean | null | undefined;
  participantVideo?: boolean | null | undefined;
  privateMeeting?: boolean | null | undefined;
  pushChangeToCalendar?: boolean | null | undefined;
  questionAndAnswer?: QuestionAndAnswerInput | null | undefined;
  registrantsConfirmationEmail?: boolean | null | undefined;
  registrantsEmailNotification?: boolean | null | undefined;
  registrationType?: RegistrationTypeInput | null | undefined;
  resources?: ReadonlyArray<MeetingResourceInput> | null | undefined;
  showShareButton?: boolean | null | undefined;
  signLanguageInterpretation?: SignLanguageInterpretationInput | null | undefined;
  summaryTemplateId?: string | null | undefined;
  usePmi?: boolean | null | undefined;
  waitingRoom?: boolean | null | undefined;
  waitingRoomOptions?: WaitingRoomOptionsInput | null | undefined;
  watermark?: boolean | null | undefined;
  whoCanAskQuestions?: AiCompanionAudienceInput | null | undefined;
  whoWillReceiveSummary?: SummaryAudienceInput | null | undefined;
};
export type CountryRestrictionInput = {
  approvedList?: ReadonlyArray<string> | null | undefined;
  deniedList?: ReadonlyArray<string> | null | undefined;
  enable?: boolean | null | undefined;
  method?: CountryRestrictionMethodInput | null | undefined;
};
export type AuthenticationExceptionInput = {
  email?: string | null | undefined;
  name?: string | null | undefined;
};
export type VideoManagementInput = {
  channels?: ReadonlyArray<VideoManagementChannelInput> | null | undefined;
  enable?: boolean | null | undefined;
};
export type VideoManagementChannelInput = {
  channelId?: string | null | undefined;
  name?: string | null | undefined;
};
export type BreakoutRoomPlanInput = {
  enable?: boolean | null | undefined;
  rooms?: ReadonlyArray<BreakoutRoomInput> | null | undefined;
};
export type BreakoutRoomInput = {
  name?: string | null | undefined;
  participantEmails?: ReadonlyArray<string> | null | undefined;
  participants?: ReadonlyArray<string> | null | undefined;
};
export type MeetingChatInput = {
  autoAddInvitedExternalUsers?: boolean | null | undefined;
  autoAddMeetingParticipants?: boolean | null | undefined;
  enable?: boolean | null | undefined;
};
export type LanguageInterpretationInput = {
  enable?: boolean | null | undefined;
  interpreters?: ReadonlyArray<LanguageInterpreterInput> | null | undefined;
};
export type LanguageInterpreterInput = {
  email?: string | null | undefined;
  interpreterLanguages?: ReadonlyArray<string> | null | undefined;
  languages?: ReadonlyArray<string> | null | undefined;
};
export type MeetingInviteeInput = {
  email?: string | null | undefined;
};
export type QuestionAndAnswerInput = {
  allowAnonymousQuestions?: boolean | null | undefined;
  allowSubmitQuestions?: boolean | null | undefined;
  attendeesCanComment?: boolean | null | undefined;
  attendeesCanUpvote?: boolean | null | undefined;
  enable?: boolean | null | undefined;
  questionVisibility?: QuestionVisibilityInput | null | undefined;
};
export type MeetingResourceInput = {
  permissionLevel?: MeetingResourcePermissionInput | null | undefined;
  resourceId?: string | null | undefined;
  resourceType?: MeetingResourceTypeInput | null | undefined;
};
export type SignLanguageInterpretationInput = {
  enable?: boolean | null | undefined;
  interpreters?: ReadonlyArray<SignLanguageInterpreterInput> | null | undefined;
};
export type SignLanguageInterpreterInput = {
  email?: string | null | undefined;
  signLanguage?: string | null | undefined;
};
export type WaitingRoomOptionsInput = {
  mode?: WaitingRoomModeInput | null | undefined;
  whoGoesToWaitingRoom?: WaitingRoomAudienceInput | null | undefined;
};
export type TrackingFieldValueInput = {
  field: string;
  value?: string | null | undefined;
};
export type MeetingsCreateMutation$variables = {
  connections: ReadonlyArray<string>;
  input: CreateMeetingInput;
};
export type MeetingsCreateMutation$data = {
  readonly createMeeting: {
    readonly meetingEdge: {
      readonly cursor: string;
      readonly node: {
        readonly id: string;
        readonly topic: string | null | undefined;
      };
    } | null | undefined;
  } | null | undefined;
};
export type MeetingsCreateMutation = {
  response: MeetingsCreateMutation$data;
  variables: MeetingsCreateMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "connections"
},
v1 = {
  "defaultValue": null,
  "kind": "LocalArgument",
  "name": "input"
},
v2 = [
  {
    "kind": "Variable",
    "name": "input",
    "variableName": "input"
  }
],
v3 = {
  "alias": null,
  "args": null,
  "concreteType": "MeetingEdge",
  "kind": "LinkedField",
  "name": "meetingEdge",
  "plural": false,
  "selections": [
    {
      "alias": null,
      "args": null,
      "kind": "ScalarField",
      "name": "cursor",
      "storageKey": null
    },
    {
      "alias": null,
      "args": null,
      "concreteType": "Meeting",
      "kind": "LinkedField",
      "name": "node",
      "plural": false,
      "selections": [
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "id",
          "storageKey": null
        },
        {
          "alias": null,
          "args": null,
          "kind": "ScalarField",
          "name": "topic",
          "storageKey": null
        }
      ],
      "storageKey": null
    }
  ],
  "storageKey": null
};
return {
  "fragment": {
    "argumentDefinitions": [
      (v0/*:: as any*/),
      (v1/*:: as any*/)
    ],
    "kind": "Fragment",
    "metadata": null,
    "name": "MeetingsCreateMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "CreateMeetingPayload",
        "kind": "LinkedField",
        "name": "createMeeting",
        "plural": false,
        "selections": [
          (v3/*:: as any*/)
        ],
        "storageKey": null
      }
    ],
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [
      (v1/*:: as any*/),
      (v0/*:: as any*/)
    ],
    "kind": "Operation",
    "name": "MeetingsCreateMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "CreateMeetingPayload",
        "kind": "LinkedField",
        "name": "createMeeting",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "filters": null,
            "handle": "prependEdge",
            "key": "",
            "kind": "LinkedHandle",
            "name": "meetingEdge",
            "handleArgs": [
              {
                "kind": "Variable",
                "name": "connections",
                "variableName": "connections"
              }
            ]
          }
        ],
        "storageKey": null
      }
    ]
  },
  "params": {
    "cacheID": "ba160ad47ebf671496fd662898f5fc93",
    "id": null,
    "metadata": {},
    "name": "MeetingsCreateMutation",
    "operationKind": "mutation",
    "text": "mutation MeetingsCreateMutation(\n  $input: CreateMeetingInput!\n) {\n  createMeeting(input: $input) {\n    meetingEdge {\n      cursor\n      node {\n        id\n        topic\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "6f06d60bc5f5bb43408d4df0d38f8be7";

export default node;
