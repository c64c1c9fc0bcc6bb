import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { RouterOutlet } from '@angular/router';
import { AnnouncementsStore } from './core/announcements/announcements.store';
import { SessionStore } from './core/session/session.store';
import { isOnline } from './shared/time/wakeup';
import { after } from './shared/time/timer';
import { Brand } from './shared/ui/brand/brand';
import { ThemeChoice } from './shared/ui/theme/theme-choice';

/** A server that has not answered by then is worth a word. */
const PATIENCE = 4_000;

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <router-outlet (activate)="pageShown.set(true)" />
    @if (!pageShown()) {
      <p class="boot" role="status">{{ waiting() }}</p>
    }
    <p class="visually-hidden" aria-live="polite" aria-atomic="true">{{ announcements.text() }}</p>
  `,
})
export class App {
  protected readonly announcements = inject(AnnouncementsStore);
  protected readonly pageShown = signal(false);
  protected readonly waiting = computed(() => {
    const name = this.brand.name();
    if (this.session.status() !== 'restoring') return $localize`Opening ${name}:server: …`;
    if (!this.online()) return $localize`You’re offline. ${name}:server: opens as soon as you’re back online.`;
    return this.late() ? $localize`The server can’t be reached. Trying again …` : $localize`Opening ${name}:server: …`;
  });
  private readonly brand = inject(Brand);
  private readonly late = signal(false);
  private readonly online = toSignal(isOnline(), { requireSync: true });
  private readonly session = inject(SessionStore);

  constructor() {
    inject(ThemeChoice);
    after(PATIENCE, () => {
      this.late.set(true);
    });
  }
}
