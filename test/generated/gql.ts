/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "mutation CreateMeeting($input: CreateMeetingInput!) {\n  createMeeting(input: $input) {\n    meeting {\n      zoomId\n      topic\n      joinUrl\n      host {\n        displayName\n      }\n    }\n  }\n}": typeof types.CreateMeetingDocument,
    "query FindPhoneUsers($keyword: String = \"an\") {\n  phone {\n    users(keyword: $keyword, first: 10) {\n      nodes {\n        name\n        extensionNumber\n        phoneNumbers {\n          number\n        }\n        user {\n          department\n        }\n      }\n    }\n  }\n}": typeof types.FindPhoneUsersDocument,
    "query IdleUsers($where: UserFilter) {\n  users(where: $where, orderBy: {lastLoginTime: ASC}) {\n    nodes {\n      email\n      lastLoginTime\n    }\n    groups(by: [DEPARTMENT]) {\n      key {\n        department\n      }\n      count\n    }\n  }\n}": typeof types.IdleUsersDocument,
    "query PhoneCalls {\n  phone {\n    callHistory(first: 20) {\n      nodes {\n        startTime\n        direction\n        duration\n        callResult\n        callerName\n        calleeName\n      }\n    }\n  }\n}": typeof types.PhoneCallsDocument,
    "query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}": typeof types.RateLimitDocument,
    "query RecordingLinks($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        startTime\n        archiveLink(minutes: 15) {\n          url\n          expiresAt\n        }\n        recordingFiles {\n          fileType\n          fileSize\n          downloadLink(minutes: 15) {\n            url\n          }\n        }\n      }\n    }\n  }\n}": typeof types.RecordingLinksDocument,
    "query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}": typeof types.RecordingsOfLastMonthDocument,
    "query Transcripts($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        transcript {\n          text\n          lines {\n            start\n            end\n            speaker\n            text\n          }\n        }\n      }\n    }\n  }\n}": typeof types.TranscriptsDocument,
    "query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}": typeof types.UsersAndMeetingsDocument,
    "query UsersPageByPage($status: [UserStatusInput!] = [ACTIVE], $first: Int! = 5, $after: String) {\n  users(status: $status, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      displayName\n      email\n      status\n      lastLoginTime\n    }\n  }\n}": typeof types.UsersPageByPageDocument,
    "query AnyUser { users(first: 1) { nodes { id email } } }": typeof types.AnyUserDocument,
    "query OneUser($id: ID!) { user(id: $id) { id zoomId email jobTitle role { name } } }": typeof types.OneUserDocument,
    "query Me { me { id zoomId email jobTitle role { name } } }": typeof types.MeDocument,
    "\n  query ListedFields {\n    users(first: 300) {\n      nodes {\n        email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds divisionIds\n        employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt\n      }\n    }\n  }\n": typeof types.ListedFieldsDocument,
    "query RolesOfUsers { users(first: 300) { nodes { role { name } } } }": typeof types.RolesOfUsersDocument,
    "\n  query MeetingsOfUsers {\n    users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } }\n  }\n": typeof types.MeetingsOfUsersDocument,
    "query AllUsers { users(first: 1000) { nodes { id } } }": typeof types.AllUsersDocument,
    "\n  query MeetingsById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 2) { nodes { zoomId } } } } }\n": typeof types.MeetingsByIdDocument,
    "query UsersById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }": typeof types.UsersByIdDocument,
    "query JobTitles { users(first: 100) { nodes { jobTitle } } }": typeof types.JobTitlesDocument,
    "query MyMeeting { me { meetings(first: 1) { nodes { id } } } }": typeof types.MyMeetingDocument,
    "query HostOfMeeting($id: ID!) { meeting(id: $id) { host { id } } }": typeof types.HostOfMeetingDocument,
    "query PhoneUsers { phone { users(first: 100) { nodes { user { email } site { name } } } } }": typeof types.PhoneUsersDocument,
    "\n  query QueuesOfSites($from: Date!) {\n    phone {\n      sites {\n        nodes {\n          name\n          callQueues { nodes { name members { users { user { user { displayName } } } } } }\n          callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime calleeName } }\n        }\n      }\n    }\n  }\n": typeof types.QueuesOfSitesDocument,
    "\n  query QueuesWithSites($from: Date!) {\n    phone {\n      callQueues { nodes { name site { name } members { users { user { user { displayName } } } } } }\n      callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime site { name } } }\n    }\n  }\n": typeof types.QueuesWithSitesDocument,
    "\n  query RegistrantsOfWebinars {\n    me {\n      webinars {\n        nodes {\n          topic\n          host { email }\n          approved: registrants(first: 100) { nodes { email } }\n          others: registrants(first: 100, status: [PENDING, DENIED]) { nodes { email status } }\n        }\n      }\n    }\n  }\n": typeof types.RegistrantsOfWebinarsDocument,
    "\n  query ParticipantsOfQuarter($from: Date!, $to: Date!) {\n    users(first: 50) {\n      nodes {\n        email\n        pastMeetings(from: $from, to: $to, first: 2) {\n          nodes { topic startTime participants(first: 300) { nodes { name email } } }\n        }\n      }\n    }\n  }\n": typeof types.ParticipantsOfQuarterDocument,
    "\n  query HostsAndMeetingsOfRecordings($from: Date!, $to: Date!) {\n    account { recordings(from: $from, to: $to, first: 1000) { nodes { host { email } meeting { id topic agenda } } } }\n  }\n": typeof types.HostsAndMeetingsOfRecordingsDocument,
    "\n  query HostsOfMonth($from: Date!, $to: Date!) {\n    reports {\n      users(from: $from, to: $to, first: 50) {\n        nodes {\n          meetingsCount\n          user { email }\n          meetings(first: 100) { nodes { topic startTime host { email } } }\n          webinars(first: 100) { nodes { topic } }\n        }\n      }\n    }\n  }\n": typeof types.HostsOfMonthDocument,
    "\n  query GroupsWithMembers {\n    groups(first: 20) { nodes { name members(first: 1000) { nodes { email role { name } } } } }\n  }\n": typeof types.GroupsWithMembersDocument,
    "\n  query GroupsOfUsers { users(first: 1000) { nodes { email role { name } groups { name } } } }\n": typeof types.GroupsOfUsersDocument,
    "\n  query RecordingOfUsers {\n    account { settings { recording { autoRecording } } }\n    users(first: 300) { nodes { zoomId settings { recording { autoRecording } } } }\n  }\n": typeof types.RecordingOfUsersDocument,
    "\n  query LocksOfUsers {\n    users(first: 300) {\n      nodes { effectiveSettings { recording { autoRecording { value lockedBy lockedByGroup { name } } } } }\n    }\n  }\n": typeof types.LocksOfUsersDocument,
    "\n  query MessagesOfWeek($from: Date!, $to: Date!) {\n    me {\n      chatChannels(first: 5) {\n        nodes { name messages(from: $from, to: $to, first: 50) { nodes { message sender { displayName } } } }\n      }\n    }\n  }\n": typeof types.MessagesOfWeekDocument,
    "\n  query PageOfUsers($after: String) {\n    users(first: 300, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }\n  }\n": typeof types.PageOfUsersDocument,
    "query UsersAndRoles { users(first: 60) { nodes { email role { name } } } }": typeof types.UsersAndRolesDocument,
    "\n  query ClientsUsers($first: Int, $after: String) {\n    users(first: $first, after: $after) {\n      edges { node { id email } }\n      nodes { id displayName }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": typeof types.ClientsUsersDocument,
    "\n  query ClientsUser($id: ID!) { node(id: $id) { id ... on User { email displayName dept } } }\n": typeof types.ClientsUserDocument,
    "\n  query ClientsMeetings { me { id meetings(first: 1) { nodes { id topic } } } }\n": typeof types.ClientsMeetingsDocument,
    "\n  mutation ClientsRename($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id topic } } }\n": typeof types.ClientsRenameDocument,
    "\n  mutation ClientsCreateOnce($key: String!, $input: CreateMeetingInput!) {\n    createMeeting(input: $input) @idempotent(key: $key) { meeting { id topic } }\n  }\n": typeof types.ClientsCreateOnceDocument,
    "\n  query ClientsRecords { me { id settings { recording { autoRecording } } recordings(first: 2) { nodes { id recordingFiles { fileType } } } } }\n": typeof types.ClientsRecordsDocument,
    "\n  query ClientsCloud { me { id settings { recording { cloudRecording } } } }\n": typeof types.ClientsCloudDocument,
    "\n  query ClientsPart { me { id } user(id: \"nobody\") { id } }\n": typeof types.ClientsPartDocument,
};
const documents: Documents = {
    "mutation CreateMeeting($input: CreateMeetingInput!) {\n  createMeeting(input: $input) {\n    meeting {\n      zoomId\n      topic\n      joinUrl\n      host {\n        displayName\n      }\n    }\n  }\n}": types.CreateMeetingDocument,
    "query FindPhoneUsers($keyword: String = \"an\") {\n  phone {\n    users(keyword: $keyword, first: 10) {\n      nodes {\n        name\n        extensionNumber\n        phoneNumbers {\n          number\n        }\n        user {\n          department\n        }\n      }\n    }\n  }\n}": types.FindPhoneUsersDocument,
    "query IdleUsers($where: UserFilter) {\n  users(where: $where, orderBy: {lastLoginTime: ASC}) {\n    nodes {\n      email\n      lastLoginTime\n    }\n    groups(by: [DEPARTMENT]) {\n      key {\n        department\n      }\n      count\n    }\n  }\n}": types.IdleUsersDocument,
    "query PhoneCalls {\n  phone {\n    callHistory(first: 20) {\n      nodes {\n        startTime\n        direction\n        duration\n        callResult\n        callerName\n        calleeName\n      }\n    }\n  }\n}": types.PhoneCallsDocument,
    "query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}": types.RateLimitDocument,
    "query RecordingLinks($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        startTime\n        archiveLink(minutes: 15) {\n          url\n          expiresAt\n        }\n        recordingFiles {\n          fileType\n          fileSize\n          downloadLink(minutes: 15) {\n            url\n          }\n        }\n      }\n    }\n  }\n}": types.RecordingLinksDocument,
    "query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}": types.RecordingsOfLastMonthDocument,
    "query Transcripts($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        transcript {\n          text\n          lines {\n            start\n            end\n            speaker\n            text\n          }\n        }\n      }\n    }\n  }\n}": types.TranscriptsDocument,
    "query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}": types.UsersAndMeetingsDocument,
    "query UsersPageByPage($status: [UserStatusInput!] = [ACTIVE], $first: Int! = 5, $after: String) {\n  users(status: $status, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      displayName\n      email\n      status\n      lastLoginTime\n    }\n  }\n}": types.UsersPageByPageDocument,
    "query AnyUser { users(first: 1) { nodes { id email } } }": types.AnyUserDocument,
    "query OneUser($id: ID!) { user(id: $id) { id zoomId email jobTitle role { name } } }": types.OneUserDocument,
    "query Me { me { id zoomId email jobTitle role { name } } }": types.MeDocument,
    "\n  query ListedFields {\n    users(first: 300) {\n      nodes {\n        email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds divisionIds\n        employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt\n      }\n    }\n  }\n": types.ListedFieldsDocument,
    "query RolesOfUsers { users(first: 300) { nodes { role { name } } } }": types.RolesOfUsersDocument,
    "\n  query MeetingsOfUsers {\n    users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } }\n  }\n": types.MeetingsOfUsersDocument,
    "query AllUsers { users(first: 1000) { nodes { id } } }": types.AllUsersDocument,
    "\n  query MeetingsById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 2) { nodes { zoomId } } } } }\n": types.MeetingsByIdDocument,
    "query UsersById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }": types.UsersByIdDocument,
    "query JobTitles { users(first: 100) { nodes { jobTitle } } }": types.JobTitlesDocument,
    "query MyMeeting { me { meetings(first: 1) { nodes { id } } } }": types.MyMeetingDocument,
    "query HostOfMeeting($id: ID!) { meeting(id: $id) { host { id } } }": types.HostOfMeetingDocument,
    "query PhoneUsers { phone { users(first: 100) { nodes { user { email } site { name } } } } }": types.PhoneUsersDocument,
    "\n  query QueuesOfSites($from: Date!) {\n    phone {\n      sites {\n        nodes {\n          name\n          callQueues { nodes { name members { users { user { user { displayName } } } } } }\n          callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime calleeName } }\n        }\n      }\n    }\n  }\n": types.QueuesOfSitesDocument,
    "\n  query QueuesWithSites($from: Date!) {\n    phone {\n      callQueues { nodes { name site { name } members { users { user { user { displayName } } } } } }\n      callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime site { name } } }\n    }\n  }\n": types.QueuesWithSitesDocument,
    "\n  query RegistrantsOfWebinars {\n    me {\n      webinars {\n        nodes {\n          topic\n          host { email }\n          approved: registrants(first: 100) { nodes { email } }\n          others: registrants(first: 100, status: [PENDING, DENIED]) { nodes { email status } }\n        }\n      }\n    }\n  }\n": types.RegistrantsOfWebinarsDocument,
    "\n  query ParticipantsOfQuarter($from: Date!, $to: Date!) {\n    users(first: 50) {\n      nodes {\n        email\n        pastMeetings(from: $from, to: $to, first: 2) {\n          nodes { topic startTime participants(first: 300) { nodes { name email } } }\n        }\n      }\n    }\n  }\n": types.ParticipantsOfQuarterDocument,
    "\n  query HostsAndMeetingsOfRecordings($from: Date!, $to: Date!) {\n    account { recordings(from: $from, to: $to, first: 1000) { nodes { host { email } meeting { id topic agenda } } } }\n  }\n": types.HostsAndMeetingsOfRecordingsDocument,
    "\n  query HostsOfMonth($from: Date!, $to: Date!) {\n    reports {\n      users(from: $from, to: $to, first: 50) {\n        nodes {\n          meetingsCount\n          user { email }\n          meetings(first: 100) { nodes { topic startTime host { email } } }\n          webinars(first: 100) { nodes { topic } }\n        }\n      }\n    }\n  }\n": types.HostsOfMonthDocument,
    "\n  query GroupsWithMembers {\n    groups(first: 20) { nodes { name members(first: 1000) { nodes { email role { name } } } } }\n  }\n": types.GroupsWithMembersDocument,
    "\n  query GroupsOfUsers { users(first: 1000) { nodes { email role { name } groups { name } } } }\n": types.GroupsOfUsersDocument,
    "\n  query RecordingOfUsers {\n    account { settings { recording { autoRecording } } }\n    users(first: 300) { nodes { zoomId settings { recording { autoRecording } } } }\n  }\n": types.RecordingOfUsersDocument,
    "\n  query LocksOfUsers {\n    users(first: 300) {\n      nodes { effectiveSettings { recording { autoRecording { value lockedBy lockedByGroup { name } } } } }\n    }\n  }\n": types.LocksOfUsersDocument,
    "\n  query MessagesOfWeek($from: Date!, $to: Date!) {\n    me {\n      chatChannels(first: 5) {\n        nodes { name messages(from: $from, to: $to, first: 50) { nodes { message sender { displayName } } } }\n      }\n    }\n  }\n": types.MessagesOfWeekDocument,
    "\n  query PageOfUsers($after: String) {\n    users(first: 300, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }\n  }\n": types.PageOfUsersDocument,
    "query UsersAndRoles { users(first: 60) { nodes { email role { name } } } }": types.UsersAndRolesDocument,
    "\n  query ClientsUsers($first: Int, $after: String) {\n    users(first: $first, after: $after) {\n      edges { node { id email } }\n      nodes { id displayName }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n": types.ClientsUsersDocument,
    "\n  query ClientsUser($id: ID!) { node(id: $id) { id ... on User { email displayName dept } } }\n": types.ClientsUserDocument,
    "\n  query ClientsMeetings { me { id meetings(first: 1) { nodes { id topic } } } }\n": types.ClientsMeetingsDocument,
    "\n  mutation ClientsRename($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id topic } } }\n": types.ClientsRenameDocument,
    "\n  mutation ClientsCreateOnce($key: String!, $input: CreateMeetingInput!) {\n    createMeeting(input: $input) @idempotent(key: $key) { meeting { id topic } }\n  }\n": types.ClientsCreateOnceDocument,
    "\n  query ClientsRecords { me { id settings { recording { autoRecording } } recordings(first: 2) { nodes { id recordingFiles { fileType } } } } }\n": types.ClientsRecordsDocument,
    "\n  query ClientsCloud { me { id settings { recording { cloudRecording } } } }\n": types.ClientsCloudDocument,
    "\n  query ClientsPart { me { id } user(id: \"nobody\") { id } }\n": types.ClientsPartDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "mutation CreateMeeting($input: CreateMeetingInput!) {\n  createMeeting(input: $input) {\n    meeting {\n      zoomId\n      topic\n      joinUrl\n      host {\n        displayName\n      }\n    }\n  }\n}"): (typeof documents)["mutation CreateMeeting($input: CreateMeetingInput!) {\n  createMeeting(input: $input) {\n    meeting {\n      zoomId\n      topic\n      joinUrl\n      host {\n        displayName\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query FindPhoneUsers($keyword: String = \"an\") {\n  phone {\n    users(keyword: $keyword, first: 10) {\n      nodes {\n        name\n        extensionNumber\n        phoneNumbers {\n          number\n        }\n        user {\n          department\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query FindPhoneUsers($keyword: String = \"an\") {\n  phone {\n    users(keyword: $keyword, first: 10) {\n      nodes {\n        name\n        extensionNumber\n        phoneNumbers {\n          number\n        }\n        user {\n          department\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query IdleUsers($where: UserFilter) {\n  users(where: $where, orderBy: {lastLoginTime: ASC}) {\n    nodes {\n      email\n      lastLoginTime\n    }\n    groups(by: [DEPARTMENT]) {\n      key {\n        department\n      }\n      count\n    }\n  }\n}"): (typeof documents)["query IdleUsers($where: UserFilter) {\n  users(where: $where, orderBy: {lastLoginTime: ASC}) {\n    nodes {\n      email\n      lastLoginTime\n    }\n    groups(by: [DEPARTMENT]) {\n      key {\n        department\n      }\n      count\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PhoneCalls {\n  phone {\n    callHistory(first: 20) {\n      nodes {\n        startTime\n        direction\n        duration\n        callResult\n        callerName\n        calleeName\n      }\n    }\n  }\n}"): (typeof documents)["query PhoneCalls {\n  phone {\n    callHistory(first: 20) {\n      nodes {\n        startTime\n        direction\n        duration\n        callResult\n        callerName\n        calleeName\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}"): (typeof documents)["query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecordingLinks($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        startTime\n        archiveLink(minutes: 15) {\n          url\n          expiresAt\n        }\n        recordingFiles {\n          fileType\n          fileSize\n          downloadLink(minutes: 15) {\n            url\n          }\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query RecordingLinks($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        startTime\n        archiveLink(minutes: 15) {\n          url\n          expiresAt\n        }\n        recordingFiles {\n          fileType\n          fileSize\n          downloadLink(minutes: 15) {\n            url\n          }\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Transcripts($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        transcript {\n          text\n          lines {\n            start\n            end\n            speaker\n            text\n          }\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query Transcripts($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 3) {\n      nodes {\n        topic\n        transcript {\n          text\n          lines {\n            start\n            end\n            speaker\n            text\n          }\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UsersPageByPage($status: [UserStatusInput!] = [ACTIVE], $first: Int! = 5, $after: String) {\n  users(status: $status, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      displayName\n      email\n      status\n      lastLoginTime\n    }\n  }\n}"): (typeof documents)["query UsersPageByPage($status: [UserStatusInput!] = [ACTIVE], $first: Int! = 5, $after: String) {\n  users(status: $status, first: $first, after: $after) {\n    totalCount\n    pageInfo {\n      hasNextPage\n      endCursor\n    }\n    nodes {\n      displayName\n      email\n      status\n      lastLoginTime\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AnyUser { users(first: 1) { nodes { id email } } }"): (typeof documents)["query AnyUser { users(first: 1) { nodes { id email } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query OneUser($id: ID!) { user(id: $id) { id zoomId email jobTitle role { name } } }"): (typeof documents)["query OneUser($id: ID!) { user(id: $id) { id zoomId email jobTitle role { name } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query Me { me { id zoomId email jobTitle role { name } } }"): (typeof documents)["query Me { me { id zoomId email jobTitle role { name } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ListedFields {\n    users(first: 300) {\n      nodes {\n        email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds divisionIds\n        employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  query ListedFields {\n    users(first: 300) {\n      nodes {\n        email firstName lastName displayName type status roleId dept timezone pmi groupIds imGroupIds divisionIds\n        employeeUniqueId verified planUnitedType lastLoginTime lastClientVersion createdAt userCreatedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RolesOfUsers { users(first: 300) { nodes { role { name } } } }"): (typeof documents)["query RolesOfUsers { users(first: 300) { nodes { role { name } } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MeetingsOfUsers {\n    users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } }\n  }\n"): (typeof documents)["\n  query MeetingsOfUsers {\n    users(first: 50) { nodes { meetings(first: 10) { nodes { topic host { email displayName } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query AllUsers { users(first: 1000) { nodes { id } } }"): (typeof documents)["query AllUsers { users(first: 1000) { nodes { id } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MeetingsById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 2) { nodes { zoomId } } } } }\n"): (typeof documents)["\n  query MeetingsById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { meetings(first: 2) { nodes { zoomId } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UsersById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }"): (typeof documents)["query UsersById($ids: [ID!]!) { nodes(ids: $ids) { ... on User { email dept } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query JobTitles { users(first: 100) { nodes { jobTitle } } }"): (typeof documents)["query JobTitles { users(first: 100) { nodes { jobTitle } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query MyMeeting { me { meetings(first: 1) { nodes { id } } } }"): (typeof documents)["query MyMeeting { me { meetings(first: 1) { nodes { id } } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query HostOfMeeting($id: ID!) { meeting(id: $id) { host { id } } }"): (typeof documents)["query HostOfMeeting($id: ID!) { meeting(id: $id) { host { id } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query PhoneUsers { phone { users(first: 100) { nodes { user { email } site { name } } } } }"): (typeof documents)["query PhoneUsers { phone { users(first: 100) { nodes { user { email } site { name } } } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueuesOfSites($from: Date!) {\n    phone {\n      sites {\n        nodes {\n          name\n          callQueues { nodes { name members { users { user { user { displayName } } } } } }\n          callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime calleeName } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query QueuesOfSites($from: Date!) {\n    phone {\n      sites {\n        nodes {\n          name\n          callQueues { nodes { name members { users { user { user { displayName } } } } } }\n          callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime calleeName } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query QueuesWithSites($from: Date!) {\n    phone {\n      callQueues { nodes { name site { name } members { users { user { user { displayName } } } } } }\n      callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime site { name } } }\n    }\n  }\n"): (typeof documents)["\n  query QueuesWithSites($from: Date!) {\n    phone {\n      callQueues { nodes { name site { name } members { users { user { user { displayName } } } } } }\n      callHistory(from: $from, callResults: [NO_ANSWER], first: 100) { nodes { startTime site { name } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RegistrantsOfWebinars {\n    me {\n      webinars {\n        nodes {\n          topic\n          host { email }\n          approved: registrants(first: 100) { nodes { email } }\n          others: registrants(first: 100, status: [PENDING, DENIED]) { nodes { email status } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query RegistrantsOfWebinars {\n    me {\n      webinars {\n        nodes {\n          topic\n          host { email }\n          approved: registrants(first: 100) { nodes { email } }\n          others: registrants(first: 100, status: [PENDING, DENIED]) { nodes { email status } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ParticipantsOfQuarter($from: Date!, $to: Date!) {\n    users(first: 50) {\n      nodes {\n        email\n        pastMeetings(from: $from, to: $to, first: 2) {\n          nodes { topic startTime participants(first: 300) { nodes { name email } } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ParticipantsOfQuarter($from: Date!, $to: Date!) {\n    users(first: 50) {\n      nodes {\n        email\n        pastMeetings(from: $from, to: $to, first: 2) {\n          nodes { topic startTime participants(first: 300) { nodes { name email } } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HostsAndMeetingsOfRecordings($from: Date!, $to: Date!) {\n    account { recordings(from: $from, to: $to, first: 1000) { nodes { host { email } meeting { id topic agenda } } } }\n  }\n"): (typeof documents)["\n  query HostsAndMeetingsOfRecordings($from: Date!, $to: Date!) {\n    account { recordings(from: $from, to: $to, first: 1000) { nodes { host { email } meeting { id topic agenda } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query HostsOfMonth($from: Date!, $to: Date!) {\n    reports {\n      users(from: $from, to: $to, first: 50) {\n        nodes {\n          meetingsCount\n          user { email }\n          meetings(first: 100) { nodes { topic startTime host { email } } }\n          webinars(first: 100) { nodes { topic } }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query HostsOfMonth($from: Date!, $to: Date!) {\n    reports {\n      users(from: $from, to: $to, first: 50) {\n        nodes {\n          meetingsCount\n          user { email }\n          meetings(first: 100) { nodes { topic startTime host { email } } }\n          webinars(first: 100) { nodes { topic } }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsWithMembers {\n    groups(first: 20) { nodes { name members(first: 1000) { nodes { email role { name } } } } }\n  }\n"): (typeof documents)["\n  query GroupsWithMembers {\n    groups(first: 20) { nodes { name members(first: 1000) { nodes { email role { name } } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query GroupsOfUsers { users(first: 1000) { nodes { email role { name } groups { name } } } }\n"): (typeof documents)["\n  query GroupsOfUsers { users(first: 1000) { nodes { email role { name } groups { name } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RecordingOfUsers {\n    account { settings { recording { autoRecording } } }\n    users(first: 300) { nodes { zoomId settings { recording { autoRecording } } } }\n  }\n"): (typeof documents)["\n  query RecordingOfUsers {\n    account { settings { recording { autoRecording } } }\n    users(first: 300) { nodes { zoomId settings { recording { autoRecording } } } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query LocksOfUsers {\n    users(first: 300) {\n      nodes { effectiveSettings { recording { autoRecording { value lockedBy lockedByGroup { name } } } } }\n    }\n  }\n"): (typeof documents)["\n  query LocksOfUsers {\n    users(first: 300) {\n      nodes { effectiveSettings { recording { autoRecording { value lockedBy lockedByGroup { name } } } } }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MessagesOfWeek($from: Date!, $to: Date!) {\n    me {\n      chatChannels(first: 5) {\n        nodes { name messages(from: $from, to: $to, first: 50) { nodes { message sender { displayName } } } }\n      }\n    }\n  }\n"): (typeof documents)["\n  query MessagesOfWeek($from: Date!, $to: Date!) {\n    me {\n      chatChannels(first: 5) {\n        nodes { name messages(from: $from, to: $to, first: 50) { nodes { message sender { displayName } } } }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query PageOfUsers($after: String) {\n    users(first: 300, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }\n  }\n"): (typeof documents)["\n  query PageOfUsers($after: String) {\n    users(first: 300, after: $after) { nodes { id } pageInfo { hasNextPage endCursor } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UsersAndRoles { users(first: 60) { nodes { email role { name } } } }"): (typeof documents)["query UsersAndRoles { users(first: 60) { nodes { email role { name } } } }"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientsUsers($first: Int, $after: String) {\n    users(first: $first, after: $after) {\n      edges { node { id email } }\n      nodes { id displayName }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"): (typeof documents)["\n  query ClientsUsers($first: Int, $after: String) {\n    users(first: $first, after: $after) {\n      edges { node { id email } }\n      nodes { id displayName }\n      pageInfo { hasNextPage endCursor }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientsUser($id: ID!) { node(id: $id) { id ... on User { email displayName dept } } }\n"): (typeof documents)["\n  query ClientsUser($id: ID!) { node(id: $id) { id ... on User { email displayName dept } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientsMeetings { me { id meetings(first: 1) { nodes { id topic } } } }\n"): (typeof documents)["\n  query ClientsMeetings { me { id meetings(first: 1) { nodes { id topic } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClientsRename($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id topic } } }\n"): (typeof documents)["\n  mutation ClientsRename($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id topic } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ClientsCreateOnce($key: String!, $input: CreateMeetingInput!) {\n    createMeeting(input: $input) @idempotent(key: $key) { meeting { id topic } }\n  }\n"): (typeof documents)["\n  mutation ClientsCreateOnce($key: String!, $input: CreateMeetingInput!) {\n    createMeeting(input: $input) @idempotent(key: $key) { meeting { id topic } }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientsRecords { me { id settings { recording { autoRecording } } recordings(first: 2) { nodes { id recordingFiles { fileType } } } } }\n"): (typeof documents)["\n  query ClientsRecords { me { id settings { recording { autoRecording } } recordings(first: 2) { nodes { id recordingFiles { fileType } } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientsCloud { me { id settings { recording { cloudRecording } } } }\n"): (typeof documents)["\n  query ClientsCloud { me { id settings { recording { cloudRecording } } } }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ClientsPart { me { id } user(id: \"nobody\") { id } }\n"): (typeof documents)["\n  query ClientsPart { me { id } user(id: \"nobody\") { id } }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;