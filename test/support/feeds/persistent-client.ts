import { AnsweredWithErrors } from '../requests/graphql.js';
import type { Ledger } from '../oracle/ledger.js';
import type { Followed } from '../oracle/views.js';
import type { MessageAnswer, Person, RoomAnswer } from '../people/person.js';
import { reads } from '../people/reading.js';
import { readsThread } from '../people/threads.js';
import type { Random } from '../chance/random.js';
import { VIEWED_FEED, type ViewItem } from './room-view.js';
import type { SpawnedServer } from '../servers/spawned-server.js';
import { untilUp } from '../servers/until-up.js';
import { uploadFile, type Uploaded } from '../files/uploads.js';

/** What one may do next, and how likely. */
const CHOICES = {
  ...{ say: 10, edit: 3, delete: 2, upload: 2, 'come or go': 2 },
  ...{ reply: 4, react: 4, 'take back': 2, pin: 2, unpin: 1, read: 3 },
} as const;
const EMOJI = ['\u{1F44D}', '\u{1F375}'] as const;

interface Rooms {
  /** Where everybody is, and stays. */
  readonly hall: RoomAnswer;
  /** Where people come and go. */
  readonly garden: RoomAnswer;
}

/** Somebody who writes by chance and follows all their rooms, and who asks again until there is an answer. */
export class PersistentClient {
  readonly followed: Followed & { readonly items: ViewItem[] };
  private readonly said: MessageAnswer[] = [];
  /** Of these the ones in threads, with the message that each hangs on. */
  private readonly roots = new Map<string, MessageAnswer>();
  private readonly showing = new Map<string, Uploaded>();
  private attachable: Uploaded | undefined;
  private isInGarden = false;
  private count = 0;

  constructor(
    private readonly server: Pick<SpawnedServer, 'isUp'>,
    readonly who: Person,
    private readonly rooms: Rooms,
    private readonly random: Random,
    private readonly ledger: Ledger,
  ) {
    this.followed = { who, items: [] };
  }

  async writesUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) {
      this.count += 1;
      await this.does(this.random.choose(CHOICES));
    }
  }

  /** Goes on from the last cursor, over sockets that die with the server, until a message of a room says that it is the last. */
  follows(start: string, last: string, { id: roomId }: { id: string }): Promise<void> {
    let after = start;
    return untilUp(this.server, async () => {
      const socket = await this.who.opensSocket();
      const feed = socket.subscribes<{ item: ViewItem }>(VIEWED_FEED, { after });
      for (;;) {
        const { item } = await feed.next();
        this.followed.items.push(item);
        after = item.cursor;
        if (item.event?.room?.id !== roomId || item.event.message?.body !== last) continue;
        socket.cut();
        return;
      }
    });
  }

  private async does(what: keyof typeof CHOICES): Promise<void> {
    const message = this.random.pick(this.said);
    if (what === 'say') await this.says();
    else if (what === 'edit' && message) await this.edits(message);
    else if (what === 'delete' && message) await this.deletes(message);
    else if (what === 'upload' && !this.attachable) await this.uploads();
    else if (what === 'come or go') await this.comesOrGoes();
    else if (message) await this.marks(what, message);
  }

  /** Each by themselves what they said themselves: what others delete meanwhile takes no reaction. */
  private async marks(what: keyof typeof CHOICES, message: MessageAnswer): Promise<void> {
    const emoji = this.random.pick(EMOJI) ?? EMOJI[0];
    const reaction = `reaction ${message.id} ${this.who.id} ${emoji}`;
    const pin = `pin ${message.id}`;
    if (what === 'reply') await this.replies(this.roots.get(message.id) ?? message);
    else if (what === 'react') await this.sets(reaction, true, () => this.who.reacts(emoji, message));
    else if (what === 'take back') await this.sets(reaction, false, () => this.who.takesBack(emoji, message));
    else if (what === 'pin') await this.sets(pin, true, () => this.who.pins(message));
    else if (what === 'unpin') await this.sets(pin, false, () => this.who.unpins(message));
    else if (what === 'read') await this.reads(message);
  }

  private async sets(mark: string, isSet: boolean, change: () => Promise<void>): Promise<void> {
    this.ledger.isMarking(mark);
    await untilUp(this.server, change);
    this.ledger.marked(mark, isSet);
  }

  private async replies(root: MessageAnswer): Promise<void> {
    const body = `${this.who.username} ${String(this.count)} in the thread`;
    const more = { nonce: body, threadRootId: root.id };
    const message = await untilUp(this.server, () => this.who.says(body, this.rooms.hall, more));
    this.ledger.said(this.who, this.rooms.hall, message);
    this.said.push(message);
    this.roots.set(message.id, root);
  }

  private async reads({ id, number }: MessageAnswer): Promise<void> {
    const { hall } = this.rooms;
    const thread = this.roots.get(id);
    await untilUp(this.server, async () => {
      if (thread) await readsThread(this.who, hall, thread, number);
      else await reads(this.who, hall, number);
    });
    this.ledger.read(this.who, thread ?? hall, number);
  }

  private async says(): Promise<void> {
    const body = `${this.who.username} ${String(this.count)}`;
    const room = this.isInGarden && this.random.between(0, 2) === 0 ? this.rooms.garden : this.rooms.hall;
    const file = room === this.rooms.hall ? this.attachable : undefined;
    const more = { nonce: body, ...(file && { attachmentIds: [file.id] }) };
    const message = await untilUp(this.server, () => this.who.says(body, room, more));
    this.ledger.said(this.who, room, message);
    // What is said in the garden cannot be changed by who has left.
    if (room === this.rooms.hall) this.said.push(message);
    if (!file) return;
    this.attachable = undefined;
    this.showing.set(message.id, file);
  }

  private async edits(message: MessageAnswer): Promise<void> {
    const body = `${message.body}, as ${this.who.username} said (${String(this.count)})`;
    this.ledger.isChanging(message);
    await untilUp(this.server, () => this.who.edits(message, body));
    this.ledger.edited(message, body);
  }

  private async deletes(message: MessageAnswer): Promise<void> {
    const file = this.showing.get(message.id);
    if (file) this.ledger.forgets(file);
    this.said.splice(this.said.indexOf(message), 1);
    this.ledger.isChanging(message);
    this.ledger.forgetsMarksOn(message);
    await untilUp(this.server, () => this.who.deletes(message));
    this.ledger.deleted(message);
  }

  private async uploads(): Promise<void> {
    const content = `${this.who.username}'s ${String(this.count)}. text. `.repeat(this.random.between(1, 20_000));
    const file = await untilUp(this.server, () => uploadFile(this.who, this.rooms.hall, 'notes.txt', content));
    if (typeof file === 'string') throw new Error(`The upload was refused: ${file}.`);
    this.ledger.uploaded(file, content);
    this.attachable = file;
  }

  /** The first try may have done it without saying so; then the second one is refused, and it is done all the same. */
  private async comesOrGoes(): Promise<void> {
    let tries = 0;
    const move = (): Promise<void> => {
      tries += 1;
      return this.isInGarden ? this.who.leaves(this.rooms.garden) : this.who.joins(this.rooms.garden);
    };
    try {
      await untilUp(this.server, move);
    } catch (error) {
      if (!(error instanceof AnsweredWithErrors) || tries === 1) throw error;
    }
    this.isInGarden = !this.isInGarden;
    this.ledger.moved();
  }
}
