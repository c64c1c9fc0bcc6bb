/**
 * @generated SignedSource<<9258ae67053f7405f9eac9fbc39887bc>>
 * @lightSyntaxTransform
 */

/* tslint:disable */
/* eslint-disable */
// @ts-nocheck

import { ConcreteRequest } from 'relay-runtime';
export type SendMessageInput = {
  attachmentIds?: ReadonlyArray<string> | null | undefined;
  body: string;
  interactionId?: string | null | undefined;
  isStreaming?: boolean | null | undefined;
  nonce?: string | null | undefined;
  replyToId?: string | null | undefined;
  roomId: string;
  threadRootId?: string | null | undefined;
};
export type relaySendMutation$variables = {
  input: SendMessageInput;
};
export type relaySendMutation$data = {
  readonly sendMessage: {
    readonly message: {
      readonly author: {
        readonly id: string;
        readonly username: string;
      };
      readonly body: string;
      readonly id: string;
    };
  } | null | undefined;
};
export type relaySendMutation = {
  response: relaySendMutation$data;
  variables: relaySendMutation$variables;
};

const node: ConcreteRequest = (function(){
var v0 = [
  {
    "defaultValue": null,
    "kind": "LocalArgument",
    "name": "input"
  }
],
v1 = {
  "alias": null,
  "args": null,
  "kind": "ScalarField",
  "name": "id",
  "storageKey": null
},
v2 = [
  {
    "alias": null,
    "args": [
      {
        "kind": "Variable",
        "name": "input",
        "variableName": "input"
      }
    ],
    "concreteType": "SendMessagePayload",
    "kind": "LinkedField",
    "name": "sendMessage",
    "plural": false,
    "selections": [
      {
        "alias": null,
        "args": null,
        "concreteType": "Message",
        "kind": "LinkedField",
        "name": "message",
        "plural": false,
        "selections": [
          (v1/*:: as any*/),
          {
            "alias": null,
            "args": null,
            "kind": "ScalarField",
            "name": "body",
            "storageKey": null
          },
          {
            "alias": null,
            "args": null,
            "concreteType": "User",
            "kind": "LinkedField",
            "name": "author",
            "plural": false,
            "selections": [
              (v1/*:: as any*/),
              {
                "alias": null,
                "args": null,
                "kind": "ScalarField",
                "name": "username",
                "storageKey": null
              }
            ],
            "storageKey": null
          }
        ],
        "storageKey": null
      }
    ],
    "storageKey": null
  }
];
return {
  "fragment": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Fragment",
    "metadata": null,
    "name": "relaySendMutation",
    "selections": (v2/*:: as any*/),
    "type": "Mutation",
    "abstractKey": null
  },
  "kind": "Request",
  "operation": {
    "argumentDefinitions": (v0/*:: as any*/),
    "kind": "Operation",
    "name": "relaySendMutation",
    "selections": (v2/*:: as any*/)
  },
  "params": {
    "cacheID": "1612b73864ec0cbe30e9e7eae086e27e",
    "id": null,
    "metadata": {},
    "name": "relaySendMutation",
    "operationKind": "mutation",
    "text": "mutation relaySendMutation(\n  $input: SendMessageInput!\n) {\n  sendMessage(input: $input) {\n    message {\n      id\n      body\n      author {\n        id\n        username\n      }\n    }\n  }\n}\n"
  }
};
})();

(node as any).hash = "613d8da13927d9442d07ecee6a1bc5c4";

export default node;
