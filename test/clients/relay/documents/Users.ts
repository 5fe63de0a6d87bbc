/** Read by Relay's compiler alone, which makes test/generated/relay of it. */
import { graphql } from 'relay-runtime';

graphql`
  query UsersQuery($count: Int!) {
    ...Users_query @arguments(count: $count)
  }
`;
graphql`
  fragment Users_query on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
  @refetchable(queryName: "UsersPaginationQuery") {
    users(first: $count, after: $cursor) @connection(key: "Users_users") {
      edges {
        node {
          id
          ...Users_user
        }
      }
    }
  }
`;
graphql`
  fragment Users_user on User @refetchable(queryName: "UsersRefetchQuery") {
    displayName
    email
    dept
  }
`;
