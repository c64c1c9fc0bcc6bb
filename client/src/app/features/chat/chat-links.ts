import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { formatMessage } from '../../shared/language/format-message';
import { Icon } from '../../shared/ui/icon/icon';
import { UnreadStore } from '../reading';
import { ChatPages } from './chat-page.store';

/** The pages beside the rooms. */
@Component({
  selector: 'app-chat-links',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <nav aria-label="Pages" i18n-aria-label>
      <a
        title="Search"
        i18n-title
        routerLink="/chat/search"
        [attr.aria-current]="pages.open() === 'search' ? 'page' : null"
      >
        <app-icon name="search" [size]="17" /><span class="words" i18n>Search</span>
      </a>
      <a
        title="Activity"
        i18n-title
        routerLink="/chat/activity"
        [attr.aria-current]="pages.open() === 'activity' ? 'page' : null"
      >
        <app-icon name="at-sign" [size]="17" /><span class="words" i18n>Activity</span>
      </a>
      <a
        title="Threads"
        i18n-title
        routerLink="/chat/threads"
        [attr.aria-current]="pages.open() === 'threads' ? 'page' : null"
      >
        <app-icon name="messages-square" [size]="17" /><span class="words" i18n>Threads</span>
        @if (unread.threads(); as count) {
          <span class="unread" aria-hidden="true">{{ count > 99 ? '99+' : count }}</span>
          <span class="visually-hidden">{{ unreadWords() }}</span>
        }
      </a>
      <a
        title="Saved"
        i18n-title="messages|"
        routerLink="/chat/saved"
        [attr.aria-current]="pages.open() === 'saved' ? 'page' : null"
      >
        <app-icon name="bookmark" [size]="17" /><span class="words" i18n="messages|">Saved</span>
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
    .unread {
      min-width: 1.375rem;
      margin-inline-start: auto;
      padding: 0.1rem 0.4rem;
      border-radius: 1rem;
      box-shadow: inset 0 0 0 1px var(--on-panel-soft);
      color: var(--on-panel);
      font-size: var(--text-xs);
      font-variant-numeric: tabular-nums;
      font-weight: 700;
      text-align: center;
    }
    a[aria-current='page'] {
      background: var(--panel-line);
      color: var(--on-panel);
    }
    /* A low window belongs to the rooms. */
    @media (height < 30rem) {
      :host {
        padding-block: 0;
      }
      nav {
        display: flex;
      }
      a {
        flex: 1;
        justify-content: center;
      }
      .unread {
        margin: 0;
      }
    }
    @media (height < 30rem) and ((width < 30rem) or (width >= 48rem)) {
      .words {
        position: absolute;
        overflow: hidden;
        width: 1px;
        height: 1px;
        clip-path: inset(50%);
      }
    }
  `,
})
export class ChatLinks {
  protected readonly pages = inject(ChatPages);
  protected readonly unread = inject(UnreadStore);
  protected readonly unreadWords = computed(() =>
    formatMessage($localize`{count, plural, one {, # unread} other {, # unread}}`, { count: this.unread.threads() }),
  );
}
