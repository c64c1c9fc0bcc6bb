import { ChangeDetectionStrategy, Component, effect, inject } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { ConnectionStore } from '../../feed/connection.store';
import { Icon } from '../../shared/ui/icon/icon';

/** Said quietly, and only once a loss has lasted: most last no longer than a blink. */
@Component({
  selector: 'app-connection-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (connection.state() === 'lost') {
      <p>
        <app-icon name="wifi-off" [size]="16" />Connection lost. Your messages will be sent when you’re back online.
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

  constructor() {
    let wasLost = false;
    effect(() => {
      const state = this.connection.state();
      if (wasLost && state === 'live') this.announcements.say('Connected again.');
      wasLost = state === 'lost';
    });
  }
}
