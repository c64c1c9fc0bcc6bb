import type { ExecutionArgs } from 'graphql';
import { GraphQLContext } from '../caller/index.js';
import { executePlanned, type Shown } from '../graphql/index.js';
import { isFeedStep } from './feed-step.js';
import type { Sink, Payload } from './sink.js';
import type { Remembered, ShownBy } from './shown-by.js';

/** How much of what was made is remembered for those who come later, in bytes. */
const REMEMBERED_BYTES = 1024 * 1024;
/** How much is made ahead of what is sent, in bytes. */
const AHEAD_BYTES = 512 * 1024;

/** A payload that is made, or is being made. */
interface Made {
  readonly payload: Promise<Payload>;
  readonly remembered: Remembered;
}

/**
 * One operation that many subscribe with. Whatever many of them get, be it a step of a feed or a state of a room, is executed
 * once and put into bytes once, for all of them, and remembered until something that it shows has changed.
 */
export class SharedOperation {
  private young = new Map<object, Made>();
  private old = new Map<object, Made>();
  private bytes = 0;
  private largest: number | undefined;

  constructor(
    private readonly args: ExecutionArgs,
    private readonly encode: Sink['encode'],
    private readonly contextNow: () => GraphQLContext,
    private readonly shownBy: ShownBy,
  ) {}

  /** What this operation shows of an event or a state; the same object is the same payload. */
  payloadOf(root: object): Promise<Payload> {
    const young = this.young.get(root);
    if (young) return young.payload;
    const made = this.old.get(root) ?? this.make(root);
    this.young.set(root, made);
    void this.weigh(root, made);
    return made.payload;
  }

  /** How many payloads may be made at once, so that little waits for a reader who does not take them. */
  get atOnce(): number {
    return this.largest === undefined ? 1 : Math.max(1, Math.floor(AHEAD_BYTES / this.largest));
  }

  /** Called now and then: what nobody asked for since the last time but one is let go. */
  age(): void {
    for (const [root, made] of this.old) if (this.young.get(root) !== made) made.remembered.release();
    this.old = this.young;
    this.young = new Map();
    this.bytes = 0;
  }

  /** Lets go of all of it, once nobody subscribes any more. */
  close(): void {
    this.age();
    this.age();
  }

  private make(root: object): Made {
    const remembered = this.shownBy.remember(() => {
      this.forget(root, remembered);
    });
    return { remembered, payload: this.execute(root, remembered) };
  }

  private async execute(rootValue: object, remembered: Remembered): Promise<Payload> {
    const contextValue = new RememberingContext(this.contextNow(), remembered.note);
    const result = await executePlanned({ ...this.args, rootValue, contextValue });
    // What went wrong may go right for the next one who asks.
    if (result.errors) this.forget(rootValue, remembered);
    const payload = this.encode(result);
    return isFeedStep(rootValue) && !result.errors ? { ...payload, place: rootValue } : payload;
  }

  private async weigh(root: object, made: Made): Promise<void> {
    try {
      const { bytes } = await made.payload;
      this.largest = Math.max(this.largest ?? 0, bytes.byteLength);
      if (this.young.get(root) !== made) return;
      this.bytes += bytes.byteLength;
      if (this.bytes > REMEMBERED_BYTES) this.age();
    } catch {
      // Whoever asked is told what went wrong.
      this.forget(root, made.remembered);
    }
  }

  private forget(root: object, remembered: Remembered): void {
    for (const known of [this.young, this.old]) if (known.get(root)?.remembered === remembered) known.delete(root);
    remembered.release();
  }
}

/** The context of one execution among those that load together: it notes what this one shows. */
class RememberingContext extends GraphQLContext {
  override readonly batch: object;
  override readonly notesShown: (what: Shown) => void;

  constructor(together: GraphQLContext, notesShown: (what: Shown) => void) {
    super(together.viewer, together.address, together.startedAt);
    this.batch = together;
    this.notesShown = notesShown;
  }
}
