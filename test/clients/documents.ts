/** What Apollo Client and urql ask in their tests; graphql-codegen types it. */
import { graphql } from '../generated/gql.ts';

export const USERS_PAGE = graphql(`
  query ClientsUsers($first: Int, $after: String) {
    users(first: $first, after: $after) {
      edges { node { id email } }
      nodes { id displayName }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
export const USER_AGAIN = graphql(`
  query ClientsUser($id: ID!) { node(id: $id) { id ... on User { email displayName dept } } }
`);
export const MEETINGS = graphql(`
  query ClientsMeetings { me { id meetings(first: 1) { nodes { id topic } } } }
`);
export const RENAME = graphql(`
  mutation ClientsRename($input: UpdateMeetingInput!) { updateMeeting(input: $input) { meeting { id topic } } }
`);
export const CREATE_ONCE = graphql(`
  mutation ClientsCreateOnce($key: String!, $input: CreateMeetingInput!) {
    createMeeting(input: $input) @idempotent(key: $key) { meeting { id topic } }
  }
`);
export const RECORDS = graphql(`
  query ClientsRecords { me { id settings { recording { autoRecording } } recordings(first: 2) { nodes { id recordingFiles { fileType } } } } }
`);
export const RECORDS_IN_CLOUD = graphql(`
  query ClientsCloud { me { id settings { recording { cloudRecording } } } }
`);
export const IN_PART = graphql(`
  query ClientsPart { me { id } user(id: "nobody") { id } }
`);
