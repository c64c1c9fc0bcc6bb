import { setTimeout } from 'node:timers/promises';

const { TERTULIA, TOKEN } = process.env;
const CONSUME = `subscription {
  consume(name: "echo", filter: { types: ["MessageSent"], notByViewer: true }) {
    cursor
    event { id ... on MessageSent { message { body author { kind } } room { id } } }
  }
}`;
const ANSWER = `mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }`;
const ACKNOWLEDGE = `mutation ($cursor: Cursor!) { acknowledge(input: { consumer: "echo", cursor: $cursor }) { consumer { id } } }`;

for (;;) {
  try {
    for await (const { cursor, event } of consumed()) {
      // Another bot might answer the answer, and never stop.
      if (event?.message.author.kind === 'PERSON') await answer(event);
      await ask(ACKNOWLEDGE, { cursor });
    }
  } catch (error) {
    console.error(error.message);
  }
  await setTimeout(2000);
}

async function answer({ id, message, room }) {
  const body = `You said: ${message.body}`.slice(0, 8000).toWellFormed();
  try {
    await ask(ANSWER, { input: { roomId: room.id, body, nonce: id } });
  } catch (error) {
    // It was answered before a crash, and the message was edited since then.
    if (error.code !== 'CONFLICT') throw error;
  }
}

/** What the server delivers, one after the other, until the connection ends. */
async function* consumed() {
  const { body } = await request('/graphql/stream', { query: CONSUME });
  let text = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const blocks = (text + piece).split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const json = /^data: (.+)$/m.exec(block)?.[1];
      if (json) yield dataOf(JSON.parse(json)).consume;
    }
  }
}

async function ask(query, variables) {
  return dataOf(await (await request('/graphql', { query, variables })).json());
}

async function request(path, operation) {
  const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
  const answer = await fetch(TERTULIA + path, { method: 'POST', headers, body: JSON.stringify(operation) });
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return answer;
}

function dataOf({ data, errors }) {
  if (errors) throw Object.assign(new Error(errors[0].message), errors[0].extensions);
  return data;
}
