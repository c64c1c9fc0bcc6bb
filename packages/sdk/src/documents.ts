import { operation } from './requests/operation.js';

/** A message, as the operations of this package select it. */
export interface Message {
  readonly id: string;
  readonly number: number;
  readonly body: string;
  readonly createdAt: string;
  readonly author: { readonly id: string; readonly username: string; readonly displayName: string };
  readonly room: { readonly id: string; readonly name: string | null };
}

const MESSAGE = 'id number body createdAt author { id username displayName } room { id name }';
const ITEM = `cursor live mark event { __typename id at ... on MessageSent { message { ${MESSAGE} } } }`;

/** A step of a feed that tells of messages. */
export interface MessageItem {
  readonly cursor: string;
  readonly live: boolean;
  readonly mark: string | null;
  readonly event: SentEvent | null;
}

export interface SentEvent {
  readonly __typename: string;
  /** The same for ever: a nonce for what is done because of it. */
  readonly id: string;
  readonly at: string;
  /** Of a MessageSent alone. */
  readonly message?: Message;
}

export interface SendMessageInput {
  readonly roomId: string;
  readonly body: string;
  /** Sent again with the same one, the message is posted once. */
  readonly nonce: string;
  readonly attachmentIds?: readonly string[];
  readonly replyToId?: string;
  readonly threadRootId?: string;
}

/** All that is said in the rooms of the viewer. */
export const MESSAGES = operation<{ readonly events: MessageItem }, { readonly after: string | null }>(
  `subscription ($after: Cursor) { events(after: $after) { ${ITEM} } }`,
);

/** The same from a place that the server keeps. */
export const CONSUMED_MESSAGES = operation<
  { readonly consume: MessageItem },
  {
    readonly name: string;
    readonly filter?: EventFilter | null;
    readonly inFlight?: number;
    readonly from?: string | null;
  }
>(`subscription ($name: String!, $filter: EventFilter, $inFlight: Int, $from: DateTime) {
  consume(name: $name, filter: $filter, inFlight: $inFlight, from: $from) { ${ITEM} }
}`);

export interface EventFilter {
  /** Names of types of events. */
  readonly types?: readonly string[];
  readonly roomIds?: readonly string[];
  readonly mentionsViewer?: boolean;
  /** Leaves out what the viewer did. */
  readonly notByViewer?: boolean;
}

export const SEND_MESSAGE = operation<
  { readonly sendMessage: { readonly message: Message } },
  { readonly input: SendMessageInput }
>(`mutation ($input: SendMessageInput!) { sendMessage(input: $input) { message { ${MESSAGE} } } }`);

export const ACKNOWLEDGE = operation<
  { readonly acknowledge: { readonly consumer: { readonly id: string } } },
  { readonly input: { readonly consumer: string; readonly cursor: string } }
>('mutation ($input: AcknowledgeInput!) { acknowledge(input: $input) { consumer { id } } }');

export const UPLOAD = operation<
  { readonly uploadFile: { readonly file: UploadedFile } },
  { readonly input: { readonly roomId: string; readonly file: null } }
>('mutation ($input: UploadFileInput!) { uploadFile(input: $input) { file { id name mediaType size } } }');

export interface UploadedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** In bytes. */
  readonly size: number;
}
