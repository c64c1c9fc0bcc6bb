import {
  type Floor,
  obstacleToDelete,
  obstacleToEdit,
  obstacleToPin,
  obstacleToPost,
  obstacleToReact,
  obstacleToRemovePreviews,
  obstacleToUnpin,
} from '#rules';
import type { Face, Quote, RoomRole, StoredFile } from '../../core/graphql/model';
import type { WindowMessage } from '../../feed/chat-state';
import { messagePath } from '../../feed/message-path';
import { NO_MARKS } from '../../feed/message-marks';
import { dayOf, timeOfDay } from '../../shared/text/dates';
import { fileSize } from '../../shared/text/file-size';
import { fileView } from '../../shared/text/file-view';
import type { RenderedMarkdown, WhoIs } from '../../shared/text/markdown';
import { namedIn } from '../../feed/named-in';
import type { OutboxChange, OutboxEntry } from '../outbox';
import type { Attachment, TimelineMessage } from './timeline.types';

/** Who looks at them, and what they may do in the room. */
interface Reader {
  readonly viewer: Face;
  readonly role: RoomRole;
  readonly floor: Floor;
  /** The ids of those whom they block. */
  readonly blocked: ReadonlySet<string>;
}

/**
 * Turns messages into what is shown of them, each one once: Markdown is not rendered again for every new message, and not at all for those that never
 * come into view.
 */
export class MessageViews {
  private readonly made = new WeakMap<object, TimelineMessage>();
  /** Of each message that grows, how it was shown last. */
  private readonly grown = new Map<string, { message: WindowMessage; body: string; shown: TimelineMessage }>();
  private readonly roots = new WeakMap<object, TimelineMessage>();

  constructor(
    private readonly roomId: string,
    private readonly reader: Reader,
    private readonly render: (markdown: string, whoIs?: WhoIs) => RenderedMarkdown,
  ) {}

  ofMessage(message: WindowMessage): TimelineMessage {
    return this.once(message, () => {
      const { role, floor, blocked } = this.reader;
      const hasThread = message.startedThread !== null;
      const mine = message.author.id === this.reader.viewer.id;
      const deleted = message.deletedAt !== null;
      const text = lazily(() => this.render(message.body, namedIn(message, this.reader.viewer)));
      return {
        // The same key as its outbox entry had: the element on the screen stays when the message arrives.
        key: mine && message.nonce !== null ? message.nonce : message.id,
        id: message.id,
        editId: message.id,
        number: message.number,
        seq: message.seq,
        path: messagePath(this.roomId, message),
        author: message.author,
        body: message.body,
        get text() {
          return text().text;
        },
        get tall() {
          return text().tall;
        },
        createdAt: message.createdAt,
        sentAt: Date.parse(message.createdAt),
        day: dayOf(message.createdAt),
        get time() {
          return timeOfDay(message.createdAt);
        },
        editedAt: message.editedAt,
        growth: growthOf(message),
        deleted,
        attachments: message.attachments.map(toAttachment),
        reactions: message.reactions,
        linkPreviews: message.linkPreviews,
        viewerState: message.viewerState,
        replyTo: message.replyTo && folded(message.replyTo, blocked),
        pinned: message.pinnedAt !== null,
        delivery: 'sent',
        problem: null,
        changes: NONE,
        nonce: message.nonce,
        mine,
        isBlocked: !deleted && blocked.has(message.author.id),
        startedThread: message.startedThread,
        canMark: !deleted,
        canReact: obstacleToReact({ isDeleted: deleted }, floor) === null,
        canPin: obstacleToPin({ isDeleted: deleted }, role, floor) === null,
        canUnpin: obstacleToUnpin(role, floor) === null,
        canAnswer: !deleted && obstacleToPost(role, floor) === null,
        // A message that was deleted keeps the thread that hangs on it, and everybody may read one that is there.
        canStartThread: message.thread === null && (hasThread || obstacleToPost(role, floor) === null),
        canReport: !deleted && !mine,
        canEdit: obstacleToEdit({ isAuthor: mine, isDeleted: deleted }, role, floor) === null,
        // The server takes it twice; there is nothing left to delete.
        canDelete: !deleted && obstacleToDelete({ isAuthor: mine }, role) === null,
        canRemovePreviews:
          message.linkPreviews.length > 0 && obstacleToRemovePreviews({ isAuthor: mine }, role) === null,
      };
    });
  }

