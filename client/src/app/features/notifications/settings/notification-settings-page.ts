import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { SharedConnection } from '../../../feed/tabs/shared-connection';
import { EmptyState } from '../../../shared/ui/feedback/empty-state';
import { Skeleton } from '../../../shared/ui/feedback/skeleton';
import { PageFrame } from '../../../shared/ui/page/page-frame';
import { PageSection } from '../../../shared/ui/page/page-section';
import { DoNotDisturbForm } from './do-not-disturb-form';
import { KeywordList } from './keyword-list';
import { NotificationSettingsStore } from './notification-settings.store';
import { PushDevices } from './push-devices';
import { QuietHoursForm } from './quiet-hours-form';
import { ShownText } from './shown-text';
import { SoundForm } from './sound-form';
import { ThisBrowser } from './this-browser';

/** What notifies the viewer, when, and on which of their devices. */
@Component({
  imports: [
    DoNotDisturbForm,
    EmptyState,
    KeywordList,
    MatButton,
    PageFrame,
    PageSection,
    PushDevices,
    QuietHoursForm,
    RouterLink,
    ShownText,
    Skeleton,
    SoundForm,
    ThisBrowser,
  ],
  providers: [NotificationSettingsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-frame heading="Notifications" i18n-heading back="/account" backWords="Your account" i18n-backWords>
      @if (store.settings()) {
        <app-this-browser />
        <app-sound-form />
        <app-do-not-disturb-form />
        <app-quiet-hours-form />
        <app-keyword-list />
        <app-page-section
          heading="Rooms"
          i18n-heading
          lead="You’re notified of mentions, replies and direct messages. Each room can be louder or quieter: open its options, and choose under “Notify me of”."
          i18n-lead
        >
          <a class="onward" matButton="outlined" routerLink="/chat" i18n>Go to your rooms</a>
        </app-page-section>
        <app-shown-text />
        <app-push-devices />
      } @else if (store.problem(); as problem) {
        <app-empty-state heading="Something went wrong" i18n-heading [text]="problem.message">
          <button matButton="filled" type="button" (click)="store.load()" i18n>Try again</button>
        </app-empty-state>
      } @else {
        <div role="status">
          <span class="visually-hidden" i18n>Loading …</span>
          <app-skeleton [count]="6" />
        </div>
      }
    </app-page-frame>
  `,
  styles: `
    .onward {
      justify-self: start;
    }
  `,
})
export class NotificationSettingsPage {
  protected readonly store = inject(NotificationSettingsStore);

  constructor() {
    inject(SharedConnection);
    void this.store.load();
  }
}
