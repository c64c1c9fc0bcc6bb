import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { MessageView } from './message-view';
import type { MessageGroupEntry } from './timeline.types';

/** What one person said in one go: their name once, their messages beneath it. */
@Component({
  selector: 'app-message-group',
  imports: [Avatar, MessageView],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let author = group().author;
    <app-avatar [name]="author.displayName" [key]="author.id" [guest]="author.kind === 'GUEST'" />
    <div class="said">
      <p class="heading">
        <span class="author" [title]="'@' + author.username">{{ author.displayName }}</span>
        @if (author.kind !== 'PERSON') {
          <span class="kind">{{ author.kind === 'GUEST' ? 'guest' : 'bot' }}</span>
        }
        <time [attr.datetime]="group().at">{{ group().messages[0]?.time }}</time>
      </p>
      @for (message of group().messages; track message.key; let first = $first) {
        <app-message-view
          [message]="message"
          [author]="author.displayName"
          [first]="first"
          [attr.data-anchor]="message.key"
        />
      }
    </div>
  `,
  styleUrl: './message-group.scss',
})
export class MessageGroup {
  readonly group = input.required<MessageGroupEntry>();
}
