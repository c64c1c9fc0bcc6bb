import type { Client } from 'graphql-ws';

const CONSUME = `subscription ($name: String!) { consume(name: $name) { cursor event { id ... on MessageSent { message { body } } } } }`;
const ACKNOWLEDGE = `mutation ($input: AcknowledgeInput!) { acknowledge(input: $input) { consumer { id } } }`;

/** Handles each event in turn and tells the server, which keeps the place. Call it again after whatever ended it. */
export async function consume(client: Client, name: string, handle: (event: Happening) => Promise<void>) {
  for await (const { data, errors } of client.iterate<Consumed>({ query: CONSUME, variables: { name } })) {
    if (errors || !data) throw new Error(errors?.[0]?.message);
    const { cursor, event } = data.consume;
    if (event) await handle(event);
    const variables = { input: { consumer: name, cursor } };
    for await (const { errors } of client.iterate({ query: ACKNOWLEDGE, variables }))
      if (errors) throw new Error(errors[0]?.message);
  }
}

export interface Happening {
  readonly id: string;
  /** Of a MessageSent. */
  readonly message?: { readonly body: string };
}

interface Consumed extends Record<string, unknown> {
  readonly consume: { readonly cursor: string; readonly event: Happening | null };
}
