import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageSection } from '../../shared/ui/page/page-section';

/** The way to the page that says what notifies whoever is signed in. */
@Component({
  selector: 'app-notifications-link',
  imports: [MatButton, PageSection, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Notifications"
      i18n-heading
      lead="Sounds, do not disturb, quiet hours, keywords, and the devices that are called while Tertulia is closed."
      i18n-lead
    >
      <a class="onward" matButton="outlined" routerLink="/account/notifications" i18n
        >Open your notification settings</a
      >
    </app-page-section>
  `,
  styles: `
    .onward {
      justify-self: start;
    }
  `,
})
export class NotificationsLink {}
