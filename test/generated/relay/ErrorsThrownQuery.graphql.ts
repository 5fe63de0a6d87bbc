/**
 * @generated SignedSource<<280cd89811d674e584f9abbe17b5d88f>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type ErrorsThrownQuery$variables = Record<PropertyKey, never>;
export type ErrorsThrownQuery$data = {
  readonly me: {
    readonly id: string;
  } | null | undefined;
  readonly user: {
    readonly id: string;
  } | null | undefined;
};
export type ErrorsThrownQuery = {
  response: ErrorsThrownQuery$data;
  variables: ErrorsThrownQuery$variables;
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
v1 = [
  {
    "alias": null,
    "args": null,
    "concreteType": "User",
    "kind": "LinkedField",
    "name": "me",
    "plural": false,
    "selections": (v0/*:: as any*/),
    "storageKey": null
  },
  {
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
  }
];
return {
  "fragment": {
    "argumentDefinitions": [],
    "kind": "Fragment",
    "metadata": {
      "throwOnFieldError": true
    },
    "name": "ErrorsThrownQuery",
    "selections": (v1/*:: as any*/),
    "type": "Query",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": [],
    "kind": "Operation",
    "name": "ErrorsThrownQuery",
    "selections": (v1/*:: as any*/)
  },
  "params": {
    "cacheID": "d4d42fb34bcc37114ef1c79d851717a7",
    "id": null,
    "metadata": {},
    "name": "ErrorsThrownQuery",
    "operationKind": "query",
    "text": "query ErrorsThrownQuery {\n  me {\n    id\n  }\n  user(id: \"nobody\") {\n    id\n  }\n}\n"
  }
};
})();

(node as any).hash = "3e0e361c1610371b5dfa445528d41253";

export default node;
