import type { Person, StoredFile } from '../../core/graphql/model';
import type { FileView } from '../../shared/text/file-view';

export type Delivery = 'sent' | 'sending' | 'waiting' | 'failed';

export interface Attachment extends StoredFile {
  readonly sizeText: string;
  readonly view: FileView;
}

export interface TimelineMessage {
  readonly key: string;
  /** Null while it is not yet on the server, as are number and seq. */
  readonly id: string | null;
  readonly number: number | null;
  /** Its place among all that happened in the room. */
  readonly seq: number | null;
  readonly author: Person;
  readonly body: string;
  /** Safe to show: rendered from Markdown and sanitised. */
  readonly html: string;
  /** Whether it is shown folded at first. */
  readonly tall: boolean;
  readonly createdAt: string;
  readonly time: string;
  readonly editedAt: string | null;
  readonly deleted: boolean;
  readonly attachments: readonly Attachment[];
  readonly delivery: Delivery;
  readonly problem: string | null;
  readonly nonce: string | null;
  readonly mine: boolean;
  readonly canEdit: boolean;
  readonly canDelete: boolean;
}

export interface MessageGroupEntry {
  readonly kind: 'messages';
  readonly key: string;
  readonly author: Person;
  readonly mine: boolean;
  readonly at: string;
  readonly messages: readonly TimelineMessage[];
}

export interface NoticeEntry {
  readonly kind: 'notice';
  readonly key: string;
  readonly text: string;
  readonly at: string;
}

export interface NewEntry {
  readonly kind: 'new';
  readonly key: string;
}

export type TimelineEntry = MessageGroupEntry | NoticeEntry | NewEntry;

export interface TimelineDay {
  readonly key: string;
  readonly date: string;
  readonly label: string;
  readonly entries: readonly TimelineEntry[];
}
