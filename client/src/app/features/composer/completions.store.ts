import { computed, inject, Injectable } from '@angular/core';
import { CommandCompletion } from './command-completion.store';
import type { TypedOver } from './completion';
import { EmojiCompletion } from './emoji-completion.store';
import { MentionCompletion } from './mention-completion.store';

/** What is offered while somebody types: one list at a time. One for each composer. */
@Injectable()
export class Completions {
  private readonly all = [inject(CommandCompletion), inject(EmojiCompletion), inject(MentionCompletion)];

  /** The one whose list is open. */
  readonly open = computed(() => this.all.find((completion) => completion.suggestions().length > 0) ?? null);

  suggest(text: string, caret: number): void {
    for (const completion of this.all) completion.suggest(text, caret);
  }

  close(): void {
    for (const completion of this.all) completion.close();
  }

  accept(index?: number): TypedOver | null {
    return this.open()?.accept(index) ?? null;
  }
}
