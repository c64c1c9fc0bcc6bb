import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { FormError } from '../../shared/ui/feedback/form-error';
import { AdministrationPage } from './administration-page';
import { AuditLogStore } from './audit-log.store';

/** Who did what. */
@Component({
  imports: [AdministrationPage, FormError, MatButton],
  providers: [AuditLogStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './audit-log.html',
  styleUrl: './audit-log.scss',
})
export class AuditLog {
  protected readonly log = inject(AuditLogStore);
  private readonly page = viewChild.required(AdministrationPage);

  constructor() {
    void this.log.load();
  }

  protected async more(): Promise<void> {
    await this.log.more();
    // The button goes with the last page, and must not take the reader's place along.
    if (!this.log.hasMore()) this.page().focusHeading();
  }
}
