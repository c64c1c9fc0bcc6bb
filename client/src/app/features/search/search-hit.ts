import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SearchHit } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { roomNameIn } from '../../feed/direct-rooms';
import { messagePath } from '../../feed/message-path';
import { momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';

/** A message that was found, as a link to where it was said. */
@Component({
  selector: 'app-search-hit',
  imports: [Avatar, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let said = hit().message;
    <a [routerLink]="path()" (click)="left.emit()">
      <app-avatar
        [name]="said.author.displayName"
        [key]="said.author.id"
        [size]="30"
        [guest]="said.author.kind === 'GUEST'"
      />
      <span class="words">
        <span class="heading">
          <bdi class="author">{{ said.author.displayName }}</bdi>&ngsp;
          <span class="where"
            ><bdi>{{ roomName() }}</bdi
            >{{ kind() }} · <time [attr.datetime]="said.createdAt">{{ when() }}</time></span
          >
        </span>
        @if (hit().excerpt.length > 0) {
          <!-- No text stands between the parts: a space would cut a word in two. -->
          <span class="excerpt" dir="auto">
            @for (part of hit().excerpt; track $index) {
              @if (part.isMatch) {
                <mark [textContent]="part.text"></mark>
              } @else {
                <span [textContent]="part.text"></span>
              }
            }
          </span>
        }
        @for (file of said.attachments; track file.id) {
          <span class="file"><app-icon name="paperclip" [size]="14" />{{ file.name }}</span>
        }
      </span>
    </a>
  `,
  styleUrl: './search-hit.scss',
})
export class SearchHitCard {
  readonly hit = input.required<SearchHit>();
  /** Somebody goes to where it was said. */
  readonly left = output();

  private readonly clock = inject(ServerClock);
  private readonly chat = inject(ChatStateStore);
  protected readonly roomName = computed(() => roomNameIn(this.chat.state(), this.hit().message.room));
  protected readonly kind = computed(() => (this.hit().message.thread ? ` · ${$localize`thread`}` : ''));
  protected readonly path = computed(() => messagePath(this.hit().message.room.id, this.hit().message));
  protected readonly when = computed(() => momentInText(this.hit().message.createdAt, this.clock.now()));
}
