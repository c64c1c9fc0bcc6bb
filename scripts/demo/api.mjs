/** One person at the public API; nothing here knows anything about the server but its contract. */
export class Visitor {
  constructor(address, accessToken) {
    this.address = address;
    this.accessToken = accessToken;
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

  authorization() {
    return this.accessToken ? { authorization: `Bearer ${this.accessToken}` } : {};
  }
}

export async function register(address, { username, displayName }, password) {
  const { register: answer } = await new Visitor(address).ask(
    'mutation ($input: RegisterInput!) { register(input: $input) { user { id } session { accessToken } } }',
    { input: { username, displayName, password } },
  );
  return Object.assign(new Visitor(address, answer.session.accessToken), { id: answer.user.id, username });
}

export async function createRoom(owner, input) {
  const { createRoom: answer } = await owner.ask(
    'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id } } }',
    { input },
  );
  return answer.room.id;
}

export async function addMember(owner, roomId, userId) {
  await owner.ask('mutation ($input: AddMemberInput!) { addMember(input: $input) { room { id } } }', {
    input: { roomId, userId },
  });
}

export async function sendMessage(author, roomId, body, attachmentIds = []) {
  const { sendMessage: answer } = await author.ask(
    'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id } } }',
    { input: { roomId, body, attachmentIds, nonce: crypto.randomUUID() } },
  );
  return { id: answer.message.id, author, body };
}

export async function editMessage({ author, id }, body) {
  await author.ask('mutation ($input: EditMessageInput!) { editMessage(input: $input) { message { id } } }', {
    input: { messageId: id, body },
  });
}

export async function deleteMessage({ author, id }) {
  await author.ask('mutation ($input: DeleteMessageInput!) { deleteMessage(input: $input) { message { id } } }', {
    input: { messageId: id },
  });
}
