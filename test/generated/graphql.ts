/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** Who can put questions to AI Companion, and about what. */
export type AiCompanionAudienceInput =
  /** All who take part or were invited, about the whole meeting. */
  | 'ALL_PARTICIPANTS_AND_INVITEES'
  /** All who take part, about what was said since they joined. */
  | 'ALL_PARTICIPANTS_SINCE_JOINING'
  /** The host alone. */
  | 'HOST'
  /** People of the account who take part or were invited, about the whole meeting. */
  | 'INTERNAL_PARTICIPANTS_AND_INVITEES'
  /** People of the account who take part, about what was said since they joined. */
  | 'INTERNAL_PARTICIPANTS_SINCE_JOINING';

/** A person who may join without signing in although the meeting asks for it. */
export type AuthenticationExceptionInput = {
  /** The email address of the person. */
  email?: string | null | undefined;
  /** The name of the person. */
  name?: string | null | undefined;
};

/** Where meetings are recorded automatically. */
export type AutoRecording =
  /** In the cloud of Zoom. */
  | 'CLOUD'
  /** On the host's computer. */
  | 'LOCAL'
  /** Nowhere: nothing is recorded unless somebody starts it. */
  | 'NONE'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** Where meetings are recorded automatically. */
export type AutoRecordingInput =
  /** In the cloud of Zoom. */
  | 'CLOUD'
  /** On the host's computer. */
  | 'LOCAL'
  /** Nowhere: nothing is recorded unless somebody starts it. */
  | 'NONE';

/** A breakout room, and who goes there. */
export type BreakoutRoomInput = {
  /** What the room is called. */
  name?: string | null | undefined;
  /** Email addresses of those assigned to the room. */
  participantEmails?: Array<string> | null | undefined;
  /**
   * Email addresses of those assigned to the room.
   * @deprecated Use `participantEmails`.
   */
  participants?: Array<string> | null | undefined;
};

/** Breakout rooms assigned before the meeting. */
export type BreakoutRoomPlanInput = {
  /** Whether rooms are assigned before the meeting. */
  enable?: boolean | null | undefined;
  /** The rooms. */
  rooms?: Array<BreakoutRoomInput> | null | undefined;
};

/** The direction of the call. */
export type CallDirection =
  /** The call came in. */
  | 'INBOUND'
  /** The call went out. */
  | 'OUTBOUND'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** What became of a call, or of a part of it. */
export type CallHistoryResult =
  /** The caller gave up while waiting. */
  | 'ABANDONED'
  /** It was accepted. */
  | 'ACCEPTED'
  /** It was answered. */
  | 'ANSWERED'
  /** It was blocked. */
  | 'BLOCKED'
  /** The line was busy. */
  | 'BUSY'
  /** It failed. */
  | 'CALL_FAILED'
  /** The caller gave up before it was answered. */
  | 'CANCELED'
  /** It was connected. */
  | 'CONNECTED'
  /** Somebody hung up. */
  | 'HANG_UP'
  /** The caller pressed a key that means nothing. */
  | 'INVALID_KEY'
  /** The caller chose something that is not possible. */
  | 'INVALID_OPERATION'
  /** Nobody answered. */
  | 'NO_ANSWER'
  /** There were too many calls. */
  | 'OVERFLOWED'
  /** Somebody picked it up for another. */
  | 'PICKED_UP'
  /** It was refused. */
  | 'REJECTED'
  /** It rang too long. */
  | 'RING_TIMEOUT'
  /** The service was not available. */
  | 'SERVICE_UNAVAILABLE'
  /** It succeeded. */
  | 'SUCCEEDED'
  /** Zoom blocked it. */
  | 'SYSTEM_BLOCKED'
  /** It was not connected. */
  | 'UNCONNECTED'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED'
  /** It went to voicemail. */
  | 'VOICEMAIL';

/** From which countries or regions people may join. */
export type CountryRestrictionInput = {
  /** Two-letter codes of the only countries that may join. */
  approvedList?: Array<string> | null | undefined;
  /** Two-letter codes of the countries that may not join. */
  deniedList?: Array<string> | null | undefined;
  /** Whether joining depends on the country. */
  enable?: boolean | null | undefined;
  /** Which of the two lists applies. */
  method?: CountryRestrictionMethodInput | null | undefined;
};

/** Which of the two lists applies. */
export type CountryRestrictionMethodInput =
  /** Only people from the countries of `approvedList` may join. */
  | 'APPROVE'
  /** People from the countries of `deniedList` may not join. */
  | 'DENY';

/** What `createMeeting` takes. */
export type CreateMeetingInput = {
  /** What the meeting is about. At most 2,000 characters. */
  agenda?: string | null | undefined;
  /** Whether Zoom makes a passcode by the host's settings if none is given. */
  defaultPassword?: boolean | null | undefined;
  /** Planned length in minutes. At least 0. */
  duration?: number | null | undefined;
  /** The passcode that people need to join. At most 10 characters. */
  password?: string | null | undefined;
  /** Whether the Google Workspace add-on scheduled the meeting before its time was set. */
  preSchedule?: boolean | null | undefined;
  /** How the meeting or webinar recurs. Give one end at most, and of a month either the day or the week and its day. */
  recurrence?: RecurrenceInput | null | undefined;
  /** The email address or id of the user who hosts the meeting instead. */
  scheduleFor?: string | null | undefined;
  /** How the new meeting is held, joined, recorded and registered for. */
  settings?: CreateMeetingSettingsInput | null | undefined;
  /** When the meeting starts; not for instant meetings and those without a fixed time. Zoom ignores a time in the past. */
  startTime?: string | null | undefined;
  /** The meeting template to start from. */
  templateId?: string | number | null | undefined;
  /** The time zone that a local time is meant in, such as Europe/Berlin; by default the host's. */
  timezone?: string | null | undefined;
  /** What the meeting is called. At most 200 characters. */
  topic?: string | null | undefined;
  /** What the meeting has in the account's tracking fields. */
  trackingFields?: Array<TrackingFieldValueInput> | null | undefined;
  /** When and how the meeting takes place; SCHEDULED by default. */
  type?: MeetingTypeInput | null | undefined;
  /** The User, by global id or Zoom's own. */
  userId: string | number;
};

