import { ChangeDetectionStrategy, Component } from '@angular/core';
import { EmptyState } from './empty-state';

/** In the place of a part of the page whose code could not be loaded. */
@Component({
  selector: 'app-not-loaded',
  imports: [EmptyState],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'alert' },
  template: `
    <app-empty-state
      heading="This couldn’t be loaded"
      i18n-heading
      text="Check your connection and reload the page."
      i18n-text
    />
  `,
})
export class NotLoaded {}
