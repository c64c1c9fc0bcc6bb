import { Wakeup } from '../common/index.js';

const SHOWN = 20;
const TYPING_MILLISECONDS = 6000;
const BETWEEN_CHANGES_MILLISECONDS = 1000;

/** Who is here and who is typing, at one moment. Everybody who watches the room gets the same object. */
export interface PresenceState {
  readonly roomId: string;
  readonly hereIds: readonly string[];
  readonly hereCount: number;
  readonly typingIds: readonly string[];
}

/** The presence of one room: it lives as long as somebody is in it. */
export class RoomPresence {
  /** How many doors (subscriptions) each has open; in the order in which they came. */
  private readonly doors = new Map<string, number>();
  private readonly typing = new Map<string, NodeJS.Timeout>();
  private readonly wakeup = new Wakeup();
  private shown: PresenceState;
  private shownAt = 0;
  /** How often a state was shown, also one that was shown before. */
  private shows = 0;
  private pending: NodeJS.Timeout | undefined;

  constructor(
    private readonly roomId: string,
    private readonly onEmpty: () => void,
  ) {
    this.shown = this.now();
  }

  enter(userId: string): void {
    this.doors.set(userId, (this.doors.get(userId) ?? 0) + 1);
    this.change();
  }

  leave(userId: string): void {
    const left = (this.doors.get(userId) ?? 0) - 1;
    if (left > 0) this.doors.set(userId, left);
    else this.doors.delete(userId);
    this.change();
    this.endIfEmpty();
  }

  setTyping(userId: string): void {
    clearTimeout(this.typing.get(userId));
    const fade = setTimeout(() => {
      this.endTyping(userId);
    }, TYPING_MILLISECONDS).unref();
    this.typing.set(userId, fade);
    this.change();
  }

  endTyping(userId: string): void {
    clearTimeout(this.typing.get(userId));
    if (!this.typing.delete(userId)) return;
    this.change();
    this.endIfEmpty();
  }

  /** The state of now, then the state after each change, at most one a second. */
  async *watch(closed: AbortSignal): AsyncGenerator<PresenceState, void, void> {
    let seen = this.shows;
    let told = this.current();
    if (!closed.aborted) yield told;
    while (!closed.aborted) {
      if (this.shows === seen) {
        await this.wakeup.wait(closed);
        continue;
      }
      seen = this.shows;
      if (!isAlike(this.shown, told)) yield (told = this.shown);
    }
  }

  /** Shows a change at once where the last one is long enough ago, else together with whatever else changes until then. */
  private change(): void {
    if (this.pending) return;
    const wait = this.shownAt + BETWEEN_CHANGES_MILLISECONDS - performance.now();
    if (wait <= 0) this.show();
    else
      this.pending = setTimeout(() => {
        this.show();
      }, wait).unref();
  }

  private show(): void {
    this.pending = undefined;
    const next = this.current();
    if (next !== this.shown) this.shownAt = performance.now();
    this.shown = next;
    // Also where all is as it was shown: whoever came in between was told something else.
    this.shows += 1;
    this.wakeup.wakeAll();
  }

  private endIfEmpty(): void {
    if (this.doors.size === 0 && this.typing.size === 0) this.onEmpty();
  }

  /** The state of now: the very object that others were shown, where it is the same. */
  private current(): PresenceState {
    const now = this.now();
    return isAlike(now, this.shown) ? this.shown : now;
  }

  private now(): PresenceState {
    const here = [...this.doors.keys()];
    return {
      roomId: this.roomId,
      hereIds: here.slice(-SHOWN).reverse(),
      hereCount: here.length,
      typingIds: [...this.typing.keys()].slice(0, SHOWN),
    };
  }
}

function isAlike(one: PresenceState, other: PresenceState): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
