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
    "query PhoneCallLogs {\n  phone {\n    callLogs(first: 20) {\n      nodes {\n        dateTime\n        direction\n        duration\n        callerNumber\n        calleeNumber\n      }\n    }\n  }\n}": typeof types.PhoneCallLogsDocument,
    "query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}": typeof types.RateLimitDocument,
    "query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}": typeof types.RecordingsOfLastMonthDocument,
    "query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}": typeof types.UsersAndMeetingsDocument,
};
const documents: Documents = {
    "mutation CreateMeeting($input: CreateMeetingInput!) {\n  createMeeting(input: $input) {\n    meeting {\n      zoomId\n      topic\n      joinUrl\n      host {\n        displayName\n      }\n    }\n  }\n}": types.CreateMeetingDocument,
    "query PhoneCallLogs {\n  phone {\n    callLogs(first: 20) {\n      nodes {\n        dateTime\n        direction\n        duration\n        callerNumber\n        calleeNumber\n      }\n    }\n  }\n}": types.PhoneCallLogsDocument,
    "query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}": types.RateLimitDocument,
    "query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}": types.RecordingsOfLastMonthDocument,
    "query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}": types.UsersAndMeetingsDocument,
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
export function graphql(source: "query PhoneCallLogs {\n  phone {\n    callLogs(first: 20) {\n      nodes {\n        dateTime\n        direction\n        duration\n        callerNumber\n        calleeNumber\n      }\n    }\n  }\n}"): (typeof documents)["query PhoneCallLogs {\n  phone {\n    callLogs(first: 20) {\n      nodes {\n        dateTime\n        direction\n        duration\n        callerNumber\n        calleeNumber\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}"): (typeof documents)["query RateLimit {\n  rateLimit {\n    plan\n    buckets {\n      product\n      labels\n      limit\n      period\n      remaining\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query RecordingsOfLastMonth($from: Date!, $to: Date!) {\n  account {\n    recordings(from: $from, to: $to, first: 20) {\n      nodes {\n        topic\n        startTime\n        host {\n          email\n        }\n        recordingFiles {\n          fileType\n          fileSize\n        }\n      }\n    }\n  }\n}"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}"): (typeof documents)["query UsersAndMeetings {\n  users(first: 10) {\n    nodes {\n      displayName\n      email\n      role {\n        name\n      }\n      meetings(first: 3) {\n        nodes {\n          topic\n          startTime\n        }\n      }\n    }\n  }\n}"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;