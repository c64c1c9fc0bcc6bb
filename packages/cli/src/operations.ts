import { operation } from '@tertulia/sdk';

const PAGE = 'pageInfo { hasNextPage endCursor }';

interface Page {
  readonly hasNextPage: boolean;
  readonly endCursor: string | null;
}

export interface Room {
  readonly id: string;
  readonly name: string | null;
  readonly topic: string | null;
}

export const LOGIN = operation<
  {
    readonly login: {
      readonly user: { readonly username: string };
      readonly session: { readonly refreshToken: string };
    };
  },
  { readonly input: { readonly username: string; readonly password: string } }
>('mutation ($input: LoginInput!) { login(input: $input) { user { username } session { refreshToken } } }');

export const LOGOUT = operation<{ readonly logout: { readonly ok: boolean } }>('mutation { logout { ok } }');

export const WHO_AM_I = operation<{ readonly viewer: { readonly user: { readonly username: string } } | null }>(
  '{ viewer { user { username } } }',
);

export const ROOMS = operation<
  { readonly viewer: { readonly rooms: { readonly nodes: readonly Room[]; readonly pageInfo: Page } } | null },
  { readonly after: string | null }
>(`query ($after: Cursor) { viewer { rooms(first: 100, after: $after) { nodes { id name topic } ${PAGE} } } }`);

export const SEARCH = operation<
  { readonly search: { readonly nodes: readonly { readonly message: FoundMessage }[] } },
  { readonly query: string; readonly roomId: string | null; readonly first: number }
>(`query ($query: String!, $roomId: ID, $first: Int) {
  search(query: $query, roomId: $roomId, first: $first) {
    nodes { message { id number body createdAt path author { username } room { id name } } }
  }
}`);

export interface FoundMessage {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly createdAt: string;
  readonly path: string;
  readonly author: { readonly username: string };
  readonly room: { readonly id: string; readonly name: string | null };
}

export interface Bot {
  readonly id: string;
  readonly user: { readonly id: string; readonly username: string };
  readonly disabledAt: string | null;
}

const BOT = 'id disabledAt user { id username }';

export const BOTS = operation<
  { readonly bots: { readonly nodes: readonly Bot[]; readonly pageInfo: Page } },
  { readonly after: string | null }
>(`query ($after: Cursor) { bots(first: 100, after: $after) { nodes { ${BOT} } ${PAGE} } }`);

export const CREATE_BOT = operation<
  { readonly createBot: { readonly bot: Bot } },
  {
    readonly input: {
      readonly username: string;
      readonly displayName?: string | undefined;
      readonly description?: string | undefined;
    };
  }
>(`mutation ($input: CreateBotInput!) { createBot(input: $input) { bot { ${BOT} } } }`);

export const DISABLE_BOT = operation<{ readonly disableBot: { readonly bot: Bot } }, { readonly botId: string }>(
  `mutation ($botId: ID!) { disableBot(input: { botId: $botId }) { bot { ${BOT} } } }`,
);

export const ADD_MEMBER = operation<
  { readonly addMember: { readonly member: { readonly role: string } } },
  { readonly roomId: string; readonly userId: string }
>(
  'mutation ($roomId: ID!, $userId: ID!) { addMember(input: { roomId: $roomId, userId: $userId }) { member { role } } }',
);

export const CREATE_TOKEN = operation<
  { readonly createBotToken: { readonly token: { readonly id: string }; readonly secret: string } },
  {
    readonly input: {
      readonly botId: string;
      readonly name: string;
      readonly scopes: readonly string[];
      readonly roomIds?: readonly string[] | undefined;
      readonly expiresAt?: string | undefined;
    };
  }
>('mutation ($input: CreateBotTokenInput!) { createBotToken(input: $input) { token { id } secret } }');

export const REVOKE_TOKEN = operation<
  { readonly revokeBotToken: { readonly bot: { readonly id: string } } },
  { readonly tokenId: string }
>('mutation ($tokenId: ID!) { revokeBotToken(input: { tokenId: $tokenId }) { bot { id } } }');

export const CREATE_WEBHOOK = operation<
  { readonly createIncomingWebhook: { readonly webhook: { readonly id: string }; readonly url: string } },
  { readonly roomId: string; readonly name: string }
>(`mutation ($roomId: ID!, $name: String!) {
  createIncomingWebhook(input: { roomId: $roomId, name: $name }) { webhook { id } url }
}`);

export const DELETE_WEBHOOK = operation<
  { readonly deleteIncomingWebhook: { readonly ok: boolean } },
  { readonly webhookId: string }
>('mutation ($webhookId: ID!) { deleteIncomingWebhook(input: { webhookId: $webhookId }) { ok } }');
