/** Read by Relay's compiler alone, which makes test/generated/relay of it. */
import { graphql } from 'relay-runtime';

graphql`
  query MeetingsQuery {
    me {
      id
      meetings(first: 20) @connection(key: "Meetings_meetings") {
        __id
        edges {
          node {
            id
            topic
          }
        }
      }
    }
  }
`;
graphql`
  mutation MeetingsUpdateMutation($input: UpdateMeetingInput!) {
    updateMeeting(input: $input) {
      meeting {
        id
        topic
      }
    }
  }
`;
graphql`
  mutation MeetingsCreateMutation($input: CreateMeetingInput!, $connections: [ID!]!) {
    createMeeting(input: $input) {
      meetingEdge @prependEdge(connections: $connections) {
        cursor
        node {
          id
          topic
        }
      }
    }
  }
`;
graphql`
  mutation MeetingsDeleteMutation($input: DeleteMeetingInput!, $connections: [ID!]!) {
    deleteMeeting(input: $input) {
      deletedMeetingId @deleteEdge(connections: $connections)
    }
  }
`;
