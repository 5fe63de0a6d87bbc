/**
 * @generated SignedSource<<8ff199dd0cd6e7bacc0f59a72273fa2b>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import type { ConcreteRequest } from 'relay-runtime';
export type DeleteMeetingInput = {
  cancelMeetingReminder?: boolean | null | undefined;
  meetingId: string;
  scheduleForReminder?: boolean | null | undefined;
};
export type MeetingsDeleteMutation$variables = {
  connections: ReadonlyArray<string>;
  input: DeleteMeetingInput;
};
export type MeetingsDeleteMutation$data = {
  readonly deleteMeeting: {
    readonly deletedMeetingId: string;
  } | null | undefined;
};
export type MeetingsDeleteMutation = {
  response: MeetingsDeleteMutation$data;
  variables: MeetingsDeleteMutation$variables;
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
  "kind": "ScalarField",
  "name": "deletedMeetingId",
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
    "name": "MeetingsDeleteMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "DeleteMeetingPayload",
        "kind": "LinkedField",
        "name": "deleteMeeting",
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
    "name": "MeetingsDeleteMutation",
    "selections": [
      {
        "alias": null,
        "args": (v2/*:: as any*/),
        "concreteType": "DeleteMeetingPayload",
        "kind": "LinkedField",
        "name": "deleteMeeting",
        "plural": false,
        "selections": [
          (v3/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "filters": null,
            "handle": "deleteEdge",
            "key": "",
            "kind": "ScalarHandle",
            "name": "deletedMeetingId",
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
    "cacheID": "84e4c51b6260ac286350f812a1d8f389",
    "id": null,
    "metadata": {},
    "name": "MeetingsDeleteMutation",
    "operationKind": "mutation",
    "text": "mutation MeetingsDeleteMutation(\n  $input: DeleteMeetingInput!\n) {\n  deleteMeeting(input: $input) {\n    deletedMeetingId\n  }\n}\n"
  }
};
})();

(node as any).hash = "a31d6cabead36f4f0471051317c16ed1";

export default node;