/** How the new meeting is held, joined, recorded and registered for. */
export type CreateMeetingSettingsInput = {
  /** Two-letter codes of regions whose data centers may be used besides those of the account. */
  additionalDataCenterRegions?: Array<string> | null | undefined;
  /** Whether hosts can mute and unmute participants without asking. */
  allowHostControlParticipantMuteState?: boolean | null | undefined;
  /** Whether a registrant may join from several devices. */
  allowMultipleDevices?: boolean | null | undefined;
  /** Whether alternative hosts may manage the cloud recording. */
  alternativeHostManageCloudRecording?: boolean | null | undefined;
  /** Whether alternative hosts may manage the summary of the meeting. */
  alternativeHostManageMeetingSummary?: boolean | null | undefined;
  /** Whether alternative hosts may add and edit polls. */
  alternativeHostUpdatePolls?: boolean | null | undefined;
  /** Email addresses or ids of those who may host in place of the host. */
  alternativeHosts?: Array<string> | null | undefined;
  /** Whether alternative hosts are notified by email that they were chosen. */
  alternativeHostsEmailNotification?: boolean | null | undefined;
  /** Whether people must register, and whether the host approves each of them. */
  approvalType?: RegistrationApprovalInput | null | undefined;
  /** From which countries or regions people may join. */
  approvedOrDeniedCountriesOrRegions?: CountryRestrictionInput | null | undefined;
  /** By which means participants can take part in the audio. */
  audio?: MeetingAudioInput | null | undefined;
  /** How to join the third-party audio conference. At most 2,048 characters. */
  audioConferenceInfo?: string | null | undefined;
  /** Only people whose email address is in one of these domains can join. */
  authenticationDomains?: Array<string> | null | undefined;
  /** Those who may join without signing in. */
  authenticationException?: Array<AuthenticationExceptionInput> | null | undefined;
  /** The authentication option that decides who can join. */
  authenticationOption?: string | number | null | undefined;
  /** The Video Management channels that recordings are added to automatically. */
  autoAddRecordingToVideoManagement?: VideoManagementInput | null | undefined;
  /** Where meetings are recorded automatically. */
  autoRecording?: AutoRecordingInput | null | undefined;
  /** Whether questions to AI Companion are on from the start. */
  autoStartAiCompanionQuestions?: boolean | null | undefined;
  /** Whether AI Companion writes a summary from the start. */
  autoStartMeetingSummary?: boolean | null | undefined;
  /** Breakout rooms assigned before the meeting. */
  breakoutRoom?: BreakoutRoomPlanInput | null | undefined;
  /** The calendar add-on that scheduled the meeting. */
  calendarType?: MeetingCalendarInput | null | undefined;
  /** Whether registration closes after the event. */
  closeRegistration?: boolean | null | undefined;
  /** Whether the meeting is hosted in China. */
  cnMeeting?: boolean | null | undefined;
  /** The email address that registrants can write to. */
  contactEmail?: string | null | undefined;
  /** The person that registrants can contact. */
  contactName?: string | null | undefined;
  /** Whether the meeting has a chat that lasts, and who is added to it. */
  continuousMeetingChat?: MeetingChatInput | null | undefined;
  /** Whether participants can test their devices beforehand. */
  deviceTesting?: boolean | null | undefined;
  /** Whether participants' video is switched off, so that they cannot be seen. */
  disableParticipantVideo?: boolean | null | undefined;
  /** Whether reports show the email addresses of authenticated guests. */
  emailInAttendeeReport?: boolean | null | undefined;
  /** Whether Zoom writes to alternative hosts and registrants about the meeting. */
  emailNotification?: boolean | null | undefined;
  /** Who has the keys by which meetings are encrypted. */
  encryptionType?: EncryptionTypeInput | null | undefined;
  /** Whether focus mode is on from the start. */
  focusMode?: boolean | null | undefined;
  /** Two-letter codes of the countries with a dial-in number. */
  globalDialInCountries?: Array<string> | null | undefined;
  /** Whether the host may save the order of the videos. */
  hostSaveVideoOrder?: boolean | null | undefined;
  /** Whether video starts when the host joins. */
  hostVideo?: boolean | null | undefined;
  /** Whether the meeting is hosted in India. */
  hostedInIndia?: boolean | null | undefined;
  /** Whether the meeting is for people of the account alone. */
  internalMeeting?: boolean | null | undefined;
  /** How long before the start participants can join without the host, where `joinBeforeHost` is true. */
  jbhTime?: JoinBeforeHostTimeInput | null | undefined;
  /** Whether participants can join before the host. */
  joinBeforeHost?: boolean | null | undefined;
  /** What interpreters translate. */
  languageInterpretation?: LanguageInterpretationInput | null | undefined;
  /** Whether only authenticated people can join. */
  meetingAuthentication?: boolean | null | undefined;
  /** Those to invite. */
  meetingInvitees?: Array<MeetingInviteeInput> | null | undefined;
  /** Whether participants are muted when they join. */
  muteUponEntry?: boolean | null | undefined;
  /** Whether the meeting works without its host, so that participants can use it as their own. */
  participantFocusedMeeting?: boolean | null | undefined;
  /** Whether video starts when a participant joins. */
  participantVideo?: boolean | null | undefined;
  /** Whether calendars hide the details of the meeting. */
  privateMeeting?: boolean | null | undefined;
  /** Whether changes of the meeting are written to the calendar. */
  pushChangeToCalendar?: boolean | null | undefined;
  /** How questions and answers work during the meeting. */
  questionAndAnswer?: QuestionAndAnswerInput | null | undefined;
  /** Whether registrants get a confirmation by email. */
  registrantsConfirmationEmail?: boolean | null | undefined;
  /** Whether registrants are notified by email of approval, denial and cancellation. */
  registrantsEmailNotification?: boolean | null | undefined;
  /** For recurring meetings with a fixed time: which occurrences a registration is valid for. */
  registrationType?: RegistrationTypeInput | null | undefined;
  /** What participants find in the meeting. */
  resources?: Array<MeetingResourceInput> | null | undefined;
  /** Whether the registration page shows buttons of social networks. */
  showShareButton?: boolean | null | undefined;
  /** Who interprets in sign language. */
  signLanguageInterpretation?: SignLanguageInterpretationInput | null | undefined;
  /** The template of the summary. */
  summaryTemplateId?: string | number | null | undefined;
  /** Whether the meeting takes place in the host's personal meeting room. */
  usePmi?: boolean | null | undefined;
  /** Whether people wait until the host lets them in. */
  waitingRoom?: boolean | null | undefined;
  /** Who waits until the host lets them in. */
  waitingRoomOptions?: WaitingRoomOptionsInput | null | undefined;
  /** Whether a viewer's email address is laid over shared screens. */
  watermark?: boolean | null | undefined;
  /** Who can put questions to AI Companion, and about what. */
  whoCanAskQuestions?: AiCompanionAudienceInput | null | undefined;
  /** Who gets the summary. */
  whoWillReceiveSummary?: SummaryAudienceInput | null | undefined;
};

/** A value that an app attached to a meeting. */
export type CustomKeyInput = {
  /** What the app calls the value. At most 64 characters. */
  key?: string | null | undefined;
  /** What the app attached. At most 256 characters. */
  value?: string | null | undefined;
};

/** Who has the keys by which meetings are encrypted. */
export type EncryptionTypeInput =
  /** End-to-end: only the devices of the participants have the keys. There is no cloud recording, and no joining by phone or room system. */
  | 'E2EE'
  /** The keys are kept in the cloud of Zoom. */
  | 'ENHANCED_ENCRYPTION';

/** How long before the start participants can join without the host, where `joinBeforeHost` is true. */
export type JoinBeforeHostTimeInput =
  /** At any time. */
  | 'ANYTIME'
  /** Five minutes before. */
  | 'MINUTES_5'
  /** Ten minutes before. */
  | 'MINUTES_10'
  /** Fifteen minutes before. */
  | 'MINUTES_15';

/** What interpreters translate. */
export type LanguageInterpretationInput = {
  /** Whether there are interpreters. */
  enable?: boolean | null | undefined;
  /** The interpreters. */
  interpreters?: Array<LanguageInterpreterInput> | null | undefined;
};

/** Somebody who interprets between two languages. */
export type LanguageInterpreterInput = {
  /** The email address of the interpreter. */
  email?: string | null | undefined;
  /** The two languages by name, custom ones included. */
  interpreterLanguages?: Array<string> | null | undefined;
  /** The two languages, as country codes (US, CN ...): only those that Zoom knows itself. */
  languages?: Array<string> | null | undefined;
};

/** By which means participants can take part in the audio. */
export type MeetingAudioInput =
  /** By telephone and by computer. */
  | 'BOTH'
  /** By telephone only. */
  | 'TELEPHONY'
  /** By an audio conference of another provider. */
  | 'THIRD_PARTY'
  /** By computer or mobile app only. */
  | 'VOIP';

/** The calendar add-on that scheduled the meeting. */
export type MeetingCalendarInput =
  /** The add-on for Google Workspace. */
  | 'GOOGLE'
  /** The add-on for Microsoft Outlook. */
  | 'OUTLOOK';

/** Whether the meeting has a chat that lasts, and who is added to it. */
export type MeetingChatInput = {
  /** Whether invited people of other accounts are added to the chat. */
  autoAddInvitedExternalUsers?: boolean | null | undefined;
  /** Whether everyone who takes part is added to the chat. */
  autoAddMeetingParticipants?: boolean | null | undefined;
  /** Whether there is such a chat. */
  enable?: boolean | null | undefined;
};

