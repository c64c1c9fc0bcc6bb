import type { Dialect } from '../clients/graphql-client.js';

const MESSAGE = 'id number body createdAt author { id displayName }';

/** How a chat in GraphQL names things where a guide is all that was followed: no sign-in, so whoever sends says who they are. */
export function plainDialect({ firstPerson }: { firstPerson: number }): Dialect {
  return {
    confirms: false,
    subscription: (roomId) => ({
      query: `subscription ($roomId: ID!) { messageSent(roomId: $roomId) { ${MESSAGE} } }`,
      variables: { roomId },
    }),
    send: (roomId, body, person) => ({
      query: `mutation ($roomId: ID!, $authorId: ID!, $body: String!) {
      sendMessage(roomId: $roomId, authorId: $authorId, body: $body) { id number }
    }`,
      variables: { roomId, authorId: String(person + firstPerson), body },
    }),
    latest: (roomId) => ({
      query: `query ($roomId: ID!) { messages(roomId: $roomId) { ${MESSAGE} } }`,
      variables: { roomId },
    }),
    before: (roomId, place) => ({
      query: `query ($roomId: ID!, $before: Int!) { messages(roomId: $roomId, before: $before) { ${MESSAGE} } }`,
      variables: { roomId, before: Number(place) },
    }),
  };
}
