// Makes `old.sql` and `old.json` beside it, of a server that was built before events had owners. Only for when they are lost: what they are
// for is to be old. In a checkout of that commit, `npm start`, with RATE_LIMITS=off on a database that is not there yet; then, from here,
//   node test/support/old-database/make.mjs http://localhost:3000 DATABASE UPLOADS
// with the server still running. It goes through an evening as people have it, and writes the database down as statements.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const [url, database, uploads] = process.argv.slice(2);
const PASSWORD = 'a long password';

const [ada, ben, cleo] = [await registered('ada'), await registered('ben'), await registered('cleo')];
const kitchen = await created(ada, 'Kitchen', 'PUBLIC');
const pantry = await created(ada, 'Pantry', 'PRIVATE');
for (const person of [ben, cleo])
  await asked(person, 'mutation ($id: ID!) { joinRoom(input: { roomId: $id }) { room { id } } }', { id: kitchen });
await asked(
  ada,
  'mutation ($id: ID!, $user: ID!) { addMember(input: { roomId: $id, userId: $user }) { member { role } } }',
  { id: pantry, user: ben.id },
);
const hello = await said(ada, kitchen, 'Hello');
await said(ben, kitchen, 'What is there to eat?');
const cursors = {
  ofBen: (await asked(ben, '{ viewer { eventCursor } }')).viewer.eventCursor,
  ofKitchen: (await asked(ben, 'query ($id: ID!) { room(id: $id) { eventCursor } }', { id: kitchen })).room.eventCursor,
};
const list = await uploaded(ada, kitchen, 'list.txt', Buffer.from('Flour, sugar, butter\n'));
const picture = await uploaded(
  ada,
  pantry,
  'shelf.gif',
  Buffer.from('R0lGODlhAQABAIAAAP///wAAACwAAAAAAQABAAACAkQBADs=', 'base64'),
);
await said(ada, kitchen, 'This is what we need', [list]);
await said(ada, pantry, 'And this is where it goes', [picture]);
await asked(
  ada,
  'mutation ($id: ID!) { editMessage(input: { messageId: $id, body: "Hello, everybody" }) { message { id } } }',
  { id: hello },
);
await asked(
  ada,
  'mutation ($id: ID!, $user: ID!) { setMemberRole(input: { roomId: $id, userId: $user, role: MODERATOR }) { member { role } } }',
  { id: kitchen, user: ben.id },
);
const slip = await said(cleo, kitchen, 'A slip');
await asked(cleo, 'mutation ($id: ID!) { deleteMessage(input: { messageId: $id }) { message { id } } }', { id: slip });
await asked(cleo, 'mutation ($id: ID!) { leaveRoom(input: { roomId: $id }) { room { id } } }', { id: kitchen });

const sql = new DatabaseSync(database, { readOnly: true });
writeFileSync(new URL('old.sql', import.meta.url), dumpOf(sql));
writeFileSync(
  new URL('old.json', import.meta.url),
  `${JSON.stringify({ password: PASSWORD, rooms: { kitchen, pantry }, files: { list, picture }, cursors, stored: stored(sql) }, null, 2)}\n`,
);

async function asked(person, query, variables = {}) {
  const headers = { 'content-type': 'application/json', ...(person && { authorization: `Bearer ${person.token}` }) };
  const answer = await fetch(`${url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await answer.json();
  if (errors) throw new Error(JSON.stringify(errors));
  return data;
}

async function registered(username) {
  const query = 'mutation ($input: RegisterInput!) { register(input: $input) { user { id } session { accessToken } } }';
  const { register } = await asked(undefined, query, {
    input: { username, displayName: username, password: PASSWORD },
  });
  return { id: register.user.id, token: register.session.accessToken };
}

async function created(person, name, visibility) {
  const query = 'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }';
  return (await asked(person, query, { input: { name, visibility } })).createRoom.room.id;
}

async function said(person, roomId, body, attachmentIds = []) {
  const query = 'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }';
  return (await asked(person, query, { input: { roomId, body, attachmentIds } })).sendMessage.message.id;
}

async function uploaded(person, roomId, name, bytes) {
  const form = new FormData();
  form.append('roomId', roomId);
  form.append('file', new Blob([bytes]), name);
  const answer = await fetch(`${url}/upload`, {
    method: 'POST',
    headers: { authorization: `Bearer ${person.token}` },
    body: form,
  });
  return (await answer.json()).id;
}

/** Tables, rows, and then what is made of them. */
function dumpOf(from) {
  const made = from
    .prepare(
      "select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%' order by rowid",
    )
    .all();
  const tables = made.filter(({ type }) => type === 'table');
  const rows = tables.flatMap(({ name }) =>
    from
      .prepare(`select * from "${name}"`)
      .all()
      .map((row) => insertOf(name, row)),
  );
  const others = made.filter(({ type }) => type !== 'table');
  return `${[...tables.map(({ sql }) => sql), ...rows, ...others.map(({ sql }) => sql)].join(';\n')};\n`;
}

function insertOf(table, row) {
  return `insert into "${table}" (${Object.keys(row)
    .map((name) => `"${name}"`)
    .join(', ')}) values (${Object.values(row).map(written).join(', ')})`;
}

function written(value) {
  if (value instanceof Uint8Array) return `x'${Buffer.from(value).toString('hex')}'`;
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
}

/** The bytes of each file and small picture, by the key under which they lie. */
function stored(from) {
  const keys = from
    .prepare('select key from file union select thumbnail_key from file where thumbnail_key is not null')
    .all();
  return Object.fromEntries(
    keys.map(({ key }) => [key, readFileSync(join(uploads, key.slice(0, 2), key.slice(2, 4), key)).toString('base64')]),
  );
}
