/** One person at the public API; nothing here knows anything about the server but its contract. */
export class Visitor {
  constructor(address, session) {
    this.address = address;
    this.session = session;
  }

  async ask(document, variables) {
    const headers = { 'content-type': 'application/json', ...this.authorization() };
    const body = JSON.stringify({ query: document, variables });
    const response = await fetch(`${this.address}/graphql`, { method: 'POST', headers, body });
    const { data, errors } = await response.json();
    if (errors) throw new Error(`The demo was refused: ${errors.map(({ message }) => message).join(' ')}`);
    return data;
  }

  async upload(roomId, { name, type, bytes }) {
    const form = new FormData();
    form.set('roomId', roomId);
    form.set('file', new Blob([bytes], { type }), name);
    const response = await fetch(`${this.address}/upload`, {
      method: 'POST',
      headers: this.authorization(),
      body: form,
    });
    const file = await response.json();
    if (!response.ok) throw new Error(`The demo could not upload ${name}: ${file.message}`);
    return file;
  }

  /** Access tokens run out in the week that the demo tells. */
  async refresh() {
    const { refreshToken } = this.session;
    const { refreshSession } = await new Visitor(this.address).ask(
      `mutation ($input: RefreshSessionInput!) { refreshSession(input: $input) { ${SESSION} } }`,
      { input: { refreshToken } },
    );
    this.session = refreshSession.session;
  }

  authorization() {
    return this.session ? { authorization: `Bearer ${this.session.accessToken}` } : {};
  }
}

const SESSION = 'session { accessToken refreshToken }';

export async function register(address, { username, displayName }, password) {
  const { register: answer } = await new Visitor(address).ask(
    `mutation ($input: RegisterInput!) { register(input: $input) { user { id } ${SESSION} } }`,
    { input: { username, displayName, password } },
  );
  return Object.assign(new Visitor(address, answer.session), { id: answer.user.id, username });
}

/** Somebody who has no account. */
export async function enterAsGuest(address, nickname) {
  const { enterAsGuest: answer } = await new Visitor(address).ask(
    `mutation ($input: EnterAsGuestInput!) { enterAsGuest(input: $input) { ${SESSION} } }`,
    { input: { nickname } },
  );
  return new Visitor(address, answer.session);
}

export async function becomeAdministrator(person, code) {
  await tell(person, 'becomeAdministrator', 'user', { code });
}

export async function updateProfile(person, input) {
  await tell(person, 'updateProfile', 'user', input);
}

export async function setStatus(person, input) {
  await tell(person, 'setStatus', 'user', input);
}

/** A picture of oneself: a form, with the picture in its place among the variables. */
export async function sendAvatar(person, { type, bytes }) {
  const query = 'mutation ($input: UpdateProfileInput!) { updateProfile(input: $input) { user { id } } }';
  const body = new FormData();
  body.set('operations', JSON.stringify({ query, variables: { input: { avatar: null } } }));
  body.set('map', JSON.stringify({ 0: ['variables.input.avatar'] }));
  body.set('0', new Blob([bytes], { type }), 'face.png');
  const headers = person.authorization();
  const { errors } = await (await fetch(`${person.address}/graphql`, { method: 'POST', headers, body })).json();
  if (errors) throw new Error(`The demo was refused: ${errors.map(({ message }) => message).join(' ')}`);
}

export async function createRoom(owner, input) {
  const { createRoom: answer } = await owner.ask(
    'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }',
    { input },
  );
  return answer.room.id;
}

export async function openDirectRoom(opener, userIds) {
  const { openDirectRoom: answer } = await opener.ask(
    'mutation ($input: OpenDirectRoomInput!) { openDirectRoom(input: $input) { room { id } } }',
    { input: { userIds } },
  );
  return answer.room.id;
}

export async function addMember(owner, roomId, userId) {
  await tell(owner, 'addMember', 'room', { roomId, userId });
}

export async function joinRoom(person, roomId) {
  await tell(person, 'joinRoom', 'room', { roomId });
}

/** `more` may be files, what it answers, or the message in whose thread it stands. */
export async function sendMessage(author, roomId, body, more = {}) {
  const { sendMessage: answer } = await author.ask(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }',
    { input: { roomId, body, nonce: crypto.randomUUID(), ...more } },
  );
  return { id: answer.message.id, author, body };
}

export async function editMessage({ author, id }, body) {
  await tell(author, 'editMessage', 'message', { messageId: id, body });
}

export async function deleteMessage({ author, id }) {
  await tell(author, 'deleteMessage', 'message', { messageId: id });
}

export async function addReaction(person, { id }, emoji) {
  await tell(person, 'addReaction', 'message', { messageId: id, emoji });
}

export async function pinMessage(person, { id }) {
  await tell(person, 'pinMessage', 'message', { messageId: id });
}

export async function saveMessage(person, { id }) {
  await tell(person, 'saveMessage', 'message', { messageId: id });
}

export async function reportMessage(person, { id }, reason) {
  await person.ask('mutation ($input: ReportMessageInput!) { reportMessage(input: $input) { ok } }', {
    input: { messageId: id, reason },
  });
}

export async function setRoomPreferences(person, roomId, preferences) {
  await tell(person, 'setRoomPreferences', 'room', { roomId, ...preferences });
}

/** All rooms and threads, to their ends. */
export async function readEverything(person) {
  for await (const { id, messages } of everyOne(person, 'rooms', 'id messages(last: 1) { nodes { number } }'))
    await tell(person, 'markRead', 'room', { roomId: id, number: messages.nodes[0]?.number ?? 0 });
  // The last number, not how many there are: deleted messages keep theirs.
  for await (const { id, room, messages } of everyOne(
    person,
    'threads',
    'id room { id } messages(last: 1) { nodes { number } }',
  ))
    await tell(person, 'markRead', 'room', { roomId: room.id, threadId: id, number: messages.nodes[0]?.number ?? 0 });
}

/** All of the viewer's own of a sort, page after page. */
async function* everyOne(person, sort, fields) {
  const query = `query ($after: Cursor) {
    viewer { page: ${sort}(first: 50, after: $after) { nodes { ${fields} } pageInfo { hasNextPage endCursor } } }
  }`;
  for (let after = null; ;) {
    const { page } = (await person.ask(query, { after })).viewer;
    yield* page.nodes;
    if (!page.pageInfo.hasNextPage) return;
    after = page.pageInfo.endCursor;
  }
}

/** A mutation of whose answer nothing is needed. */
async function tell(person, mutation, noun, input) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  await person.ask(`mutation ($input: ${type}!) { ${mutation}(input: $input) { ${noun} { id } } }`, { input });
}
