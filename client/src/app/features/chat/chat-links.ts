import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shared/ui/icon/icon';
import { ChatPages } from './chat-page.store';

/** The pages beside the rooms. */
@Component({
  selector: 'app-chat-links',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav aria-label="Pages">
      <a routerLink="/chat/saved" [attr.aria-current]="pages.open() === 'saved' ? 'page' : null">
        <app-icon name="bookmark" [size]="17" />Saved
      </a>
    </nav>
  `,
  styles: `
    :host {
      display: block;
      padding: var(--s1) var(--s3);
      border-top: 1px solid var(--panel-line);
    }
    a {
      display: flex;
      gap: var(--s2);
      align-items: center;
      min-height: max(2.375rem, var(--target));
      padding: 0 var(--s2);
      border-radius: var(--radius-s);
      color: var(--on-panel-soft);
      font-weight: 500;
      text-decoration: none;
    }
    a:hover {
      background: var(--panel-raised);
      color: var(--on-panel);
    }
    a[aria-current='page'] {
      background: var(--panel-line);
      color: var(--on-panel);
    }
  `,
})
export class ChatLinks {
  protected readonly pages = inject(ChatPages);
}
