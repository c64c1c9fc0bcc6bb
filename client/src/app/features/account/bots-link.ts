import { ChangeDetectionStrategy, Component } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import { PageSection } from '../../shared/ui/page/page-section';

/** The way to the page of one's bots. */
@Component({
  selector: 'app-bots-link',
  imports: [MatButton, PageSection, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Bots"
      i18n-heading
      lead="Programs that take part in your rooms, their tokens, and webhooks."
      i18n-lead
    >
      <a class="onward" matButton="outlined" routerLink="/account/bots" i18n>Open your bots</a>
    </app-page-section>
  `,
  styles: `
    .onward {
      justify-self: start;
    }
  `,
})
export class BotsLink {}
