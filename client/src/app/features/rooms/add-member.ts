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
    if (this.search.status() === 'failed') return 'Search isn’t working right now.';
    if (this.search.status() !== 'done') return '';
    const count = this.search.candidates().length;
    if (count === 0) return 'No one found';
    return count === 1 ? '1 person found' : `${String(count)} people found`;
  });
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

  protected async add(person: Person): Promise<void> {
    const outcome = await this.members.add(person.id);
    this.error.set(outcome.ok ? null : outcome.problem.message);
    this.added.set(outcome.ok ? `${person.displayName} is in the room.` : '');
    if (outcome.ok) this.search.setQuery('');
    this.field().focus();
  }
}
