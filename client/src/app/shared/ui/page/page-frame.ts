import { afterNextRender, ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Wordmark } from '../brand/wordmark';
import { closeDialogsWithPage } from '../focus/close-dialogs';
import { focusHeadingIfLost } from '../focus/page-heading';
import { Icon } from '../icon/icon';

/** A page beside the conversation: a strip of panelling with the way back, and one column to read. */
@Component({
  selector: 'app-page-frame',
  imports: [Icon, RouterLink, Wordmark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <header>
      <a [routerLink]="back()"><app-icon name="arrow-left" [size]="20" />{{ backWords() }}</a>
      <app-wordmark />
    </header>
    <main>
      <h1 tabindex="-1">{{ heading() }}</h1>
      <ng-content />
    </main>
  `,
  styleUrl: './page-frame.scss',
})
export class PageFrame {
  readonly heading = input.required<string>();
  readonly back = input.required<string>();
  readonly backWords = input.required<string>();

  constructor() {
    closeDialogsWithPage();
    afterNextRender(() => {
      focusHeadingIfLost();
    });
  }
}
