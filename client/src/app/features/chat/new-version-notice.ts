import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';
import { NewVersion } from './new-version.store';

/** Offers the newer version of the app. Nobody's page is loaded anew while they write. */
@Component({
  selector: 'app-new-version-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'status' },
  template: `
    @if (version.isReady()) {
      <div>
        <p><app-icon name="refresh-cw" [size]="16" /><ng-container i18n>A new version is ready.</ng-container></p>
        <button type="button" (click)="version.reload()" i18n>Reload</button>
        <button type="button" (click)="version.later()" i18n>Later</button>
      </div>
    }
  `,
  styles: `
    div {
      display: flex;
      flex-wrap: wrap;
      gap: 0 var(--s2);
      align-items: center;
      justify-content: center;
      padding: 0 var(--s2);
      background: var(--accent-soft);
      color: var(--on-accent-soft);
      font-size: var(--text-s);
    }
    p {
      display: flex;
      gap: var(--s2);
      align-items: center;
      font-weight: 600;
    }
    button {
      min-height: var(--target);
      padding: 0 var(--s2);
      border: 0;
      background: none;
      font-weight: 600;
      text-decoration: underline;
      text-underline-offset: 0.18em;
      cursor: pointer;
    }
  `,
})
export class NewVersionNotice {
  protected readonly version = inject(NewVersion);
}
