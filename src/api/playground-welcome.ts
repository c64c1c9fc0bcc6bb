/** What a developer sees first. */
export const WELCOME = `# Welcome to Tertulia's playground.
#
# 1. Enter as a guest, and copy the access token of the answer.
# 2. Under "Set Headers" add  Authorization: Bearer ACCESS_TOKEN
#    and for subscriptions, under "Subscription URL", the connection parameters  { "authorization": "Bearer ACCESS_TOKEN" }
# 3. The Docs button explains every type and field.

mutation Enter {
  enterAsGuest(input: { nickname: "Playground" }) {
    session { accessToken }
    user { id username }
  }
}

query Rooms {
  rooms { nodes { id name topic memberCount } }
}

subscription Everything {
  events { cursor live mark event { __typename at ... on MessageEvent { message { body author { displayName } } } } }
}
`;
