import { ChangeDetectionStrategy, Component, inject, ViewContainerRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { PageSection } from '../../shared/ui/page/page-section';

/** The way out, for good. */
@Component({
  selector: 'app-delete-account',
  imports: [MatButton, PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Delete your account"
      i18n-heading
      lead="You leave all rooms, and the ones you own pass on to someone else there. Nobody can sign in to this account or take your username again."
      i18n-lead
    >
      <button class="open danger-item" matButton="outlined" type="button" (click)="open()" i18n>
        Delete your account …
      </button>
    </app-page-section>
  `,
  styles: `
    .open {
      justify-self: start;
    }
  `,
})
export class DeleteAccount {
  private readonly dialogs = inject(Dialogs);
  private readonly view = inject(ViewContainerRef);

  protected open(): void {
    // Within the page of the account, whose store it asks.
    void this.dialogs.ask(async () => (await import('./delete-account-dialog')).DeleteAccountDialog, {
      viewContainerRef: this.view,
      role: 'alertdialog',
      // Not the checkbox, which a press of the space bar would set.
      autoFocus: 'input[name=password]',
      width: '30rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
  }
}
