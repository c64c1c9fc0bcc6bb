import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import { SnapshotChoice } from '../../core/session/snapshot-choice.store';
import { SnapshotOwner } from '../../core/session/snapshot-owner';
import { PageSection } from '../../shared/ui/page/page-section';

/** What was read last is kept on this device, or not. */
@Component({
  selector: 'app-kept-reading',
  imports: [PageSection],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <app-page-section
      heading="On this device"
      i18n-heading
      lead="The rooms and messages that you read last stay in this browser, so that they are there without a network. They are not encrypted: whoever uses this computer may find them. They are removed when you sign out, and after 30 days."
      i18n-lead
    >
      <label>
        <input type="checkbox" name="keeps-reading" [checked]="choice.isOn()" (change)="set(!choice.isOn())" />
        <span i18n>Keep what I have read on this device</span>
      </label>
    </app-page-section>
  `,
  styles: `
    label {
      display: flex;
      gap: var(--s3);
      align-items: center;
      min-height: var(--target);
      cursor: pointer;
    }
    input {
      flex: none;
      width: 1.25rem;
      height: 1.25rem;
      accent-color: var(--accent);
    }
  `,
})
export class KeptReading {
  protected readonly choice = inject(SnapshotChoice);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly owner = inject(SnapshotOwner);

  protected set(isOn: boolean): void {
    this.choice.set(isOn);
    if (!isOn) void this.owner.remove();
    this.announcements.say(
      isOn ? $localize`What you read from now on is kept here.` : $localize`What was kept here is removed.`,
    );
  }
}
