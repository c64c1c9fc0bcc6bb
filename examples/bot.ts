import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { createClient } from 'graphql-ws';

const [url = 'ws://localhost:3000/graphql', token = '', place = 'cursor.txt'] = process.argv.slice(2);
const query = `subscription ($after: Cursor) { events(after: $after) { cursor event { ... on MessageSent { message { body } } } } }`;
const client = createClient({ url, retryAttempts: 0, connectionParams: { authorization: `Bearer ${token}` } });
for (;;) {
  const after = existsSync(place) ? readFileSync(place, 'utf8') : null;
  try {
    for await (const { data, errors } of client.iterate<Feed>({ query, variables: { after } })) {
      // The server came back from a backup: begin anew.
      if (errors?.[0]?.extensions?.code === 'CURSOR_EXPIRED') rmSync(place);
      if (data?.events.event?.message) console.log(data.events.event.message.body);
      if (data) writeFileSync(place, data.events.cursor);
    }
  } catch {
    // The connection was lost: go on from the last cursor.
  }
  await setTimeout(1000);
}

interface Feed {
  readonly events: { readonly cursor: string; readonly event: { readonly message?: { readonly body: string } } | null };
}
