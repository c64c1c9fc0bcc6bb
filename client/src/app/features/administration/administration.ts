import { ChangeDetectionStrategy, Component, inject, viewChild } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { EmptyState } from '../../shared/ui/feedback/empty-state';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { PageFrame } from '../../shared/ui/page/page-frame';
import { PageSection } from '../../shared/ui/page/page-section';
import { GivenInvitations } from '../invitations';
import { Administrators } from './administrators';
import { AuditLogStore } from './audit-log.store';

/** What the people who run the server see of it. */
@Component({
  imports: [Administrators, EmptyState, FormError, GivenInvitations, MatButton, PageFrame, PageSection, Skeleton],
  providers: [AuditLogStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './administration.html',
  styleUrl: './administration.scss',
})
export class Administration {
  protected readonly log = inject(AuditLogStore);
  private readonly section = viewChild<PageSection>('audit');

  constructor() {
    void this.log.load();
  }

  protected async more(): Promise<void> {
    await this.log.more();
    // The button goes with the last page, and must not take the reader's place along.
    if (!this.log.hasMore()) this.section()?.focusHeading();
  }
}
