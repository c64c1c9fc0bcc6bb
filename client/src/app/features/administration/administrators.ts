import { ChangeDetectionStrategy, Component, computed, inject, output, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MAX_USERNAME_LENGTH } from '#rules';
import type { Person } from '../../core/graphql/model';
import type { Outcome, Problem } from '../../core/graphql/problem';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { DoneNote } from '../../shared/ui/feedback/done-note';
import { FormError } from '../../shared/ui/feedback/form-error';
import { FocusFirstError } from '../../shared/ui/field/focus-first-error';
import { TextField } from '../../shared/ui/field/text-field';
import { PageSection } from '../../shared/ui/page/page-section';
import { faultOf } from '../../core/graphql/fault-of';
import { AdministratorsStore } from './administrators.store';

/** Makes somebody an administrator, or takes it from them. */
@Component({
  selector: 'app-administrators',
  imports: [DoneNote, FocusFirstError, FormError, MatButton, PageSection, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './administrators.html',
  styleUrl: './administrators.scss',
})
export class Administrators {
  readonly changed = output();

  /** With an @ before it. */
  protected readonly maxUsername = MAX_USERNAME_LENGTH + 1;
  protected readonly username = signal('');
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly problem = signal<Problem | null>(null);
  protected readonly fault = computed(() => faultOf(this.problem(), ['username']));
  private readonly store = inject(AdministratorsStore);
  private readonly confirm = inject(Confirm);

  protected async appoint(): Promise<void> {
    await this.change(
      (person) => this.store.appoint(person),
      ({ displayName, username }) => ({
        heading: `Make ${displayName} an administrator?`,
        text: `@${username} will be able to read the audit log, and to appoint and remove administrators, including you.`,
        verb: 'Make administrator',
      }),
      ({ displayName }) => `${displayName} is now an administrator.`,
    );
  }

  protected async dismiss(): Promise<void> {
    await this.change(
      (person) => this.store.dismiss(person),
      ({ displayName, username }) => ({
        heading: `Remove ${displayName} as an administrator?`,
        text: `@${username} will no longer be able to read the audit log. Their account and rooms stay as they are.`,
        verb: 'Remove administrator',
      }),
      ({ displayName }) => `${displayName} is no longer an administrator.`,
    );
  }

  private async change(
    work: (person: Person) => Promise<Outcome<unknown>>,
    question: (person: Person) => Parameters<Confirm['ask']>[0],
    words: (person: Person) => string,
  ): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.problem.set(null);
    this.done.set('');
    const found = await this.store.find(this.username());
    if (!found.ok) this.problem.set(found.problem);
    else if (await this.confirm.ask(question(found.value))) {
      const outcome = await work(found.value);
      if (outcome.ok) this.tell(words(found.value));
      else this.problem.set(outcome.problem);
    }
    this.busy.set(false);
  }

  private tell(words: string): void {
    this.username.set('');
    this.done.set(words);
    this.changed.emit();
  }
}