/** Somebody to invite. */
export type MeetingInviteeInput = {
  /** The email address of the person. */
  email?: string | null | undefined;
};

/** Something that participants find in the meeting. */
export type MeetingResourceInput = {
  /** What participants may do with it. */
  permissionLevel?: MeetingResourcePermissionInput | null | undefined;
  /** Zoom's own ID of it. */
  resourceId?: string | number | null | undefined;
  /** What it is. */
  resourceType?: MeetingResourceTypeInput | null | undefined;
};

/** What participants may do with it. */
export type MeetingResourcePermissionInput =
  /** They may comment on it. */
  | 'COMMENTER'
  /** They may change it. */
  | 'EDITOR'
  /** They may look at it. */
  | 'VIEWER';

/** What it is. */
export type MeetingResourceTypeInput =
  /** A whiteboard. */
  | 'WHITEBOARD';

/** When and how a meeting takes place. */
export type MeetingTypeInput =
  /** Started at once, without being scheduled. */
  | 'INSTANT'
  /** A personal audio conference, by telephone alone; only among meetings that have ended. */
  | 'PAC'
  /** Held in the host's Personal Meeting Room. */
  | 'PERSONAL_MEETING_ROOM'
  /** Made by a calendar add-on before its time was set; only among meetings that have ended. */
  | 'PRESCHEDULED'
  /** Takes place several times, as `recurrence` says. */
  | 'RECURRING_FIXED_TIME'
  /** Can be held any number of times, whenever its host starts it. */
  | 'RECURRING_NO_FIXED_TIME'
  /** Takes place once, at a fixed time. */
  | 'SCHEDULED'
  /** A screen that is shared to a Zoom Room, without a meeting. */
  | 'SCREEN_SHARE_ONLY';

/** How questions and answers work during the meeting. */
export type QuestionAndAnswerInput = {
  /** Whether attendees may ask without their name. */
  allowAnonymousQuestions?: boolean | null | undefined;
  /** Whether attendees may ask. */
  allowSubmitQuestions?: boolean | null | undefined;
  /** Whether attendees may comment on questions. */
  attendeesCanComment?: boolean | null | undefined;
  /** Whether attendees may vote for questions. */
  attendeesCanUpvote?: boolean | null | undefined;
  /** Whether questions can be asked. */
  enable?: boolean | null | undefined;
  /** Which questions attendees see. */
  questionVisibility?: QuestionVisibilityInput | null | undefined;
};

/** Which questions attendees see. */
export type QuestionVisibilityInput =
  /** All questions. */
  | 'ALL'
  /** Only those that were answered. */
  | 'ANSWERED';

/** Zoom's class of an operation, by which it counts calls against the account's limits. */
export type RateLimitLabel =
  /** Expensive calls, such as most reports and dashboards. They also have a limit by the day. */
  | 'HEAVY'
  /** Cheap calls, such as reading one object. The most are allowed. */
  | 'LIGHT'
  /** Calls such as reading a list. */
  | 'MEDIUM'
  /** The most expensive calls, of which the fewest are allowed. They share the limit by the day with HEAVY. */
  | 'RESOURCE_INTENSIVE';

/** The time that a limit is counted over. */
export type RateLimitPeriod =
  /** Calls from one midnight UTC to the next. */
  | 'DAY'
  /** Calls in one minute. */
  | 'MINUTE'
  /** Calls in one second. */
  | 'SECOND';

/** The products that have limits of their own. */
export type RateLimitProduct =
  /** All products but Zoom Phone. */
  | 'CORE'
  /** Zoom Phone. */
  | 'PHONE';

/** What the file holds; null while it is still being made. */
export type RecordingFileType =
  /** What participants asked AI Companion. */
  | 'AIC_CONVERSATION'
  /** Closed captions, as VTT. */
  | 'CC'
  /** The chat, as text. */
  | 'CHAT'
  /** The messages of the continuous meeting chat. */
  | 'CHAT_MESSAGE'
  /** The polls, as a table. */
  | 'CSV'
  /** Sound. */
  | 'M4A'
  /** Video. */
  | 'MP4'
  /** Who entered and left the breakout rooms. */
  | 'SUB_GROUP_MEMBER_LOG'
  /** A summary, as JSON. */
  | 'SUMMARY'
  /** A thumbnail. */
  | 'TB'
  /** Who spoke when, as JSON. */
  | 'TIMELINE'
  /** A transcript, as VTT. */
  | 'TRANSCRIPT'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** How the meeting or webinar recurs. Give one end at most, and of a month either the day or the week and its day. */
export type RecurrenceInput = {
  /** When the series ends; not together with endTimes. */
  endDateTime?: string | null | undefined;
  /** After how many occurrences the series ends, where 0 means never; not together with endDateTime. From 0 to 60. */
  endTimes?: number | null | undefined;
  /** For MONTHLY: the day of the month. From 1 to 31. */
  monthlyDay?: number | null | undefined;
  /** For MONTHLY, together with monthlyWeekDay: the week of the month. */
  monthlyWeek?: WeekOfMonthInput | null | undefined;
  /** For MONTHLY, together with monthlyWeek: the day of the week. */
  monthlyWeekDay?: WeekdayInput | null | undefined;
  /** Every how many days (up to 99), weeks (up to 50) or months (up to 10). From 0 to 99. */
  repeatInterval?: number | null | undefined;
  /** By what the series repeats. */
  type: RecurrenceTypeInput;
  /** For WEEKLY: the days of the week. */
  weeklyDays?: Array<WeekdayInput> | null | undefined;
};

/** By what the series repeats. */
export type RecurrenceTypeInput =
  /** Every `repeatInterval` days. */
  | 'DAILY'
  /** Every `repeatInterval` months, on `monthlyDay`, or on `monthlyWeekDay` of `monthlyWeek`. */
  | 'MONTHLY'
  /** Every `repeatInterval` weeks, on the `weeklyDays`. */
  | 'WEEKLY';

/** Whether the registrant may join. */
export type RegistrantStatus =
  /** The registrant may join. */
  | 'APPROVED'
  /** The host has refused the registrant. */
  | 'DENIED'
  /** The host has not decided yet. */
  | 'PENDING'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** Whether people must register, and whether the host approves each of them. */
export type RegistrationApprovalInput =
  /** People register, and are approved at once. */
  | 'AUTOMATIC'
  /** People register, and the host approves each of them. */
  | 'MANUAL'
  /** Nobody has to register. */
  | 'NO_REGISTRATION';

/** For recurring meetings with a fixed time: which occurrences a registration is valid for. */
export type RegistrationTypeInput =
  /** People register for each occurrence. */
  | 'FOR_EACH_OCCURRENCE'
  /** One registration is good for all occurrences. */
  | 'ONCE_FOR_ALL_OCCURRENCES'
  /** One registration is good for the occurrences that the person chooses. */
  | 'ONCE_FOR_CHOSEN_OCCURRENCES';

/** Who locked a setting. */
export type SettingLockedBy =
  /** The account locked it for all groups and users. */
  | 'ACCOUNT'
  /** A group of the user locked it for its members. */
  | 'GROUP'
  /** It is not locked: the user can change it. */
  | 'NOBODY'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** Who interprets in sign language. */
export type SignLanguageInterpretationInput = {
  /** Whether there are interpreters. */
  enable?: boolean | null | undefined;
  /** Those who interpret in sign language. At most 20 items. */
  interpreters?: Array<SignLanguageInterpreterInput> | null | undefined;
};

/** Somebody who interprets in sign language. */
export type SignLanguageInterpreterInput = {
  /** The email address of the interpreter. */
  email?: string | null | undefined;
  /** One of the sign languages that the settings of the user name. */
  signLanguage?: string | null | undefined;
};

