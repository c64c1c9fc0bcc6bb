import { ChangeDetectionStrategy, Component, computed, effect, inject, signal } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { ConnectionStore } from '../../feed/connection.store';
import { SnapshotStore } from '../../feed/snapshot/snapshot.store';
import { dayOf, momentInText, timeOfDay } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { Icon } from '../../shared/ui/icon/icon';
import { WaitingCount } from './waiting-count.store';

/** Said quietly, and only once a loss has lasted: most last no longer than a blink. */
@Component({
  selector: 'app-connection-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (connection.state() === 'lost') {
      <p>
        <app-icon name="wifi-off" [size]="16" />
        <span>
          @if (asOf(); as moment) {
            <ng-container i18n
              >Offline. As of
              <time [attr.datetime]="moment.iso" [title]="moment.exact"
                ><span aria-hidden="true">{{
                  moment.short // i18n(ph="when")
                }}</span
                ><span class="visually-hidden">{{
                  moment.exact // i18n(ph="whenExactly")
                }}</span></time
              >.</ng-container
            >
          } @else {
            <ng-container i18n>Connection lost.</ng-container>
          }
          <ng-container i18n>Your messages will be sent when you’re back online.</ng-container>
          @if (waiting.all(); as count) {
            @if (isMissing()) {
              {{ missingWords }}
            } @else {
              <button type="button" (click)="showWaiting()" i18n>Waiting to be sent: {{ count }}</button>
            }
          }
        </span>
      </p>
    } @else if (waiting.failedElsewhere() > 0) {
      <p>
        <app-icon name="circle-alert" [size]="16" />
        <span>
          <ng-container i18n>Something you did couldn’t be sent.</ng-container>
          <button type="button" (click)="showWaiting()" i18n>Show</button>
        </span>
      </p>
    }
  `,
  styles: `
    p {
      display: flex;
      gap: var(--s2);
      align-items: center;
      justify-content: center;
      padding: var(--s2) var(--s4);
      background: var(--notice-soft);
      color: var(--on-notice-soft);
      font-size: var(--text-s);
      font-weight: 600;
      animation: come var(--calm);
    }
    button {
      min-height: var(--target);
      padding: 0 var(--s1);
      border: 0;
      background: none;
      color: inherit;
      font: inherit;
      text-decoration: underline;
      text-underline-offset: 0.2em;
      cursor: pointer;
    }
    @keyframes come {
      from {
        opacity: 0;
      }
    }
  `,
})
export class ConnectionNotice {
  protected readonly connection = inject(ConnectionStore);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly clock = inject(ServerClock);
  protected readonly waiting = inject(WaitingCount);
  private readonly dialogs = inject(Dialogs);
  protected readonly isMissing = signal(false);
  protected readonly missingWords = $localize`The list of what waits couldn’t be loaded.`;
  private readonly snapshot = inject(SnapshotStore);
  /** Where the page was opened without a connection; one that has lost it shows what was there until then. */
  protected readonly asOf = computed(() => {
    const at = this.snapshot.openedAsOf();
    if (at === null) return null;
    const iso = new Date(at).toISOString();
    const now = this.clock.now();
    const exact = momentInText(iso, now);
    return { iso, exact, short: dayOf(iso) === dayOf(now.toISOString()) ? timeOfDay(iso) : exact };
  });

  protected async showWaiting(): Promise<void> {
    try {
      await this.dialogs.ask(async () => (await import('./waiting-dialog')).WaitingDialog, {
        width: '32rem',
        maxWidth: 'calc(100vw - 2rem)',
        autoFocus: 'h2',
      });
    } catch {
      // Without a network, and without a service worker, its code is not there.
      this.isMissing.set(true);
      this.announcements.say(this.missingWords);
    }
  }

  constructor() {
    let wasLost = false;
    effect(() => {
      const state = this.connection.state();
      if (state === 'live') this.isMissing.set(false);
      if (wasLost && state === 'live') this.announcements.say($localize`Connected again.`);
      wasLost = state === 'lost';
    });
  }
}
