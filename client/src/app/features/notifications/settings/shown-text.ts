import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { Problem } from '../../../core/graphql/problem';
import { FormError } from '../../../shared/ui/feedback/form-error';
import { PageSection } from '../../../shared/ui/page/page-section';
import { NotificationSettingsStore } from './notification-settings.store';

/** Whether a notification shows what was said, to whoever stands by. */
@Component({
  selector: 'app-shown-text',
  imports: [FormError, PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="What a notification shows"
      i18n-heading
      lead="It always says who wrote, and where."
      i18n-lead
    >
      @if (problem(); as fault) {
        <app-form-error>{{ fault.message }}</app-form-error>
      }
      <label class="check">
        <input type="checkbox" name="shows-text" [checked]="showsText()" (change)="set($event)" />
        <ng-container i18n>Show what was said as well</ng-container>
      </label>
    </app-page-section>
  `,
  styleUrl: './check.scss',
})
export class ShownText {
  private readonly store = inject(NotificationSettingsStore);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly showsText = computed(() => this.store.settings()?.showsText ?? false);

  protected async set({ target }: Event): Promise<void> {
    if (!(target instanceof HTMLInputElement)) return;
    const outcome = await this.store.change({ showsText: target.checked });
    this.problem.set(outcome.ok ? null : outcome.problem);
    target.checked = this.showsText();
  }
}