/** Who gets the summary. */
export type SummaryAudienceInput =
  /** All who were invited, people of other accounts included. */
  | 'ALL_INVITEES'
  /** The host alone. */
  | 'HOST'
  /** The host, the co-hosts and the alternative hosts. */
  | 'HOSTS'
  /** The host, and those invited who belong to the account. */
  | 'HOST_AND_INTERNAL_INVITEES';

/** What one of the account's tracking fields shall hold for the meeting or webinar. */
export type TrackingFieldValueInput = {
  /** The name of the tracking field. */
  field: string;
  /** What it holds. */
  value?: string | null | undefined;
};

/** What `updateMeeting` takes. */
export type UpdateMeetingInput = {
  /** What the meeting is about. At most 2,000 characters. */
  agenda?: string | null | undefined;
  /** Planned length in minutes. At least 0. */
  duration?: number | null | undefined;
  /** The Meeting, by global id or Zoom's own. */
  meetingId: string | number;
  /** One occurrence of a recurring meeting. If it may be left out, the whole series is used. */
  occurrenceId?: string | number | null | undefined;
  /** The passcode that people need to join. At most 10 characters. */
  password?: string | null | undefined;
  /** Whether the Google Workspace add-on scheduled the meeting before its time was set. */
  preSchedule?: boolean | null | undefined;
  /** How the meeting or webinar recurs. Give one end at most, and of a month either the day or the week and its day. */
  recurrence?: RecurrenceInput | null | undefined;
  /** The email address or id of the user who hosts the meeting instead. */
  scheduleFor?: string | null | undefined;
  /** What changes about how a meeting is held, joined, recorded and registered for; what is left out stays. */
  settings?: UpdateMeetingSettingsInput | null | undefined;
  /** When the meeting starts; not for instant meetings and those without a fixed time. Zoom ignores a time in the past. */
  startTime?: string | null | undefined;
  /** The meeting template to start from. */
  templateId?: string | number | null | undefined;
  /** The time zone that a local time is meant in, such as Europe/Berlin; by default the host's. */
  timezone?: string | null | undefined;
  /** What the meeting is called. At most 200 characters. */
  topic?: string | null | undefined;
  /** What the meeting has in the account's tracking fields. */
  trackingFields?: Array<TrackingFieldValueInput> | null | undefined;
  /** When and how the meeting takes place; SCHEDULED by default. */
  type?: MeetingTypeInput | null | undefined;
};

/** What changes about how a meeting is held, joined, recorded and registered for; what is left out stays. */
export type UpdateMeetingSettingsInput = {
  /** Whether hosts can mute and unmute participants without asking. */
  allowHostControlParticipantMuteState?: boolean | null | undefined;
  /** Whether a registrant may join from several devices. */
  allowMultipleDevices?: boolean | null | undefined;
  /** Whether alternative hosts may manage the cloud recording. */
  alternativeHostManageCloudRecording?: boolean | null | undefined;
  /** Whether alternative hosts may manage the summary of the meeting. */
  alternativeHostManageMeetingSummary?: boolean | null | undefined;
  /** Whether alternative hosts may add and edit polls. */
  alternativeHostUpdatePolls?: boolean | null | undefined;
  /** Email addresses or ids of those who may host in place of the host. */
  alternativeHosts?: Array<string> | null | undefined;
  /** Whether alternative hosts are notified by email that they were chosen. */
  alternativeHostsEmailNotification?: boolean | null | undefined;
  /** Whether people must register, and whether the host approves each of them. */
  approvalType?: RegistrationApprovalInput | null | undefined;
  /** From which countries or regions people may join. */
  approvedOrDeniedCountriesOrRegions?: CountryRestrictionInput | null | undefined;
  /** By which means participants can take part in the audio. */
  audio?: MeetingAudioInput | null | undefined;
  /** How to join the third-party audio conference. At most 2,048 characters. */
  audioConferenceInfo?: string | null | undefined;
  /** Only people whose email address is in one of these domains can join. */
  authenticationDomains?: Array<string> | null | undefined;
  /** Those who may join without signing in. */
  authenticationException?: Array<AuthenticationExceptionInput> | null | undefined;
  /** The authentication option that decides who can join. */
  authenticationOption?: string | number | null | undefined;
  /** The Video Management channels that recordings are added to automatically. */
  autoAddRecordingToVideoManagement?: VideoManagementInput | null | undefined;
  /** Where meetings are recorded automatically. */
  autoRecording?: AutoRecordingInput | null | undefined;
  /** Whether questions to AI Companion are on from the start. */
  autoStartAiCompanionQuestions?: boolean | null | undefined;
  /** Whether AI Companion writes a summary from the start. */
  autoStartMeetingSummary?: boolean | null | undefined;
  /** Breakout rooms assigned before the meeting. */
  breakoutRoom?: BreakoutRoomPlanInput | null | undefined;
  /** The calendar add-on that scheduled the meeting. */
  calendarType?: MeetingCalendarInput | null | undefined;
  /** Whether registration closes after the event. */
  closeRegistration?: boolean | null | undefined;
  /** Whether the meeting is hosted in China. */
  cnMeeting?: boolean | null | undefined;
  /** The email address that registrants can write to. */
  contactEmail?: string | null | undefined;
  /** The person that registrants can contact. */
  contactName?: string | null | undefined;
  /** Whether the meeting has a chat that lasts, and who is added to it. */
  continuousMeetingChat?: MeetingChatInput | null | undefined;
  /** What apps attached to the meeting. At most 10 items. */
  customKeys?: Array<CustomKeyInput> | null | undefined;
  /** Whether participants can test their devices beforehand. */
  deviceTesting?: boolean | null | undefined;
  /** Whether participants' video is switched off, so that they cannot be seen. */
  disableParticipantVideo?: boolean | null | undefined;
  /** Whether reports show the email addresses of authenticated guests. */
  emailInAttendeeReport?: boolean | null | undefined;
  /** Whether Zoom writes to alternative hosts and registrants about the meeting. */
  emailNotification?: boolean | null | undefined;
  /** Who has the keys by which meetings are encrypted. */
  encryptionType?: EncryptionTypeInput | null | undefined;
  /** Whether focus mode is on from the start. */
  focusMode?: boolean | null | undefined;
  /** Two-letter codes of the countries with a dial-in number. */
  globalDialInCountries?: Array<string> | null | undefined;
  /** Whether the host may save the order of the videos. */
  hostSaveVideoOrder?: boolean | null | undefined;
  /** Whether video starts when the host joins. */
  hostVideo?: boolean | null | undefined;
  /** Whether the meeting is hosted in India. */
  hostedInIndia?: boolean | null | undefined;
  /** Whether the meeting is for people of the account alone. */
  internalMeeting?: boolean | null | undefined;
  /** How long before the start participants can join without the host, where `joinBeforeHost` is true. */
  jbhTime?: JoinBeforeHostTimeInput | null | undefined;
  /** Whether participants can join before the host. */
  joinBeforeHost?: boolean | null | undefined;
  /** What interpreters translate. */
  languageInterpretation?: LanguageInterpretationInput | null | undefined;
  /** Whether only authenticated people can join. */
  meetingAuthentication?: boolean | null | undefined;
  /** Those to invite. */
  meetingInvitees?: Array<MeetingInviteeInput> | null | undefined;
  /** Whether participants are muted when they join. */
  muteUponEntry?: boolean | null | undefined;
  /** Whether the meeting works without its host, so that participants can use it as their own. */
  participantFocusedMeeting?: boolean | null | undefined;
  /** Whether video starts when a participant joins. */
  participantVideo?: boolean | null | undefined;
  /** Whether calendars hide the details of the meeting. */
  privateMeeting?: boolean | null | undefined;
  /** Whether changes of the meeting are written to the calendar. */
  pushChangeToCalendar?: boolean | null | undefined;
  /** How questions and answers work during the meeting. */
  questionAndAnswer?: QuestionAndAnswerInput | null | undefined;
  /** Whether registrants get a confirmation by email. */
  registrantsConfirmationEmail?: boolean | null | undefined;
  /** Whether registrants are notified by email of approval, denial and cancellation. */
  registrantsEmailNotification?: boolean | null | undefined;
  /** For recurring meetings with a fixed time: which occurrences a registration is valid for. */
  registrationType?: RegistrationTypeInput | null | undefined;
  /** What participants find in the meeting. */
  resources?: Array<MeetingResourceInput> | null | undefined;
  /** Whether the registration page shows buttons of social networks. */
  showShareButton?: boolean | null | undefined;
  /** Who interprets in sign language. */
  signLanguageInterpretation?: SignLanguageInterpretationInput | null | undefined;
  /** The template of the summary. */
  summaryTemplateId?: string | number | null | undefined;
  /** Whether the meeting takes place in the host's personal meeting room. */
  usePmi?: boolean | null | undefined;
  /** Whether people wait until the host lets them in. */
  waitingRoom?: boolean | null | undefined;
  /** Who waits until the host lets them in. */
  waitingRoomOptions?: WaitingRoomOptionsInput | null | undefined;
  /** Whether a viewer's email address is laid over shared screens. */
  watermark?: boolean | null | undefined;
  /** Who can put questions to AI Companion, and about what. */
  whoCanAskQuestions?: AiCompanionAudienceInput | null | undefined;
  /** Who gets the summary. */
  whoWillReceiveSummary?: SummaryAudienceInput | null | undefined;
};

