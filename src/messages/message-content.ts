/**
 * What a message says. Today the server can read all of it. Whoever wants words asks `plainTextOf`, and says what to do where there are none: a
 * message that only its readers can open will be another kind beside this one.
 */
export type MessageContent = PlainContent;

export interface PlainContent {
  readonly kind: 'plain';
  /** Markdown; empty where files say it all, and once the message is deleted. */
  readonly body: string;
}

export function plainContent(body: string): MessageContent {
  return { kind: 'plain', body };
}

/** The words of a message, for whatever reads them: lists, search, mentions, previews. Null where the server cannot read them. */
export function plainTextOf(content: MessageContent): string | null {
  return TEXTS[content.kind](content);
}

/** A new kind has to say here whether it has words. */
const TEXTS: Readonly<Record<MessageContent['kind'], (content: MessageContent) => string | null>> = {
  plain: ({ body }) => body,
};
