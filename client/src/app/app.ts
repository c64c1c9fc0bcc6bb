import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterOutlet } from '@angular/router';
import { AnnouncementsStore } from './core/announcements/announcements.store';
import { ThemeChoice } from './shared/ui/theme/theme-choice';

@Component({
  selector: 'app-root',
  imports: [RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <router-outlet />
    <p class="visually-hidden" aria-live="polite" aria-atomic="true">{{ announcements.text() }}</p>
  `,
})
export class App {
  protected readonly announcements = inject(AnnouncementsStore);

  constructor() {
    inject(ThemeChoice);
  }
}
