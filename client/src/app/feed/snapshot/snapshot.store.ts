import { computed, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Face } from '../../core/graphql/model';
import { randomId } from '../../core/random-id';
import { ServerInfoStore } from '../../core/server-info/server-info.store';
import { SessionStore } from '../../core/session/session.store';
import { SnapshotChoice } from '../../core/session/snapshot-choice.store';
import { SnapshotOwner } from '../../core/session/snapshot-owner';
import { ServerClock } from '../../shared/time/server-clock';
import { after, sleep } from '../../shared/time/timer';
import type { ChatState } from '../chat-state';
import { ChatStateStore } from '../chat-state.store';
import { ConnectionStore } from '../connection.store';
import { Feed } from '../feed';
import { OpenRoomStore } from '../open-room.store';
import { RoomOpenings } from './room-openings';
import type { FirstPart, SnapshotArchive } from './snapshot-archive';
import { withUnchanged } from './with-unchanged';

/** In milliseconds. What happens together is written together, and a lively room is not written with each message. */
const BETWEEN_WRITES = 5_000;

/** Longer than this no page waits for what lies in the browser: then it asks the server. */
const PATIENCE = 1_000;

/**
 * Keeps what was read last on this device, so that the chat opens without a network, and at once with one. It is written while the page is open, by the tab that is
 * looked at, and goes when the session does.
 */
@Injectable({ providedIn: 'root' })
export class SnapshotStore {
  private readonly chat = inject(ChatStateStore);
  private readonly choice = inject(SnapshotChoice);
  private readonly clock = inject(ServerClock);
  private readonly connection = inject(ConnectionStore);
  private readonly feed = inject(Feed);
  private readonly openings = inject(RoomOpenings);
  private readonly openRoom = inject(OpenRoomStore);
  private readonly owner = inject(SnapshotOwner);
  private readonly server = inject(ServerInfoStore);
  private readonly session = inject(SessionStore);

  private readonly writer = randomId();
  private loading: Promise<SnapshotArchive> | undefined;
  private readonly shownAsOf = signal<number | null>(null);
  private isWriting = false;
  private mustWriteAgain = false;
  private cancelWrite: (() => void) | undefined;

  /** As of when the page shows what it shows, where it was opened with what was read last and has heard nothing since, in milliseconds. */
  readonly openedAsOf = computed(() => (this.chat.isPast() ? this.shownAsOf() : null));

  private readonly roomBeingRead = computed(() => {
    const roomId = this.openRoom.roomId() ?? '';
    return this.chat.state()?.rooms.get(roomId)?.timeline ? roomId : null;
  });

  constructor() {
    // While the rest of the page is loaded.
    if (this.owner.read() !== null) this.archive().catch(() => undefined);
    effect(() => {
      const roomId = this.roomBeingRead();
      if (roomId !== null) this.openings.open(roomId, this.clock.now().getTime());
    });
    effect(() => {
      if (this.chat.isWhole() && this.chat.state() && this.choice.isOn())
        untracked(() => {
          this.writeSoon();
        });
    });
    effect(() => {
      if (!this.choice.isOn()) untracked(() => void this.remove());
    });
    effect(() => {
      // What was known until now is kept before the next word comes.
      if (this.connection.state() !== 'live') untracked(() => void this.write());
      else this.shownAsOf.set(this.clock.now().getTime());
    });
    effect(() => {
      if (this.session.userId() === null)
        untracked(() => {
          this.forget();
        });
    });
    const leaving = (): void => {
      if (document.visibilityState === 'hidden') void this.write();
    };
    document.addEventListener('visibilitychange', leaving);
    addEventListener('pagehide', () => void this.write());
  }

  /**
   * Puts on the page what was read last on this device, the open room first, and gives the position in the feed that belongs to it. Null where there is nothing
   * to begin with.
   */
  async open(): Promise<string | null> {
    const userId = this.session.userId();
    if (userId === null || !this.choice.isOn() || this.owner.read() === null) return null;
    const first = await soon(this.readFirst(userId));
    if (first === null || this.session.userId() !== userId) return null;
    this.server.set(first.chat.server);
    this.shownAsOf.set(first.chat.asOf);
    this.chat.beginWithPast(first.state);
    const rest = await soon(this.archive().then((archive) => archive.readRest(first)));
    if (this.chat.state()?.viewerId !== userId) return null;
    if (rest) {
      this.chat.change((state) => withUnchanged(state, first.state, rest.state));
      this.openings.add(rest.opened);
    }
    return first.chat.cursor;
  }

  private async readFirst(userId: string): Promise<FirstPart | null> {
    const archive = await this.archive();
    const first = await archive.readFirst(userId, this.openRoom.roomId(), this.clock.now().getTime());
    if (first === null) await this.remove();
    return first;
  }

  private archive(): Promise<SnapshotArchive> {
    return (this.loading ??= this.load());
  }

  private async load(): Promise<SnapshotArchive> {
    try {
      const { SnapshotArchive } = await import('./snapshot-archive');
      return new SnapshotArchive();
    } catch (error) {
      // Without a network it is not there: the next attempt loads it again.
      this.loading = undefined;
      throw error;
    }
  }

  private writeSoon(): void {
    if (document.visibilityState === 'hidden') return;
    this.cancelWrite ??= after(BETWEEN_WRITES, () => {
      this.cancelWrite = undefined;
      whenIdle(() => void this.write());
    });
  }

  private async write(): Promise<void> {
    this.cancelWrite?.();
    this.cancelWrite = undefined;
    const [state, viewer, cursor] = [this.chat.state(), this.session.user(), this.feed.position];
    if (!state || state.viewerId !== viewer?.id || cursor === null) return;
    if (!this.chat.isWhole() || !this.choice.isOn()) return;
    this.mustWriteAgain = this.isWriting;
    if (this.isWriting) return;
    this.isWriting = true;
    await this.writeAs(state, viewer, cursor);
    this.isWriting = false;
    if (this.mustWriteAgain) void this.write();
  }

  private async writeAs(state: ChatState, viewer: Face, cursor: string): Promise<void> {
    const now = this.clock.now().getTime();
    const asOf = this.connection.state() === 'live' ? now : (this.shownAsOf() ?? now);
    const chat = { writer: this.writer, viewer, server: this.server.info(), cursor, asOf };
    const archive = await this.archive().catch(() => null);
    if (archive === null) return;
    try {
      await archive.write(chat, state, this.openings.all, now);
      // Whoever has signed out meanwhile leaves nothing behind.
      if (this.session.userId() === viewer.id && this.choice.isOn()) this.owner.write(viewer);
      else await this.remove();
    } catch (error) {
      console.warn('What was read last could not be kept in this browser.', error);
      // Half of it is not there, but what was there before may be all that the browser has room for.
      await this.remove();
    }
  }

  private async remove(): Promise<void> {
    this.forgetWritten();
    await this.owner.remove();
  }

  private forgetWritten(): void {
    this.loading?.then(
      (archive) => {
        archive.forget();
      },
      () => undefined,
    );
  }

  private forget(): void {
    this.cancelWrite?.();
    this.cancelWrite = undefined;
    this.forgetWritten();
    this.openings.forget();
    this.shownAsOf.set(null);
  }
}

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(work, { timeout: 2_000 });
  else work();
}

/** Null where the browser does not give it, now or at all. */
async function soon<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await Promise.race([reading, sleep(PATIENCE).then(() => null)]);
  } catch (error) {
    console.warn('What was read last could not be read from this browser.', error);
    return null;
  }
}
