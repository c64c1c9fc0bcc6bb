import { Wakeup } from '../runtime/index.js';

const SHOWN = 20;
const TYPING_MILLISECONDS = 6000;
const BETWEEN_STATES_MILLISECONDS = 1000;

/** Who is here and who is typing, at one moment. Everybody who watches the room gets the same object. */
export interface PresenceState {
  readonly roomId: string;
  readonly hereIds: readonly string[];
  readonly hereCount: number;
  readonly typingIds: readonly string[];
}

/**
 * The presence of one room. All who watch it are shown the same states, at most one a second: a thousand who come within a
 * second are one state and not a thousand. It lives as long as somebody is in it, and until it may show the next state.
 */
export class RoomPresence {
  /** How many doors (subscriptions) each has open; in the order in which they came. */
  private readonly doors = new Map<string, number>();
  private readonly typing = new Map<string, NodeJS.Timeout>();
  private readonly wakeup = new Wakeup();
  private watchers = 0;
  private shown: PresenceState;
  private shownAt = -Infinity;
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
    this.showSoon();
  }

  leave(userId: string): void {
    const left = (this.doors.get(userId) ?? 0) - 1;
    if (left > 0) this.doors.set(userId, left);
    else this.doors.delete(userId);
    this.showSoon();
  }

  setTyping(userId: string): void {
    clearTimeout(this.typing.get(userId));
    const fade = setTimeout(() => {
      this.endTyping(userId);
    }, TYPING_MILLISECONDS).unref();
    this.typing.set(userId, fade);
    this.showSoon();
  }

  endTyping(userId: string): void {
    clearTimeout(this.typing.get(userId));
    if (this.typing.delete(userId)) this.showSoon();
  }

  /** Somebody comes in and looks on: the state of now with them in it, then the state after each change, at most one a second. */
  async *watch(userId: string, closed: AbortSignal): AsyncGenerator<PresenceState, void, void> {
    this.watchers += 1;
    let seen = this.shows;
    let told: PresenceState | undefined;
    this.enter(userId);
    try {
      while (!closed.aborted) {
        if (this.shows === seen) {
          await this.wakeup.wait(closed);
          continue;
        }
        seen = this.shows;
        if (told && isAlike(this.shown, told)) continue;
        yield (told = this.shown);
        // Who took so long over it that they missed a state is told with the others what is true by then.
        if (this.shows !== seen) seen = this.askForNext();
      }
    } finally {
      this.watchers -= 1;
      this.leave(userId);
    }
  }

  /** Shows the state of now at once where the last one is long enough ago, else together with whatever changes until then. */
  private showSoon(): void {
    if (this.pending) return;
    const wait = this.shownAt + BETWEEN_STATES_MILLISECONDS - performance.now();
    if (wait <= 0) this.show();
    else
      this.pending = setTimeout(() => {
        this.pending = undefined;
        // Not simply shown: a timer may be early.
        this.showSoon();
      }, wait).unref();
  }

  private show(): void {
    if (this.doors.size === 0 && this.typing.size === 0) this.onEmpty();
    if (this.watchers === 0) return;
    const now = this.now();
    // The very object that was shown before, where it is the same: what was made of it need not be made again.
    if (!isAlike(now, this.shown)) this.shown = now;
    this.shownAt = performance.now();
    this.shows += 1;
    this.wakeup.wakeAll();
  }

  private askForNext(): number {
    const { shows } = this;
    this.showSoon();
    return shows;
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
