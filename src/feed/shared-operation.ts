import { execute, type ExecutionArgs } from 'graphql';
import type { GraphQLContext } from '../common/index.js';
import type { Outlet, Payload } from './outlet.js';

/** How much of what was made is remembered for those who come later, in bytes. */
const REMEMBERED_BYTES = 1024 * 1024;
/** How much is made ahead of what is sent, in bytes. */
const AHEAD_BYTES = 512 * 1024;

/**
 * One operation that many subscribe with. Whatever many of them get, be it a step of a feed or a state of a room, is executed
 * once and put into bytes once, for all of them.
 */
export class SharedOperation {
  private young = new Map<object, Promise<Payload>>();
  private old = new Map<object, Promise<Payload>>();
  private bytes = 0;
  private largest: number | undefined;

  constructor(
    private readonly args: ExecutionArgs,
    private readonly encode: Outlet['encode'],
    private readonly contextNow: () => GraphQLContext,
  ) {}

  /** What this operation shows of an event or a state; the same object is the same payload. */
  payloadOf(root: object): Promise<Payload> {
    const young = this.young.get(root);
    if (young) return young;
    const made = this.old.get(root) ?? this.execute(root);
    this.young.set(root, made);
    void this.weigh(root, made);
    return made;
  }

  /** How many payloads may be made at once, so that little waits for a reader who does not take them. */
  get atOnce(): number {
    return this.largest === undefined ? 1 : Math.max(1, Math.floor(AHEAD_BYTES / this.largest));
  }

  /** Called now and then: what nobody asked for since the last time but one is let go. */
  age(): void {
    this.old = this.young;
    this.young = new Map();
    this.bytes = 0;
  }

  /** Something that older events show has changed: whoever is shown them from now on is shown it as it is now. */
  forget(): void {
    this.young = new Map();
    this.old = new Map();
    this.bytes = 0;
  }

  private async execute(rootValue: object): Promise<Payload> {
    const result = await execute({ ...this.args, rootValue, contextValue: this.contextNow() });
    // What went wrong may go right for the next one who asks.
    if (result.errors) this.drop(rootValue);
    return this.encode(result);
  }

  private async weigh(root: object, made: Promise<Payload>): Promise<void> {
    try {
      const { bytes } = await made;
      this.largest = Math.max(this.largest ?? 0, bytes.byteLength);
      if (this.young.get(root) !== made) return;
      this.bytes += bytes.byteLength;
      if (this.bytes > REMEMBERED_BYTES) this.age();
    } catch {
      // Whoever asked is told what went wrong.
      this.drop(root);
    }
  }

  private drop(root: object): void {
    this.young.delete(root);
    this.old.delete(root);
  }
}
