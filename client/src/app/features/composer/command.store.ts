import { computed, inject, Injectable, signal } from '@angular/core';
import { TimelinePlace } from '../../feed/timeline-place';
import { type Command, CommandRequests } from './data/command-requests';
import type { TypedCommand } from './typed-command';

/** So long the commands of a room are taken for what they are; a bot seldom changes its own. */
const FRESH_MILLISECONDS = 30_000;

/** What may be typed with a slash in this room, and what became of what was typed. One for each composer. */
@Injectable()
export class CommandStore {
  private readonly requests = inject(CommandRequests);
  private readonly place = inject(TimelinePlace);

  private readonly known = signal<readonly Command[]>([]);
  private loadedAt = -Infinity;
  private loading: Promise<string | null> | null = null;
  /** Of two commands of the same name the bot that was chosen in the list. */
  private readonly chosen = new Map<string, string>();
  /** Sent again after an answer that was lost, it is asked once. */
  private sent: { readonly draft: string; readonly nonce: string } | null = null;

  readonly commands = this.known.asReadonly();
  private readonly outcome = signal<{ readonly words: string; readonly isFault: boolean } | null>(null);
  /** What became of the last one, in a sentence. */
  readonly notice = this.outcome.asReadonly();
  private readonly underWay = signal(false);
  readonly isBusy = computed(() => this.underWay());

  /** Asks for the commands where they are not known; a sentence where that failed. */
  load(): Promise<string | null> {
    if (performance.now() - this.loadedAt < FRESH_MILLISECONDS) return Promise.resolve(null);
    this.loading ??= this.ask().finally(() => {
      this.loading = null;
    });
    return this.loading;
  }

  choose({ name, bot }: Command): void {
    this.chosen.set(name, bot.id);
  }

  forgetNotice(): void {
    this.outcome.set(null);
  }

  /** True once the bot was asked. Otherwise the notice says why it was not, and nothing was sent. */
  async invoke(typed: TypedCommand, draft: string): Promise<boolean> {
    if (this.underWay()) return false;
    this.underWay.set(true);
    this.outcome.set(null);
    try {
      return await this.attempt(typed, draft);
    } finally {
      this.underWay.set(false);
    }
  }

  private async attempt({ name, text }: TypedCommand, draft: string): Promise<boolean> {
    const trouble = await this.load();
    if (trouble !== null) return this.failed(trouble);
    const command = this.named(name);
    if (!command)
      return this.failed(
        $localize`There is no command /${name}:name: in this room. To send this as a message, put a second slash in front.`,
      );
    if (this.sent?.draft !== draft) this.sent = { draft, nonce: crypto.randomUUID() };
    const { nonce } = this.sent;
    const { roomId } = this.place;
    const answer = await this.requests.invoke({ roomId, botId: command.bot.id, command: name, text, nonce });
    if (!answer.ok) return this.failed(answer.problem.message);
    this.sent = null;
    this.outcome.set({ words: $localize`Sent to ${command.bot.user.displayName}:bot:.`, isFault: false });
    return true;
  }

  private named(name: string): Command | undefined {
    const all = this.known().filter((command) => command.name === name);
    return all.find(({ bot }) => bot.id === this.chosen.get(name)) ?? all[0];
  }

  private failed(words: string): false {
    this.outcome.set({ words, isFault: true });
    return false;
  }

  private async ask(): Promise<string | null> {
    const outcome = await this.requests.inRoom(this.place.roomId);
    if (!outcome.ok) return outcome.problem.message;
    this.known.set(outcome.value);
    this.loadedAt = performance.now();
    return null;
  }
}