  /** As it will be when the server knows what waits here. */
  ofChanged(message: WindowMessage, changes: readonly OutboxChange[]): TimelineMessage {
    const hopeful = changes.filter(({ state }) => state !== 'failed').map(({ change }) => change);
    const edit = hopeful.findLast((change) => change.kind === 'edit');
    const pin = hopeful.findLast((change) => change.kind === 'pin');
    const isDeleted = message.deletedAt !== null;
    const shown = this.ofMessage(edit && !isDeleted ? { ...message, body: edit.body } : message);
    const isGoing = hopeful.some(({ kind }) => kind === 'delete');
    const may = isGoing ? { canEdit: false, canDelete: false, canPin: false, canUnpin: false } : {};
    return { ...shown, ...may, pinned: pin?.isPinned ?? shown.pinned, changes };
  }

  /** With what its bot has written since it was read. */
  ofGrowing(message: WindowMessage, text: string): TimelineMessage {
    const known = this.grown.get(message.id);
    if (known?.body === text && known.message === message) return known.shown;
    const shown = this.ofMessage({ ...message, body: text });
    this.grown.set(message.id, { message, body: text, shown });
    return shown;
  }

  ofEntry(entry: OutboxEntry): TimelineMessage {
    return this.once(entry, () => ({
      key: entry.nonce,
      id: null,
      editId: entry.nonce,
      number: null,
      seq: null,
      path: null,
      author: this.reader.viewer,
      body: entry.body,
      ...this.render(entry.body),
      createdAt: entry.createdAt,
      sentAt: Date.parse(entry.createdAt),
      day: dayOf(entry.createdAt),
      time: timeOfDay(entry.createdAt),
      editedAt: null,
      growth: null,
      deleted: false,
      attachments: entry.attachments.map(toAttachment),
      reactions: [],
      linkPreviews: [],
      viewerState: NO_MARKS,
      replyTo: entry.replyTo ?? null,
      pinned: false,
      delivery: entry.state,
      problem: entry.problem,
      changes: NONE,
      nonce: entry.nonce,
      mine: true,
      isBlocked: false,
      startedThread: null,
      canMark: false,
      canReact: false,
      canPin: false,
      canUnpin: false,
      canAnswer: false,
      canStartThread: false,
      canReport: false,
      canEdit: entry.state === 'waiting' || entry.state === 'failed',
      canDelete: false,
      canRemovePreviews: false,
    }));
  }

  /** Above its thread, where it is no message of the thread's own: it has no number there, and is not answered but by the thread. */
  ofRoot(root: WindowMessage): TimelineMessage {
    const known = this.roots.get(root);
    if (known) return known;
    const inRoom = this.ofMessage(root);
    const made = { ...inRoom, number: null, canAnswer: false, canStartThread: false };
    this.roots.set(root, made);
    return made;
  }

  private once(source: object, make: () => TimelineMessage): TimelineMessage {
    const known = this.made.get(source);
    if (known) return known;
    const made = make();
    this.made.set(source, made);
    return made;
  }
}

const NONE: readonly OutboxChange[] = [];

function growthOf({ isStreaming, isBrokenOff }: WindowMessage): TimelineMessage['growth'] {
  if (isBrokenOff) return 'broken-off';
  return isStreaming ? 'growing' : null;
}

/** Of whom the reader blocks a quote says nothing. */
function folded(quote: Quote, blocked: ReadonlySet<string>): Quote {
  if (quote.deletedAt !== null || !blocked.has(quote.author.id)) return quote;
  return { ...quote, body: $localize`A message of somebody you block.`, attachments: [] };
}

function toAttachment(file: StoredFile): Attachment {
  return { ...file, sizeText: fileSize(file.size), view: fileView(file) };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
