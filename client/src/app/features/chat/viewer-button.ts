import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { SessionStore } from '../../core/session/session.store';
import { LateMenu } from '../../shared/ui/late/late-menu';
import { ViewerFace } from './viewer-face';
import { ViewerMenu } from './viewer-menu';

/** Who is signed in. It leads to the menu of their account, which is loaded when it is opened. */
@Component({
  selector: 'app-viewer-button',
  imports: [ViewerFace, ViewerMenu],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (session.user(); as user) {
      @defer (when menu.isThere()) {
        <app-viewer-menu [user]="user" [byPointer]="menu.byPointer" />
      } @placeholder {
        <button class="viewer" type="button" aria-haspopup="menu" aria-expanded="false" (click)="menu.open($event)">
          <app-viewer-face [user]="user" />
        </button>
      }
    }
  `,
  styleUrl: './viewer-button.scss',
  styles: `
    :host {
      padding: var(--s2) var(--s3) calc(var(--s2) + env(safe-area-inset-bottom));
      border-top: 1px solid var(--panel-line);
    }

    @media (height < 30rem) {
      :host {
        padding-block: var(--s1) calc(var(--s1) + env(safe-area-inset-bottom));
      }
    }
  `,
})
export class ViewerButton {
  protected readonly session = inject(SessionStore);
  protected readonly menu = new LateMenu(() => import('./viewer-menu'));
}
