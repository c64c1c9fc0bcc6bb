import { ChangeDetectionStrategy, Component, inject, ViewContainerRef } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatDialog } from '@angular/material/dialog';
import { PageSection } from '../../shared/ui/page/page-section';
import { openDeleteAccount } from './delete-account-dialog';

/** The way out, for good. */
@Component({
  selector: 'app-delete-account',
  imports: [MatButton, PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Delete your account"
      lead="You leave all rooms, and the ones you own pass on to someone else there. Nobody can sign in to this account or take your username again."
    >
      <button class="open danger-item" matButton="outlined" type="button" (click)="open()">
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
  private readonly dialog = inject(MatDialog);
  private readonly view = inject(ViewContainerRef);

  protected open(): void {
    openDeleteAccount(this.dialog, this.view);
  }
}
