import { ChangeDetectionStrategy, Component } from '@angular/core';
import { PageSection } from '../../shared/ui/page/page-section';
import { ReportList } from '../reports/later';

/** What was reported on the whole server. */
@Component({
  imports: [PageSection, ReportList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="Reports"
      i18n-heading
      lead="Messages that people have reported, in all rooms. You see the reported message alone, also where you haven’t joined the room."
      i18n-lead
    >
      <app-report-list [roomId]="null" />
    </app-page-section>
  `,
})
export class Reports {}