/** The bundle of meetings and phone that the user is enrolled in. */
export type UserPlanUnitedType =
  /** Zoom United Business: meetings and Zoom Phone with unlimited calls in Australia and New Zealand. */
  | 'BUSINESS_AU_NZ_UNLIMITED'
  /** Zoom United Business: meetings and Zoom Phone with unlimited calls in one country of choice. */
  | 'BUSINESS_GLOBAL_SELECT'
  /** Zoom United Business: meetings and Zoom Phone with unlimited calls in Japan. */
  | 'BUSINESS_JP_UNLIMITED'
  /** Zoom United Business: meetings and Zoom Phone with unlimited calls in the United Kingdom and Ireland. */
  | 'BUSINESS_UK_IR_UNLIMITED'
  /** Zoom United Business: meetings and Zoom Phone with unlimited calls in the United States and Canada. */
  | 'BUSINESS_US_CA_UNLIMITED'
  /** Zoom United Business: meetings and Zoom Phone with calls paid by the minute. */
  | 'BUSINESS_ZOOM_PHONE'
  /** Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in Australia and New Zealand. */
  | 'ENTERPRISE_AU_NZ_UNLIMITED'
  /** Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in one country of choice. */
  | 'ENTERPRISE_GLOBAL_SELECT'
  /** Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in Japan. */
  | 'ENTERPRISE_JP_UNLIMITED'
  /** Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in the United Kingdom and Ireland. */
  | 'ENTERPRISE_UK_IR_UNLIMITED'
  /** Zoom United Enterprise: meetings and Zoom Phone with unlimited calls in the United States and Canada. */
  | 'ENTERPRISE_US_CA_UNLIMITED'
  /** Zoom United Enterprise: meetings and Zoom Phone with calls paid by the minute. */
  | 'ENTERPRISE_ZOOM_PHONE'
  /** No bundle. For updates only: removes the one that the user has. */
  | 'NONE'
  /** Zoom United Pro: meetings and Zoom Phone with unlimited calls in Australia and New Zealand. */
  | 'PRO_AU_NZ_UNLIMITED'
  /** Zoom United Pro: meetings and Zoom Phone with unlimited calls in one country of choice. */
  | 'PRO_GLOBAL_SELECT'
  /** Zoom United Pro: meetings and Zoom Phone with unlimited calls in Japan. */
  | 'PRO_JP_UNLIMITED'
  /** Zoom United Pro: meetings and Zoom Phone with unlimited calls in the United Kingdom and Ireland. */
  | 'PRO_UK_IR_UNLIMITED'
  /** Zoom United Pro: meetings and Zoom Phone with unlimited calls in the United States and Canada. */
  | 'PRO_US_CA_UNLIMITED'
  /** Zoom United Pro: meetings and Zoom Phone with calls paid by the minute. */
  | 'PRO_ZOOM_PHONE'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** Whether the user can sign in. */
export type UserStatus =
  /** The user can sign in. */
  | 'ACTIVE'
  /** The user was deactivated and cannot sign in. */
  | 'INACTIVE'
  /** The user has not accepted the invitation yet. */
  | 'PENDING'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** Whether the user can sign in. */
export type UserStatusInput =
  /** The user can sign in. */
  | 'ACTIVE'
  /** The user was deactivated and cannot sign in. */
  | 'INACTIVE'
  /** The user has not accepted the invitation yet. */
  | 'PENDING';

/** The licence that the user holds for meetings. */
export type UserType =
  /** A free user, whose meetings end after 40 minutes. */
  | 'BASIC'
  /** A user with a paid licence. */
  | 'LICENSED'
  /** No type: can be given for a user who is created to sign in by single sign-on. */
  | 'NONE'
  /** A user whose meetings run on servers of the account; only in old accounts. */
  | 'ON_PREM'
  /** A user who cannot host meetings and has other products only, such as Zoom Phone. */
  | 'UNASSIGNED_WITHOUT_MEETINGS'
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED';

/** Whether the email address has been confirmed. */
export type UserVerification =
  /** A value of Zoom that is not known here: see the field `unrecognized`. */
  | 'UNRECOGNIZED'
  /** The email address has not been confirmed. */
  | 'UNVERIFIED'
  /** The user has confirmed the email address. */
  | 'VERIFIED';

/** A channel of Video Management. */
export type VideoManagementChannelInput = {
  /** Zoom's own ID. */
  channelId?: string | number | null | undefined;
  /** What the channel is called. */
  name?: string | null | undefined;
};

/** The Video Management channels that recordings are added to automatically. */
export type VideoManagementInput = {
  /** The channels. */
  channels?: Array<VideoManagementChannelInput> | null | undefined;
  /** Whether recordings are added. */
  enable?: boolean | null | undefined;
};

/** Who waits until the host admits them. */
export type WaitingRoomAudienceInput =
  /** All who join. */
  | 'EVERYONE'
  /** People who do not belong to the account. */
  | 'USERS_NOT_IN_ACCOUNT'
  /** People who belong neither to the account nor to the domains that its settings name. */
  | 'USERS_NOT_IN_ACCOUNT_OR_WHITELISTED_DOMAINS'
  /** People who were not invited. */
  | 'USERS_NOT_ON_INVITE';

/** Whether the host's own settings apply. */
export type WaitingRoomModeInput =
  /** `whoGoesToWaitingRoom` applies. */
  | 'CUSTOM'
  /** The host's own settings apply. */
  | 'FOLLOW_SETTING';

/** Who waits until the host lets them in. */
export type WaitingRoomOptionsInput = {
  /** Whether the host's own settings apply. */
  mode?: WaitingRoomModeInput | null | undefined;
  /** Who waits until the host admits them. */
  whoGoesToWaitingRoom?: WaitingRoomAudienceInput | null | undefined;
};

/** A week of a month. */
export type WeekOfMonthInput =
  /** The first week of the month. */
  | 'FIRST'
  /** The fourth week of the month. */
  | 'FOURTH'
  /** The last week of the month. */
  | 'LAST'
  /** The second week of the month. */
  | 'SECOND'
  /** The third week of the month. */
  | 'THIRD';

/** A day of the week. */
export type WeekdayInput =
  /** Friday. */
  | 'FRIDAY'
  /** Monday. */
  | 'MONDAY'
  /** Saturday. */
  | 'SATURDAY'
  /** Sunday. */
  | 'SUNDAY'
  /** Thursday. */
  | 'THURSDAY'
  /** Tuesday. */
  | 'TUESDAY'
  /** Wednesday. */
  | 'WEDNESDAY';

