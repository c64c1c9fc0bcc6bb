import { NgTemplateOutlet } from '@angular/common';
import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import type { Person } from '../../core/graphql/model';
import { formatMessage } from '../../shared/language/format-message';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { TextField } from '../../shared/ui/field/text-field';
import { Icon } from '../../shared/ui/icon/icon';
import { isComposing } from '../../shared/ui/keyboard/composing';
import { MemberSearch } from './member-search.store';
import { MembersStore } from './members.store';

@Component({
  selector: 'app-add-member',
  imports: [Avatar, Icon, NgTemplateOutlet, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'escape($event)' },
  templateUrl: './add-member.html',
  styleUrl: './add-member.scss',
})
export class AddMember {
  readonly closed = output();

  protected readonly search = inject(MemberSearch);
  private readonly members = inject(MembersStore);
  protected readonly error = signal<string | null>(null);
  protected readonly added = signal('');
  /** What a screen reader says of what was found; what stands in the list is not read by itself. */
  protected readonly found = computed(() => {
    if (this.search.status() === 'failed') return $localize`Search isn’t working right now.`;
    if (this.search.status() !== 'done') return '';
    const count = this.search.candidates().length;
    if (count === 0) return $localize`No one found`;
    return formatMessage($localize`{people, plural, =1 {1 person found} other {# people found}}`, { people: count });
  });
  protected readonly moreHint = computed(() =>
    formatMessage($localize`Only the first {count} are shown. Type more of the name to narrow it down.`, {
      count: this.search.candidates().length,
    }),
  );
  private readonly field = viewChild.required(TextField);

  constructor() {
    afterNextRender(() => {
      this.field().focus();
    });
  }

  protected escape(event: Event): void {
    if (isComposing(event)) return;
    // The panel around it stays open.
    event.stopPropagation();
    this.closed.emit();
  }

  protected addLabel({ displayName }: Person): string {
    return $localize`Add ${displayName}:name:`;
  }

  protected detailOf({ kind, username }: Person): string {
    return kind === 'GUEST' ? $localize`Guest` : `@${username}`;
  }

  protected async add(person: Person): Promise<void> {
    const outcome = await this.members.add(person.id);
    this.error.set(outcome.ok ? null : outcome.problem.message);
    this.added.set(outcome.ok ? $localize`${person.displayName}:name: is in the room.` : '');
    if (outcome.ok) this.search.setQuery('');
    this.field().focus();
  }
}
