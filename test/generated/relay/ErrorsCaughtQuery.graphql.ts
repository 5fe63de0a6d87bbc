/**
 * @generated SignedSource<<96a862f45f83f4a72fd654e5a6f2c8c6>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
import type { Result } from "relay-runtime";
export type ErrorsCaughtQuery$variables = Record<PropertyKey, never>;
export type ErrorsCaughtQuery$data = {
  readonly me: {
    readonly id: string;
  } | null | undefined;
  readonly user: Result<{
    readonly id: string;
  } | null | undefined, unknown>;
};
export type ErrorsCaughtQuery = {
  response: ErrorsCaughtQuery$data;
  variables: ErrorsCaughtQuery$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "alias": null,
    "args": null,
    "kind": "ScalarField",
    "name": "id",
    "storageKey": null
  }
],
v1 = {
  "alias": null,
  "args": null,
  "concreteType": "User",
  "kind": "LinkedField",
  "name": "me",
  "plural": false,
  "selections": (v0/*:: as any*/),
  "storageKey": null
},
v2 = {
  "alias": null,
  "args": [
    {
      "kind": "Literal",
      "name": "id",
      "value": "nobody"
    }
  ],
  "concreteType": "User",
  "kind": "LinkedField",
  "name": "user",
  "plural": false,
  "selections": (v0/*:: as any*/),
  "storageKey": "user(id:\"nobody\")"
};
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": null,
    "name": "ErrorsCaughtQuery",
    "selections": [
      (v1/*:: as any*/),
      {
        "kind": "CatchField",
        "field": (v2/*:: as any*/),
        "to": "RESULT"
      }
    ],
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "ErrorsCaughtQuery",
    "selections": [
      (v1/*:: as any*/),
      (v2/*:: as any*/)
    ]
  },
  "params": {
    "cacheID": "d07e24895a6d10854adaa2a5c504c28a",
    "id": null,
    "metadata": {},
    "name": "ErrorsCaughtQuery",
    "operationKind": "query",
    "text": "query ErrorsCaughtQuery {\n  me {\n    id\n  }\n  user(id: \"nobody\") {\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "a2df39ca4f2da0025ce778c0d5b6077a";

export default node;
