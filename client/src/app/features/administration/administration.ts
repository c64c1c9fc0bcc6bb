import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { SharedConnection } from '../../feed/tabs/shared-connection';
import { Icon } from '../../shared/ui/icon/icon';
import { PageFrame } from '../../shared/ui/page/page-frame';
import { administrationPages } from './administration-pages';

/** What the people who run the server do in it: the way to each of the pages, and the one that is open. */
@Component({
  imports: [Icon, PageFrame, RouterLink, RouterLinkActive, RouterOutlet],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './administration.html',
  styleUrl: './administration.scss',
})
export class Administration {
  protected readonly pages = administrationPages();

  constructor() {
    inject(SharedConnection);
  }
}
