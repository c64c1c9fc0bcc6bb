import type { NotificationReason } from '../../rules/index.js';
import type { Push } from './web-push.js';

/** Beyond that some push services take nothing: 4,096 bytes, of which encryption takes about a hundred, and the rest is left for other services' habits. */
const MAX_PAYLOAD_BYTES = 3000;
const MAX_TEXT_LENGTH = 300;
/** A device that is off for longer shows what is unread when it comes back. */
const DAY_SECONDS = 24 * 60 * 60;
const TEST_SECONDS = 60;

/** What a notification of a message says. */
export interface MessageNews {
  readonly messageId: string;
  readonly roomId: string;
  readonly threadId: string | null;
  readonly number: number;
  /** Null of a direct room. */
  readonly roomName: string | null;
  readonly authorId: string;
  readonly authorName: string;
  readonly reason: NotificationReason;
  readonly sentAt: Date;
  readonly serverName: string;
}

/** A message; what it says only where that was asked for. What it is about is its tag, so that twice shows one notification. */
export function pushOfMessage(news: MessageNews, text: string | null): Push {
  const rest = { kind: 'message', tag: news.messageId, ...news, sentAt: news.sentAt.toISOString() };
  const payload = text === null ? JSON.stringify(rest) : withText(rest, text);
  const urgency = news.reason === 'EVERY_MESSAGE' || news.reason === 'THREAD_REPLY' ? 'normal' : 'high';
  return { payload, ttlSeconds: DAY_SECONDS, urgency, topic: topicOf(news.messageId) };
}

/** Takes a notification back. With the same topic it takes the place of what the push service has not delivered yet. */
export function pushOfClose(place: Pick<MessageNews, 'messageId' | 'roomId' | 'threadId' | 'number'>): Push {
  const payload = JSON.stringify({ kind: 'close', tag: place.messageId, ...place });
  return { payload, ttlSeconds: DAY_SECONDS, urgency: 'normal', topic: topicOf(place.messageId) };
}

export function pushOfTest(id: string, serverName: string): Push {
  const payload = JSON.stringify({ kind: 'test', tag: 'test', serverName });
  return { payload, ttlSeconds: TEST_SECONDS, urgency: 'high', topic: topicOf(id) };
}

/** As much of the text as there is room for, in whole characters. */
function withText(rest: object, text: string): string {
  const characters = Array.from(text).slice(0, MAX_TEXT_LENGTH);
  const isWhole = characters.join('').length === text.length;
  for (let length = characters.length; ; length = Math.floor(length * 0.75)) {
    const shown = characters.slice(0, length).join('');
    const payload = JSON.stringify({ ...rest, text: isWhole && length === characters.length ? shown : `${shown}…` });
    if (length === 0 || Buffer.byteLength(payload) <= MAX_PAYLOAD_BYTES) return payload;
  }
}

/** 22 characters: a topic has 32 at most. */
function topicOf(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}
