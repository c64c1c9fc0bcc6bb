import { dataOf, post } from '../requests/graphql.js';
import type { TestServer } from '../servers/server.js';
import { Socket } from '../sockets/socket.js';

export interface RoomAnswer {
  readonly id: string;
  readonly name: string;
  readonly eventCursor: string;
}

export interface MessageAnswer {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly nonce: string | null;
}

export interface RoomSettings {
  readonly name?: string | null;
  readonly topic?: string | null;
  readonly visibility?: 'PUBLIC' | 'PRIVATE' | null;
  readonly posting?: 'EVERYONE' | 'MODERATORS' | null;
  readonly slowModeSeconds?: number | null;
  readonly keepMessagesDays?: number | null;
}

interface SignedIn {
  readonly user: { readonly id: string; readonly username: string };
  readonly session: { readonly accessToken: string; readonly refreshToken: string };
}

const SIGNED_IN = 'user { id username } session { accessToken refreshToken }';
const REGISTER = `mutation ($input: RegisterInput!) { register(input: $input) { ${SIGNED_IN} } }`;
const LOGIN = `mutation ($input: LoginInput!) { login(input: $input) { ${SIGNED_IN} } }`;
const ENTER = `mutation ($input: EnterAsGuestInput!) { enterAsGuest(input: $input) { ${SIGNED_IN} } }`;
export const CREATE =
  'mutation ($input: CreateRoomInput!) { createRoom(input: $input) { room { id name eventCursor } } }';
export const JOIN = 'mutation ($id: ID!) { joinRoom(input: { roomId: $id }) { room { id } } }';
export const LEAVE = 'mutation ($id: ID!) { leaveRoom(input: { roomId: $id }) { room { id } } }';
export const UPDATE = `mutation ($input: UpdateRoomInput!) {
  updateRoom(input: $input) { room { id name topic visibility posting slowModeSeconds memberCount } }
}`;
export const ADD =
  'mutation ($id: ID!, $user: ID!) { addMember(input: { roomId: $id, userId: $user }) { member { role } } }';
export const REMOVE =
  'mutation ($id: ID!, $user: ID!) { removeMember(input: { roomId: $id, userId: $user }) { room { id } } }';
export const SET_ROLE = `mutation ($id: ID!, $user: ID!, $role: RoomRole!) {
  setMemberRole(input: { roomId: $id, userId: $user, role: $role }) { member { role } }
}`;
export const SEND =
  'mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { id number body nonce } } }';
export const EDIT =
  'mutation ($id: ID!, $body: String!) { editMessage(input: { messageId: $id, body: $body }) { message { id body } } }';
export const DELETE = 'mutation ($id: ID!) { deleteMessage(input: { messageId: $id }) { message { id body } } }';

export const ADD_REACTION = `mutation ($id: ID!, $emoji: String!) {
  addReaction(input: { messageId: $id, emoji: $emoji }) { message { id reactions { emoji count } } }
}`;
export const REMOVE_REACTION = `mutation ($id: ID!, $emoji: String!) {
  removeReaction(input: { messageId: $id, emoji: $emoji }) { message { id reactions { emoji count } } }
}`;

export const PIN = 'mutation ($id: ID!) { pinMessage(input: { messageId: $id }) { message { id pinnedAt } } }';
export const UNPIN = 'mutation ($id: ID!) { unpinMessage(input: { messageId: $id }) { message { id pinnedAt } } }';

export const SAVE =
  'mutation ($id: ID!) { saveMessage(input: { messageId: $id }) { message { id viewerState { isSaved } } } }';
export const UNSAVE =
  'mutation ($id: ID!) { unsaveMessage(input: { messageId: $id }) { message { id viewerState { isSaved } } } }';

/** Everybody's. */
export const PASSWORD = 'a long password';

/** Somebody with an account, and what people do in a chat. Whatever is refused throws. */
export class Person {
  private constructor(
    readonly server: Pick<TestServer, 'url'>,
    readonly id: string,
    readonly username: string,
    public accessToken: string,
    public refreshToken: string,
  ) {}

  static async registers(server: Pick<TestServer, 'url'>, username: string, displayName = username): Promise<Person> {
    const input = { username, displayName, password: PASSWORD };
    const { register } = dataOf(await post<{ register: SignedIn }>(server.url, REGISTER, { input }));
    return Person.of(server, register);
  }

  static async entersAsGuest(server: Pick<TestServer, 'url'>, nickname: string): Promise<Person> {
    const { enterAsGuest } = dataOf(await post<{ enterAsGuest: SignedIn }>(server.url, ENTER, { input: { nickname } }));
    return Person.of(server, enterAsGuest);
  }