/** The plans of Zoom, as far as limits go. */
export type ZoomPlan =
  /** Zoom Business, Education, Enterprise and Partner. */
  | 'BUSINESS'
  /** Free accounts. */
  | 'FREE'
  /** Zoom Pro. */
  | 'PRO';

export type CreateMeetingMutationVariables = Exact<{
  input: CreateMeetingInput;
}>;


export type CreateMeetingMutation = { createMeeting: { meeting: { zoomId: string, topic: string | null, joinUrl: string | null, host: { displayName: string | null } | null } | null } | null };

export type FindPhoneUsersQueryVariables = Exact<{
  keyword?: string | null | undefined;
}>;


export type FindPhoneUsersQuery = { phone: { users: { nodes: Array<{ name: string | null, extensionNumber: string | null, phoneNumbers: Array<{ number: string | null }> | null, user: { department: string | null } | null }> } | null } | null };

export type PhoneCallsQueryVariables = Exact<{ [key: string]: never; }>;


export type PhoneCallsQuery = { phone: { callHistory: { nodes: Array<{ startTime: string | null, direction: CallDirection | null, duration: number | null, callResult: CallHistoryResult | null, callerName: string | null, calleeName: string | null }> } | null } | null };

export type RateLimitQueryVariables = Exact<{ [key: string]: never; }>;


export type RateLimitQuery = { rateLimit: { plan: ZoomPlan, buckets: Array<{ product: RateLimitProduct, labels: Array<RateLimitLabel>, limit: number, period: RateLimitPeriod, remaining: number }> } };

export type RecordingLinksQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type RecordingLinksQuery = { account: { recordings: { nodes: Array<{ topic: string | null, startTime: string | null, archiveLink: { url: string, expiresAt: string } | null, recordingFiles: Array<{ fileType: RecordingFileType | null, fileSize: number | string | null, downloadLink: { url: string } | null }> | null }> } | null } | null };

export type RecordingsOfLastMonthQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type RecordingsOfLastMonthQuery = { account: { recordings: { nodes: Array<{ topic: string | null, startTime: string | null, host: { email: string | null } | null, recordingFiles: Array<{ fileType: RecordingFileType | null, fileSize: number | string | null }> | null }> } | null } | null };

export type TranscriptsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type TranscriptsQuery = { account: { recordings: { nodes: Array<{ topic: string | null, transcript: { text: string, lines: Array<{ start: number, end: number, speaker: string | null, text: string }> } | null }> } | null } | null };

export type UsersAndMeetingsQueryVariables = Exact<{ [key: string]: never; }>;


export type UsersAndMeetingsQuery = { users: { nodes: Array<{ displayName: string | null, email: string | null, role: { name: string | null } | null, meetings: { nodes: Array<{ topic: string | null, startTime: string | null }> } | null }> } | null };

export type UsersPageByPageQueryVariables = Exact<{
  status?: Array<UserStatusInput> | UserStatusInput | null | undefined;
  first?: number;
  after?: string | null | undefined;
}>;


export type UsersPageByPageQuery = { users: { totalCount: number | null, pageInfo: { hasNextPage: boolean, endCursor: string | null }, nodes: Array<{ displayName: string | null, email: string | null, status: UserStatus | null, lastLoginTime: string | null }> } | null };

export type AnyUserQueryVariables = Exact<{ [key: string]: never; }>;


export type AnyUserQuery = { users: { nodes: Array<{ id: string, email: string | null }> } | null };

export type OneUserQueryVariables = Exact<{
  id: string | number;
}>;


export type OneUserQuery = { user: { id: string, zoomId: string, email: string | null, jobTitle: string | null, role: { name: string | null } | null } | null };

export type MeQueryVariables = Exact<{ [key: string]: never; }>;


export type MeQuery = { me: { id: string, zoomId: string, email: string | null, jobTitle: string | null, role: { name: string | null } | null } | null };

export type ListedFieldsQueryVariables = Exact<{ [key: string]: never; }>;


export type ListedFieldsQuery = { users: { nodes: Array<{ email: string | null, firstName: string | null, lastName: string | null, displayName: string | null, type: UserType | null, status: UserStatus | null, roleId: string | null, dept: string | null, timezone: string | null, pmi: string | null, groupIds: Array<string> | null, imGroupIds: Array<string> | null, divisionIds: Array<string> | null, employeeUniqueId: string | null, verified: UserVerification | null, planUnitedType: UserPlanUnitedType | null, lastLoginTime: string | null, lastClientVersion: string | null, createdAt: string | null, userCreatedAt: string | null }> } | null };

export type RolesOfUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type RolesOfUsersQuery = { users: { nodes: Array<{ role: { name: string | null } | null }> } | null };

export type MeetingsOfUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type MeetingsOfUsersQuery = { users: { nodes: Array<{ meetings: { nodes: Array<{ topic: string | null, host: { email: string | null, displayName: string | null } | null }> } | null }> } | null };

export type AllUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type AllUsersQuery = { users: { nodes: Array<{ id: string }> } | null };

export type MeetingsByIdQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type MeetingsByIdQuery = { nodes: Array<
    | { meetings: { nodes: Array<{ zoomId: string }> } | null }
    | Record<PropertyKey, never>
   | null> | null };

export type UsersByIdQueryVariables = Exact<{
  ids: Array<string | number> | string | number;
}>;


export type UsersByIdQuery = { nodes: Array<
    | { email: string | null, dept: string | null }
    | Record<PropertyKey, never>
   | null> | null };

export type JobTitlesQueryVariables = Exact<{ [key: string]: never; }>;


export type JobTitlesQuery = { users: { nodes: Array<{ jobTitle: string | null }> } | null };

export type MyMeetingQueryVariables = Exact<{ [key: string]: never; }>;


export type MyMeetingQuery = { me: { meetings: { nodes: Array<{ id: string }> } | null } | null };

export type HostOfMeetingQueryVariables = Exact<{
  id: string | number;
}>;


export type HostOfMeetingQuery = { meeting: { host: { id: string } | null } | null };

export type PhoneUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type PhoneUsersQuery = { phone: { users: { nodes: Array<{ user: { email: string | null } | null, site: { name: string | null } | null }> } | null } | null };

export type QueuesOfSitesQueryVariables = Exact<{
  from: string;
}>;


export type QueuesOfSitesQuery = { phone: { sites: { nodes: Array<{ name: string | null, callQueues: { nodes: Array<{ name: string | null, members: { users: Array<{ user: { user: { displayName: string | null } | null } | null }> | null } | null }> } | null, callHistory: { nodes: Array<{ startTime: string | null, calleeName: string | null }> } | null }> } | null } | null };

export type QueuesWithSitesQueryVariables = Exact<{
  from: string;
}>;


export type QueuesWithSitesQuery = { phone: { callQueues: { nodes: Array<{ name: string | null, site: { name: string | null } | null, members: { users: Array<{ user: { user: { displayName: string | null } | null } | null }> | null } | null }> } | null, callHistory: { nodes: Array<{ startTime: string | null, site: { name: string | null } | null }> } | null } | null };

export type RegistrantsOfWebinarsQueryVariables = Exact<{ [key: string]: never; }>;


export type RegistrantsOfWebinarsQuery = { me: { webinars: { nodes: Array<{ topic: string | null, host: { email: string | null } | null, approved: { nodes: Array<{ email: string | null }> } | null, others: { nodes: Array<{ email: string | null, status: RegistrantStatus | null }> } | null }> } | null } | null };

export type ParticipantsOfQuarterQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type ParticipantsOfQuarterQuery = { users: { nodes: Array<{ email: string | null, pastMeetings: { nodes: Array<{ topic: string | null, startTime: string | null, participants: { nodes: Array<{ name: string | null, email: string | null }> } | null }> } | null }> } | null };

export type HostsAndMeetingsOfRecordingsQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type HostsAndMeetingsOfRecordingsQuery = { account: { recordings: { nodes: Array<{ host: { email: string | null } | null, meeting: { id: string, topic: string | null, agenda: string | null } | null }> } | null } | null };

export type HostsOfMonthQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type HostsOfMonthQuery = { reports: { users: { nodes: Array<{ meetingsCount: number | null, user: { email: string | null } | null, meetings: { nodes: Array<{ topic: string | null, startTime: string | null, host: { email: string | null } | null }> } | null, webinars: { nodes: Array<{ topic: string | null }> } | null }> } | null } | null };

export type GroupsWithMembersQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupsWithMembersQuery = { groups: { nodes: Array<{ name: string | null, members: { nodes: Array<{ email: string | null, role: { name: string | null } | null }> } | null }> } | null };

export type GroupsOfUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type GroupsOfUsersQuery = { users: { nodes: Array<{ email: string | null, role: { name: string | null } | null, groups: Array<{ name: string | null }> | null }> } | null };

export type RecordingOfUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type RecordingOfUsersQuery = { account: { settings: { recording: { autoRecording: AutoRecording | null } | null } | null } | null, users: { nodes: Array<{ zoomId: string, settings: { recording: { autoRecording: AutoRecording | null } | null } | null }> } | null };

export type LocksOfUsersQueryVariables = Exact<{ [key: string]: never; }>;


export type LocksOfUsersQuery = { users: { nodes: Array<{ effectiveSettings: { recording: { autoRecording: { value: AutoRecording | null, lockedBy: SettingLockedBy | null, lockedByGroup: { name: string | null } | null } | null } | null } | null }> } | null };

export type MessagesOfWeekQueryVariables = Exact<{
  from: string;
  to: string;
}>;


export type MessagesOfWeekQuery = { me: { chatChannels: { nodes: Array<{ name: string | null, messages: { nodes: Array<{ message: string | null, sender: { displayName: string | null } | null }> } | null }> } | null } | null };

export type PageOfUsersQueryVariables = Exact<{
  after?: string | null | undefined;
}>;


