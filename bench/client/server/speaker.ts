import { z } from 'zod';

const answer = z.object({ data: z.record(z.string(), z.unknown()).nullish(), errors: z.array(z.unknown()).optional() });
const session = z.object({ user: z.object({ id: z.string() }), session: z.object({ accessToken: z.string() }) });
const room = z.object({ room: z.object({ id: z.string() }) });
const message = z.object({ message: z.object({ id: z.string(), number: z.number() }) });

export interface SpokenMessage {
  readonly id: string;
  readonly number: number;
}

/** Somebody at the public API. What is refused throws. */
export class Speaker {
  private constructor(
    private readonly url: string,
    readonly id: string,
    private readonly token: string,
  ) {}

  static async registers(url: string, username: string, password: string): Promise<Speaker> {
    const input = { username, displayName: username, password };
    return Speaker.of(url, 'register', 'RegisterInput', input);
  }

  static async entersAsGuest(url: string, nickname: string): Promise<Speaker> {
    return Speaker.of(url, 'enterAsGuest', 'EnterAsGuestInput', { nickname });
  }

  /** The same person at the same server, which has another address now. */
  at(url: string): Speaker {
    return new Speaker(url, this.id, this.token);
  }

  async creates(name: string): Promise<string> {
    return room.parse(await this.does('createRoom', 'CreateRoomInput', { name }, 'room { id }')).room.id;
  }

  async joins(roomId: string): Promise<void> {
    await this.does('joinRoom', 'JoinRoomInput', { roomId }, 'room { id }');
  }

  async says(roomId: string, body: string, attachmentIds: readonly string[] = []): Promise<SpokenMessage> {
    const input = { roomId, body, attachmentIds };
    return message.parse(await this.does('sendMessage', 'SendMessageInput', input, 'message { id number }')).message;
  }

  async hasRead(roomId: string, number: number): Promise<void> {
    await this.does('markRead', 'MarkReadInput', { roomId, number }, 'room { id }');
  }

  async uploads(roomId: string, { name, type, bytes }: { name: string; type: string; bytes: Buffer }): Promise<string> {
    const form = new FormData();
    form.set('roomId', roomId);
    form.set('file', new Blob([Uint8Array.from(bytes)], { type }), name);
    const headers = { authorization: `Bearer ${this.token}` };
    const response = await fetch(`${this.url}/upload`, { method: 'POST', headers, body: form });
    return z.object({ id: z.string() }).parse(await response.json()).id;
  }

  private static async of(url: string, verb: string, type: string, input: object): Promise<Speaker> {
    const entered = await ask(url, verb, type, input, 'user { id } session { accessToken }');
    const { user, session: opened } = session.parse(entered);
    return new Speaker(url, user.id, opened.accessToken);
  }

  private does(verb: string, type: string, input: object, selected: string): Promise<unknown> {
    return ask(this.url, verb, type, input, selected, this.token);
  }
}

async function ask(
  url: string,
  verb: string,
  type: string,
  input: object,
  selected: string,
  token?: string,
): Promise<unknown> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({
      query: `mutation ($input: ${type}!) { ${verb}(input: $input) { ${selected} } }`,
      variables: { input },
    }),
  });
  const { data, errors } = answer.parse(await response.json());
  if (errors) throw new Error(`${verb} was refused: ${JSON.stringify(errors)}`);
  return data?.[verb];
}
