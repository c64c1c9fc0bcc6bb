import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { PageSection } from '../../../shared/ui/page/page-section';
import { DoneNote } from '../../../shared/ui/feedback/done-note';
import { NotificationChoice } from '../notification-choice';
import { NotificationPermission } from '../notification-permission.store';
import { PushRegistration } from '../push-registration';
import { NotificationSettingsStore } from './notification-settings.store';

/** Whether this browser shows notifications, and whether it is called while Tertulia is closed. */
@Component({
  selector: 'app-this-browser',
  imports: [DoneNote, MatButton, PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section heading="In this browser" i18n-heading>
      <p class="words">{{ words() }}</p>
      @if (mayTurn()) {
        <button
          matButton="outlined"
          class="turn"
          type="button"
          disabledInteractive
          [disabled]="busy()"
          (click)="turn()"
        >
          {{ verb() }}
        </button>
      }
      <app-done-note [text]="done()" />
    </app-page-section>
  `,
  styles: `
    .words {
      max-width: 38rem;
      text-wrap: pretty;
    }
    .turn {
      justify-self: start;
    }
  `,
})
export class ThisBrowser {
  private readonly choice = inject(NotificationChoice);
  private readonly permission = inject(NotificationPermission);
  private readonly push = inject(PushRegistration);
  private readonly store = inject(NotificationSettingsStore);
  protected readonly busy = signal(false);
  protected readonly done = signal('');
  protected readonly isOn = computed(() => this.permission.state() === 'granted' && this.choice.isOn());
  protected readonly mayTurn = computed(() => ['granted', 'default'].includes(this.permission.state()));
  protected readonly words = computed(() => {
    switch (this.permission.state()) {
      case 'missing':
        return $localize`This browser can’t show notifications.`;
      case 'insecure':
        return $localize`Browsers show notifications only for sites with https. Ask whoever runs this server.`;
      case 'denied':
        return $localize`This browser doesn’t let Tertulia notify you. You can change that in the browser’s settings for this site.`;
      case 'default':
        return $localize`Notifications are off. The browser will ask you once more when you turn them on.`;
      case 'granted':
        return this.choice.isOn() ? this.onWords() : $localize`Notifications are off.`;
    }
  });
  private readonly onWords = computed(() => {
    const push = this.push.state();
    if (push === 'on') return $localize`Notifications are on, also while Tertulia is closed.`;
    if (!this.store.pushes())
      return $localize`Notifications are on while Tertulia is open in a tab. This server sends none while it is closed.`;
    return push === 'missing'
      ? $localize`Notifications are on while Tertulia is open in a tab. This browser can’t be reached while it is closed.`
      : $localize`Notifications are on while Tertulia is open in a tab.`;
  });
  protected readonly verb = computed(() =>
    this.isOn() ? $localize`Turn off notifications` : $localize`Turn on notifications`,
  );

  protected async turn(): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    this.done.set('');
    if (this.isOn()) await this.turnOff();
    else await this.turnOn();
    this.busy.set(false);
  }

  private async turnOn(): Promise<void> {
    if ((await this.permission.ask()) !== 'granted') return;
    this.choice.turn(true);
    await this.push.turnOn();
    await this.store.refresh();
    this.done.set($localize`Notifications are on in this browser.`);
  }

  private async turnOff(): Promise<void> {
    this.choice.turn(false);
    const own = this.store.devices().find(({ isCurrent }) => isCurrent);
    if (own) await this.store.removeDevice(own.id);
    await this.push.turnOff();
    this.done.set($localize`Notifications are off in this browser.`);
  }
}
