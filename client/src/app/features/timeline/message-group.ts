import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { MessageView } from './message-view';
import type { MessageGroupEntry } from './timeline.types';

/** What one person said in one go: their name once, their messages beneath it. */
@Component({
  selector: 'app-message-group',
  imports: [MessageView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @for (message of group().messages; track message.key; let first = $first) {
      <app-message-view [message]="message" [first]="first" [attr.data-anchor]="message.key" />
    }
  `,
  styles: `
    :host {
      display: block;
      padding-top: var(--s2);
    }
  `,
})
export class MessageGroup {
  readonly group = input.required<MessageGroupEntry>();
}
