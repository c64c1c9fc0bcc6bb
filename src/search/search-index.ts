import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Reader, Transaction } from '../database/index.js';
import {
  MessageContentColumn,
  MessageSent,
  MessagesOfDeletedRooms,
  plainTextOf,
  ThreadMessageSent,
} from '../messages/index.js';
import { foldBody } from './folding.js';
import { hasImage, hasLink } from './message-facts.js';
import {
  DOCUMENTS_BETWEEN,
  DOCUMENTS_WITH_IDS,
  MEDIA_TYPES_OF,
  PUT_DAY,
  PUT_TOKENS,
  REMOVE_TOKENS,
} from './search.queries.js';
import { tokensOfFacts, tokensOfText } from './tokens.js';

/** The kinds of events with which a message begins. */
export const SENT = [MessageSent, ThreadMessageSent];

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;
const COLUMN = new MessageContentColumn();

/** A message as it stands in its row, at the position of the event that it began with. */
interface Document {
  readonly position: number;
  readonly messageId: string;
  readonly roomId: string;
  readonly threadId: string | null;
  readonly authorId: string;
  readonly body: string;
  readonly createdAt: number;
  readonly pinnedAt: number | null;
  readonly deletedAt: number | null;
}

/**
 * Keeps what messages are found by. It is asked for candidates alone, which are looked at again: a token too many costs time, one that is missing loses a
 * message. So it reads what it keeps in the transaction that keeps it: nothing older can overwrite something newer.
 */
@Injectable()
export class SearchIndex implements OnModuleInit {
  constructor(private readonly ofDeletedRooms: MessagesOfDeletedRooms) {}

  onModuleInit(): void {
    this.ofDeletedRooms.removesToo({ remove: (tx, messageIds) => this.remove(tx, messageIds) });
  }

  /** Messages as they are now. Doing it twice does no harm. */
  async put(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    await this.putAll(tx, await tx.rows<Document>(DOCUMENTS_WITH_IDS, [messageIds]));
  }

  /** The same for those that were sent between two positions of the log; the second is not one of them. */
  async putBetween(tx: Transaction, from: number, to: number): Promise<void> {
    const kinds = SENT.map(({ name }) => name);
    await this.putAll(tx, await tx.rows<Document>(DOCUMENTS_BETWEEN, [from, to, kinds]));
  }

  /** While their rows are still there: by these it knows where they stand. */
  private async remove(tx: Transaction, messageIds: readonly string[]): Promise<void> {
    for (const { position } of await tx.rows<Document>(DOCUMENTS_WITH_IDS, [messageIds]))
      await tx.rows(REMOVE_TOKENS, [position]);
  }

  private async putAll(tx: Transaction, documents: readonly Document[]): Promise<void> {
    const media = await mediaTypesOf(tx, documents);
    for (const document of documents) {
      if (document.deletedAt !== null) await tx.rows(REMOVE_TOKENS, [document.position]);
      else await tx.rows(PUT_TOKENS, [document.position, tokensOf(document, media.get(document.messageId) ?? [])]);
    }
    for (const [day, positions] of Map.groupBy(documents, dayOf))
      await tx.rows(PUT_DAY, [day, Math.min(...positions.map(positionOf)), Math.max(...positions.map(positionOf))]);
  }
}

async function mediaTypesOf(where: Reader, documents: readonly Document[]): Promise<Map<string, string[]>> {
  const ids = documents.map(({ messageId }) => messageId);
  const rows = await where.rows<{ messageId: string; mediaType: string }>(MEDIA_TYPES_OF, [ids]);
  const byMessage = Map.groupBy(rows, ({ messageId }) => messageId);
  return new Map([...byMessage].map(([id, files]) => [id, files.map(({ mediaType }) => mediaType)]));
}

function tokensOf(document: Document, media: readonly string[]): string {
  // Of what the server cannot read it keeps no words.
  const body = plainTextOf(COLUMN.convertToJSValue(document.body)) ?? '';
  const facts = tokensOfFacts({
    roomId: document.roomId,
    authorId: document.authorId,
    isInThread: document.threadId !== null,
    isPinned: document.pinnedAt !== null,
    hasFile: media.length > 0,
    hasImage: hasImage(media),
    hasLink: hasLink(body),
  });
  return [...facts, ...tokensOfText(foldBody(body))].join(' ');
}

/** The day in UTC, counted from the beginning of 1970. */
export function dayOf({ createdAt }: { readonly createdAt: number }): number {
  return Math.floor(createdAt / DAY_MILLISECONDS);
}

function positionOf({ position }: Document): number {
  return position;
}
