import { computed, inject, Injectable } from '@angular/core';
import { CommandStore } from './command.store';
import { Completion, type PartialWord, type Suggestion, type TypedOver } from './completion';
import type { Command } from './data/command-requests';
import { partialCommand } from './typed-command';

const MAX_SUGGESTIONS = 8;

/** Offers the commands of the room's bots while somebody types `/we…` at the beginning. */
@Injectable()
export class CommandCompletion extends Completion {
  private readonly store = inject(CommandStore);

  override readonly label = $localize`Commands`;
  override readonly hint = $localize`Commands: use the arrow keys to choose, and Tab to insert.`;

  private readonly meant = computed<readonly Command[]>(() => {
    const partial = this.partial();
    if (!partial) return [];
    return this.store
      .commands()
      .filter(({ name }) => name.startsWith(partial.typed))
      .slice(0, MAX_SUGGESTIONS);
  });
  override readonly suggestions = computed<readonly Suggestion[]>(() =>
    this.meant().map(({ name, usage, description, bot }) => ({
      kind: 'command',
      key: `${bot.id} ${name}`,
      text: `/${name}`,
      usage,
      description,
      bot: bot.user.displayName,
    })),
  );

  override suggest(text: string, caret: number): void {
    super.suggest(text, caret);
    if (this.partial()) void this.store.load();
  }

  override accept(index = this.active()): TypedOver | null {
    const command = this.meant()[index];
    if (command) this.store.choose(command);
    return super.accept(index);
  }

  protected override partialAt(text: string, caret: number): PartialWord | null {
    return partialCommand(text, caret);
  }
}
