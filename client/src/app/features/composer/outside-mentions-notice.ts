import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import { Button } from '../../shared/ui/button/button';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { Person } from '../../core/graphql/model';
import { FormError } from '../../shared/ui/feedback/form-error';
import { OutsideMentions } from './outside-mentions.store';

/** Tells whoever mentioned somebody who is not in the room, and offers to bring them in. */
@Component({
  selector: 'app-outside-mentions-notice',
  imports: [FormError, Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (mention of store.people(); track mention.person.id) {
      @let name = mention.person.displayName;
      <div class="notice">
        @if (mention.mayAdd) {
          <p role="status">{{ question(name) }}</p>
          <button appButton type="button" [attr.aria-label]="notNowLabel(name)" (click)="dismiss(mention.person)" i18n>
            Not now
          </button>
          <button appButton="tonal" type="button" [attr.aria-label]="addLabel(name)" (click)="add(mention.person)" i18n>
            Add
          </button>
        } @else {
          <p role="status" i18n>{{ name }} isn’t in this room and won’t see your message.</p>
          <button appButton type="button" [attr.aria-label]="closeLabel(name)" (click)="dismiss(mention.person)" i18n>
            Close
          </button>
        }
      </div>
    }
    @if (problem(); as sentence) {
      <app-form-error>{{ sentence }}</app-form-error>
    }
  `,
  styles: `
    .notice {
      display: flex;
      flex-wrap: wrap;
      gap: var(--s1) var(--s2);
      align-items: center;
      padding: var(--s1) var(--s2) var(--s1) var(--s3);
      border-bottom: 1px solid var(--line);
    }
    p {
      flex: 1 1 12rem;
      color: var(--ink-soft);
      font-size: var(--text-s);
      overflow-wrap: anywhere;
    }
  `,
})
export class OutsideMentionsNotice {
  /** The button that had the focus is gone. */
  readonly done = output();

  protected readonly store = inject(OutsideMentions);
  protected readonly problem = signal<string | null>(null);
  private readonly announcements = inject(AnnouncementsStore);

  protected question(name: string): string {
    return $localize`${name}:name: isn’t in this room. Add ${name}:name:?`;
  }

  protected addLabel(name: string): string {
    return $localize`Add ${name}:name:`;
  }

  protected notNowLabel(name: string): string {
    return $localize`Not now: ${name}:name:`;
  }

  protected closeLabel(name: string): string {
    return $localize`Close: ${name}:name:`;
  }

  protected async add(person: Person): Promise<void> {
    const outcome = await this.store.add(person);
    this.problem.set(outcome.ok ? null : outcome.problem.message);
    if (!outcome.ok) return;
    this.announcements.say($localize`${person.displayName}:name: is in the room.`);
    this.done.emit();
  }

  protected dismiss(person: Person): void {
    this.problem.set(null);
    this.store.dismiss(person);
    this.done.emit();
  }
}