export type PageOfUsersQuery = { users: { nodes: Array<{ id: string }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type UsersAndRolesQueryVariables = Exact<{ [key: string]: never; }>;


export type UsersAndRolesQuery = { users: { nodes: Array<{ email: string | null, role: { name: string | null } | null }> } | null };

export type ClientsUsersQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ClientsUsersQuery = { users: { edges: Array<{ node: { id: string, email: string | null } }>, nodes: Array<{ id: string, displayName: string | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type ClientsUserQueryVariables = Exact<{
  id: string | number;
}>;


export type ClientsUserQuery = { node:
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { email: string | null, displayName: string | null, dept: string | null, id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
    | { id: string }
   | null };

export type ClientsMeetingsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientsMeetingsQuery = { me: { id: string, meetings: { nodes: Array<{ id: string, topic: string | null }> } | null } | null };

export type ClientsRenameMutationVariables = Exact<{
  input: UpdateMeetingInput;
}>;


export type ClientsRenameMutation = { updateMeeting: { meeting: { id: string, topic: string | null } | null } | null };

export type ClientsCreateOnceMutationVariables = Exact<{
  key: string;
  input: CreateMeetingInput;
}>;


export type ClientsCreateOnceMutation = { createMeeting: { meeting: { id: string, topic: string | null } | null } | null };

export type ClientsRecordsQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientsRecordsQuery = { me: { id: string, settings: { recording: { autoRecording: AutoRecording | null } | null } | null, recordings: { nodes: Array<{ id: string, recordingFiles: Array<{ fileType: RecordingFileType | null }> | null }> } | null } | null };

export type ClientsCloudQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientsCloudQuery = { me: { id: string, settings: { recording: { cloudRecording: boolean | null } | null } | null } | null };

export type ClientsPartQueryVariables = Exact<{ [key: string]: never; }>;


export type ClientsPartQuery = { me: { id: string } | null, user: { id: string } | null };


export const CreateMeetingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateMeeting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMeetingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMeeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meeting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zoomId"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"joinUrl"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<CreateMeetingMutation, CreateMeetingMutationVariables>;
export const FindPhoneUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FindPhoneUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"keyword"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}},"defaultValue":{"kind":"StringValue","value":"an","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"keyword"},"value":{"kind":"Variable","name":{"kind":"Name","value":"keyword"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"extensionNumber"}},{"kind":"Field","name":{"kind":"Name","value":"phoneNumbers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"number"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"department"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<FindPhoneUsersQuery, FindPhoneUsersQueryVariables>;
export const PhoneCallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PhoneCalls"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"direction"}},{"kind":"Field","name":{"kind":"Name","value":"duration"}},{"kind":"Field","name":{"kind":"Name","value":"callResult"}},{"kind":"Field","name":{"kind":"Name","value":"callerName"}},{"kind":"Field","name":{"kind":"Name","value":"calleeName"}}]}}]}}]}}]}}]} as unknown as DocumentNode<PhoneCallsQuery, PhoneCallsQueryVariables>;
export const RateLimitDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RateLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rateLimit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"plan"}},{"kind":"Field","name":{"kind":"Name","value":"buckets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"product"}},{"kind":"Field","name":{"kind":"Name","value":"labels"}},{"kind":"Field","name":{"kind":"Name","value":"limit"}},{"kind":"Field","name":{"kind":"Name","value":"period"}},{"kind":"Field","name":{"kind":"Name","value":"remaining"}}]}}]}}]}}]} as unknown as DocumentNode<RateLimitQuery, RateLimitQueryVariables>;
export const RecordingLinksDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordingLinks"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"archiveLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"minutes"},"value":{"kind":"IntValue","value":"15"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}},{"kind":"Field","name":{"kind":"Name","value":"expiresAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordingFiles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileType"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}},{"kind":"Field","name":{"kind":"Name","value":"downloadLink"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"minutes"},"value":{"kind":"IntValue","value":"15"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"url"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordingLinksQuery, RecordingLinksQueryVariables>;
export const RecordingsOfLastMonthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordingsOfLastMonth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordingFiles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileType"}},{"kind":"Field","name":{"kind":"Name","value":"fileSize"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordingsOfLastMonthQuery, RecordingsOfLastMonthQueryVariables>;
export const TranscriptsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Transcripts"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"transcript"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"text"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"start"}},{"kind":"Field","name":{"kind":"Name","value":"end"}},{"kind":"Field","name":{"kind":"Name","value":"speaker"}},{"kind":"Field","name":{"kind":"Name","value":"text"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<TranscriptsQuery, TranscriptsQueryVariables>;
export const UsersAndMeetingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersAndMeetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"3"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"startTime"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<UsersAndMeetingsQuery, UsersAndMeetingsQueryVariables>;
export const UsersPageByPageDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersPageByPage"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"status"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UserStatusInput"}}}},"defaultValue":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"ACTIVE"}]}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},"defaultValue":{"kind":"IntValue","value":"5"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"Variable","name":{"kind":"Name","value":"status"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginTime"}}]}}]}}]}}]} as unknown as DocumentNode<UsersPageByPageQuery, UsersPageByPageQueryVariables>;
export const AnyUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AnyUser"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]} as unknown as DocumentNode<AnyUserQuery, AnyUserQueryVariables>;
export const OneUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"OneUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zoomId"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<OneUserQuery, OneUserQueryVariables>;
export const MeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"zoomId"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]} as unknown as DocumentNode<MeQuery, MeQueryVariables>;
export const ListedFieldsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ListedFields"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"300"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"firstName"}},{"kind":"Field","name":{"kind":"Name","value":"lastName"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"roleId"}},{"kind":"Field","name":{"kind":"Name","value":"dept"}},{"kind":"Field","name":{"kind":"Name","value":"timezone"}},{"kind":"Field","name":{"kind":"Name","value":"pmi"}},{"kind":"Field","name":{"kind":"Name","value":"groupIds"}},{"kind":"Field","name":{"kind":"Name","value":"imGroupIds"}},{"kind":"Field","name":{"kind":"Name","value":"divisionIds"}},{"kind":"Field","name":{"kind":"Name","value":"employeeUniqueId"}},{"kind":"Field","name":{"kind":"Name","value":"verified"}},{"kind":"Field","name":{"kind":"Name","value":"planUnitedType"}},{"kind":"Field","name":{"kind":"Name","value":"lastLoginTime"}},{"kind":"Field","name":{"kind":"Name","value":"lastClientVersion"}},{"kind":"Field","name":{"kind":"Name","value":"createdAt"}},{"kind":"Field","name":{"kind":"Name","value":"userCreatedAt"}}]}}]}}]}}]} as unknown as DocumentNode<ListedFieldsQuery, ListedFieldsQueryVariables>;
export const RolesOfUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RolesOfUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"300"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<RolesOfUsersQuery, RolesOfUsersQueryVariables>;
export const MeetingsOfUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MeetingsOfUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"10"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MeetingsOfUsersQuery, MeetingsOfUsersQueryVariables>;
export const AllUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"AllUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<AllUsersQuery, AllUsersQueryVariables>;
export const MeetingsByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MeetingsById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zoomId"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MeetingsByIdQuery, MeetingsByIdQueryVariables>;
export const UsersByIdDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersById"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"ids"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"ids"},"value":{"kind":"Variable","name":{"kind":"Name","value":"ids"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"dept"}}]}}]}}]}}]} as unknown as DocumentNode<UsersByIdQuery, UsersByIdQueryVariables>;
export const JobTitlesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"JobTitles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jobTitle"}}]}}]}}]}}]} as unknown as DocumentNode<JobTitlesQuery, JobTitlesQueryVariables>;
export const MyMeetingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MyMeeting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]}}]} as unknown as DocumentNode<MyMeetingQuery, MyMeetingQueryVariables>;
export const HostOfMeetingDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HostOfMeeting"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<HostOfMeetingQuery, HostOfMeetingQueryVariables>;
export const PhoneUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PhoneUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<PhoneUsersQuery, PhoneUsersQueryVariables>;
export const QueuesOfSitesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueuesOfSites"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sites"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"callQueues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"callHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"callResults"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NO_ANSWER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"calleeName"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<QueuesOfSitesQuery, QueuesOfSitesQueryVariables>;
export const QueuesWithSitesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"QueuesWithSites"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"phone"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"callQueues"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"members"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"callHistory"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"callResults"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"NO_ANSWER"}]}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"site"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<QueuesWithSitesQuery, QueuesWithSitesQueryVariables>;
export const RegistrantsOfWebinarsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RegistrantsOfWebinars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"webinars"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"approved"},"name":{"kind":"Name","value":"registrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"Field","alias":{"kind":"Name","value":"others"},"name":{"kind":"Name","value":"registrants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}},{"kind":"Argument","name":{"kind":"Name","value":"status"},"value":{"kind":"ListValue","values":[{"kind":"EnumValue","value":"PENDING"},{"kind":"EnumValue","value":"DENIED"}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"status"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RegistrantsOfWebinarsQuery, RegistrantsOfWebinarsQueryVariables>;
export const ParticipantsOfQuarterDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ParticipantsOfQuarter"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"pastMeetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"participants"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"300"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ParticipantsOfQuarterQuery, ParticipantsOfQuarterQueryVariables>;
export const HostsAndMeetingsOfRecordingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HostsAndMeetingsOfRecordings"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meeting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"agenda"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HostsAndMeetingsOfRecordingsQuery, HostsAndMeetingsOfRecordingsQueryVariables>;
export const HostsOfMonthDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HostsOfMonth"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"reports"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meetingsCount"}},{"kind":"Field","name":{"kind":"Name","value":"user"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}},{"kind":"Field","name":{"kind":"Name","value":"startTime"}},{"kind":"Field","name":{"kind":"Name","value":"host"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"webinars"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"100"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"topic"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HostsOfMonthQuery, HostsOfMonthQueryVariables>;
export const GroupsWithMembersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupsWithMembers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"groups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"20"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"members"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<GroupsWithMembersQuery, GroupsWithMembersQueryVariables>;
export const GroupsOfUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"GroupsOfUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1000"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<GroupsOfUsersQuery, GroupsOfUsersQueryVariables>;
export const RecordingOfUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RecordingOfUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"account"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"autoRecording"}}]}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"300"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"zoomId"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"autoRecording"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<RecordingOfUsersQuery, RecordingOfUsersQueryVariables>;
export const LocksOfUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"LocksOfUsers"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"300"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"effectiveSettings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"autoRecording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"lockedBy"}},{"kind":"Field","name":{"kind":"Name","value":"lockedByGroup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<LocksOfUsersQuery, LocksOfUsersQueryVariables>;
export const MessagesOfWeekDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"MessagesOfWeek"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"from"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"to"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"chatChannels"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"5"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"messages"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"from"},"value":{"kind":"Variable","name":{"kind":"Name","value":"from"}}},{"kind":"Argument","name":{"kind":"Name","value":"to"},"value":{"kind":"Variable","name":{"kind":"Name","value":"to"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"50"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"sender"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<MessagesOfWeekQuery, MessagesOfWeekQueryVariables>;
export const PageOfUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PageOfUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"300"}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PageOfUsersQuery, PageOfUsersQueryVariables>;
export const UsersAndRolesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"UsersAndRoles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"60"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}}]}}]}}]} as unknown as DocumentNode<UsersAndRolesQuery, UsersAndRolesQueryVariables>;
export const ClientsUsersDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientsUsers"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"users"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"edges"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<ClientsUsersQuery, ClientsUsersQueryVariables>;
export const ClientsUserDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientsUser"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"id"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"node"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"Variable","name":{"kind":"Name","value":"id"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"InlineFragment","typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"User"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"displayName"}},{"kind":"Field","name":{"kind":"Name","value":"dept"}}]}}]}}]}}]} as unknown as DocumentNode<ClientsUserQuery, ClientsUserQueryVariables>;
export const ClientsMeetingsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientsMeetings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"meetings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ClientsMeetingsQuery, ClientsMeetingsQueryVariables>;
export const ClientsRenameDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClientsRename"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpdateMeetingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"updateMeeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meeting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}}]}}]}}]}}]} as unknown as DocumentNode<ClientsRenameMutation, ClientsRenameMutationVariables>;
export const ClientsCreateOnceDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ClientsCreateOnce"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"key"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateMeetingInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createMeeting"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"directives":[{"kind":"Directive","name":{"kind":"Name","value":"idempotent"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"key"},"value":{"kind":"Variable","name":{"kind":"Name","value":"key"}}}]}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"meeting"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"topic"}}]}}]}}]}}]} as unknown as DocumentNode<ClientsCreateOnceMutation, ClientsCreateOnceMutationVariables>;
export const ClientsRecordsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientsRecords"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"autoRecording"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"recordings"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"2"}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"recordingFiles"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"fileType"}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<ClientsRecordsQuery, ClientsRecordsQueryVariables>;
export const ClientsCloudDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientsCloud"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"settings"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recording"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cloudRecording"}}]}}]}}]}}]}}]} as unknown as DocumentNode<ClientsCloudQuery, ClientsCloudQueryVariables>;
export const ClientsPartDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ClientsPart"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"me"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}},{"kind":"Field","name":{"kind":"Name","value":"user"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"id"},"value":{"kind":"StringValue","value":"nobody","block":false}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]} as unknown as DocumentNode<ClientsPartQuery, ClientsPartQueryVariables>;