  static async signsIn(server: Pick<TestServer, 'url'>, username: string): Promise<Person> {
    const input = { username, password: PASSWORD };
    const { login } = dataOf(await post<{ login: SignedIn }>(server.url, LOGIN, { input }));
    return Person.of(server, login);
  }

  /** The same person, with the same tokens, at another server. */
  static movesTo(
    server: Pick<TestServer, 'url'>,
    { id, username, accessToken, refreshToken }: Pick<Person, 'id' | 'username' | 'accessToken' | 'refreshToken'>,
  ): Person {
    return new Person(server, id, username, accessToken, refreshToken);
  }

  private static of(server: Pick<TestServer, 'url'>, { user, session }: SignedIn): Person {
    return new Person(server, user.id, user.username, session.accessToken, session.refreshToken);
  }

  async asks<Data>(query: string, variables: Record<string, unknown> = {}): Promise<Data> {
    return dataOf(await post<Data>(this.server.url, query, variables, this.bearer));
  }

  /** Asks, and is refused with this code; gives back the refusal. */
  async isRefused(code: string, query: string, variables: Record<string, unknown> = {}) {
    const { errors = [] } = await post(this.server.url, query, variables, this.bearer);
    const refusal = errors.find(({ extensions }) => extensions.code === code);
    if (!refusal) throw new Error(`Expected ${code}, got ${JSON.stringify(errors)}.`);
    return refusal;
  }

  async creates(name: string, visibility: 'PUBLIC' | 'PRIVATE' = 'PUBLIC'): Promise<RoomAnswer> {
    return (await this.asks<{ createRoom: { room: RoomAnswer } }>(CREATE, { input: { name, visibility } })).createRoom
      .room;
  }

  async joins({ id }: { id: string }): Promise<void> {
    await this.asks(JOIN, { id });
  }

  async leaves({ id }: { id: string }): Promise<void> {
    await this.asks(LEAVE, { id });
  }

  async updates({ id }: { id: string }, settings: RoomSettings): Promise<Record<string, unknown>> {
    const input = { roomId: id, ...settings };
    return (await this.asks<{ updateRoom: { room: Record<string, unknown> } }>(UPDATE, { input })).updateRoom.room;
  }

  async adds(who: Pick<Person, 'id'>, { id }: { id: string }): Promise<void> {
    await this.asks(ADD, { id, user: who.id });
  }

  async removes(who: Pick<Person, 'id'>, { id }: { id: string }): Promise<void> {
    await this.asks(REMOVE, { id, user: who.id });
  }

  async makes(who: Pick<Person, 'id'>, role: 'OWNER' | 'MODERATOR' | 'MEMBER', { id }: { id: string }): Promise<void> {
    await this.asks(SET_ROLE, { id, user: who.id, role });
  }

  async says(
    body: string,
    { id }: { id: string },
    more: { nonce?: string; attachmentIds?: readonly string[]; replyToId?: string; threadRootId?: string } = {},
  ): Promise<MessageAnswer> {
    const input = { roomId: id, body, ...more };
    return (await this.asks<{ sendMessage: { message: MessageAnswer } }>(SEND, { input })).sendMessage.message;
  }

  async edits({ id }: { id: string }, body: string): Promise<void> {
    await this.asks(EDIT, { id, body });
  }

  async deletes({ id }: { id: string }): Promise<void> {
    await this.asks(DELETE, { id });
  }

  async reacts(emoji: string, { id }: { id: string }): Promise<void> {
    await this.asks(ADD_REACTION, { id, emoji });
  }

  async takesBack(emoji: string, { id }: { id: string }): Promise<void> {
    await this.asks(REMOVE_REACTION, { id, emoji });
  }

  async pins({ id }: { id: string }): Promise<void> {
    await this.asks(PIN, { id });
  }

  async unpins({ id }: { id: string }): Promise<void> {
    await this.asks(UNPIN, { id });
  }

  async saves({ id }: { id: string }): Promise<void> {
    await this.asks(SAVE, { id });
  }

  async unsaves({ id }: { id: string }): Promise<void> {
    await this.asks(UNSAVE, { id });
  }

  /** A socket of this person's, acknowledged. `await using` closes it. */
  opensSocket(): Promise<Socket> {
    return Socket.open(this.server.url, this.accessToken);
  }

  get bearer(): Record<string, string> {
    return { authorization: `Bearer ${this.accessToken}` };
  }
}
