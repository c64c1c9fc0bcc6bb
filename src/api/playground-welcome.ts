/** What a developer sees first. */
export const WELCOME = `# Welcome to Tertulia's playground.
#
# 1. Send the mutation Enter. Open the environments (top right, "No environment", then "Environments…"), and put the access
#    token of the answer between the quotes of "token". Queries, mutations, subscriptions and uploads take it from there.
# 2. Send the query, or the subscription.
# 3. The Docs button explains every type and field. Guides for bots, webhooks and clients are at /docs on this server.
#
# Each answer tells in "extensions" what its operation cost: a field costs 1, a message's body 20, a list its page size times
# what is asked of each entry, and looking through the rooms 2,000. Where that is more than the limit, ask for smaller pages.

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
