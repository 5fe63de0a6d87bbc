/** Read by Relay's compiler alone, which makes test/generated/relay of it. */
import { graphql } from 'relay-runtime';

graphql`
  query ErrorsCaughtQuery {
    me {
      id
    }
    user(id: "nobody") @catch(to: RESULT) {
      id
    }
  }
`;
graphql`
  query ErrorsThrownQuery @throwOnFieldError {
    me {
      id
    }
    user(id: "nobody") {
      id
    }
  }
`;
