import type { Face, LinkPreview, Quote, StoredFile, ThreadSummary } from '../../core/graphql/model';
import type { MessageMarks } from '../../feed/message-marks';
import type { OutboxChange } from '../outbox';
import type { FileView } from '../../shared/text/file-view';
import type { RichText } from '../../shared/text/rich-text';

export type Delivery = 'sent' | 'sending' | 'waiting' | 'failed';

export interface Attachment extends StoredFile {
  readonly sizeText: string;
  readonly view: FileView;
}

export interface TimelineMessage {
  readonly key: string;
  /** Null while it is not yet on the server, as are number and seq. */
  readonly id: string | null;
  /** By what it is edited: its id, or its nonce while it waits to be sent. */
  readonly editId: string;
  readonly number: number | null;
  /** Its place among all that happened in the room. */
  readonly seq: number | null;
  /** Where it is found again; null while it is not yet on the server. */
  readonly path: string | null;
  readonly author: Face;
  readonly body: string;
  /** Its body, as it is shown. */
  readonly text: RichText;
  /** Whether it is shown folded at first. */
  readonly tall: boolean;
  readonly createdAt: string;
  /** The same in milliseconds: each new message is a reason to compare all of them. */
  readonly sentAt: number;
  /** The reader's own calendar day. */
  readonly day: string;
  readonly time: string;
  readonly editedAt: string | null;
  /** Whether its bot is still writing it, or stopped in the middle. */
  readonly growth: 'growing' | 'broken-off' | null;
  readonly deleted: boolean;
  readonly attachments: readonly Attachment[];
  readonly reactions: readonly { readonly emoji: string; readonly count: number }[];
  readonly linkPreviews: readonly LinkPreview[];
  /** What it is to the reader. */
  readonly viewerState: MessageMarks;
  /** What it answers. */
  readonly replyTo: Quote | null;
  readonly pinned: boolean;
  readonly delivery: Delivery;
  readonly problem: string | null;
  /** What the viewer has changed of it and the server does not know yet. */
  readonly changes: readonly OutboxChange[];
  readonly nonce: string | null;
  readonly mine: boolean;
  /** Of somebody whom the reader blocks: folded until they ask for it. */
  readonly isBlocked: boolean;
  /** What hangs on it; null where that is nothing. */
  readonly startedThread: ThreadSummary | null;
  /** To save it, and to copy a link to it: for everybody who may read it. */
  readonly canMark: boolean;
  readonly canReact: boolean;
  readonly canPin: boolean;
  readonly canUnpin: boolean;
  /** In the same conversation, and in a thread of its own. */
  readonly canAnswer: boolean;
  readonly canStartThread: boolean;
  /** To those who look after the room: what others wrote. */
  readonly canReport: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
  readonly canRemovePreviews: boolean;
}

export interface DayRow {
  readonly kind: 'day';
  readonly key: string;
  readonly date: string;
  readonly label: string;
}

export interface MessageRow {
  readonly kind: 'message';
  readonly key: string;
  readonly message: TimelineMessage;
  /** Of what its author said in one go: the name and the face stand beside it. */
  readonly first: boolean;
}

export interface NoticeRow {
  readonly kind: 'notice';
  readonly key: string;
  readonly text: string;
}

/** A line between messages. */
export interface NewRow {
  readonly kind: 'new';
  readonly key: string;
}

/** Between the message that a thread hangs on and what was said in it. */
export interface RepliesRow {
  readonly kind: 'replies';
  readonly key: string;
  readonly text: string;
}

export type TimelineRow = DayRow | MessageRow | NoticeRow | NewRow | RepliesRow;

/** A day: the row of its heading, and the row after its last one. */
export interface TimelineDay {
  readonly start: number;
  readonly end: number;
}

/** All that is loaded, in the order in which it is read. */
export interface TimelineRows {
  readonly rows: readonly TimelineRow[];
  readonly sections: readonly TimelineDay[];
}
