import { ChangeDetectionStrategy, Component, model } from '@angular/core';
import { Icon } from '../../shared/ui/icon/icon';

/** Who may post in a room: everyone, or those who look after it. */
@Component({
  selector: 'app-posting-choice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    <fieldset>
      <legend i18n>Who can post</legend>
      <label [class.chosen]="!moderatorsOnly()">
        <input type="radio" name="posting" [checked]="!moderatorsOnly()" (change)="moderatorsOnly.set(false)" />
        <app-icon name="users" />
        <span><strong i18n>Everyone</strong><small i18n>All members can post and reply in threads.</small></span>
      </label>
      <label [class.chosen]="moderatorsOnly()">
        <input type="radio" name="posting" [checked]="moderatorsOnly()" (change)="moderatorsOnly.set(true)" />
        <app-icon name="shield" />
        <span><strong i18n>Owner and moderators</strong><small i18n>Everyone else can read and react.</small></span>
      </label>
    </fieldset>
  `,
  styleUrl: './visibility-choice.scss',
})
export class PostingChoice {
  readonly moderatorsOnly = model.required<boolean>();
}
