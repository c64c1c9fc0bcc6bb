import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Message } from '../../core/graphql/model';
import { messagePath } from '../../feed/message-path';
import { markdownToText } from '../../shared/text/markdown';
import { momentInText } from '../../shared/text/dates';
import { TextRenderer } from '../../shared/text/text-renderer';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import type { IconName } from '../../shared/ui/icon/icon-shapes';

/** A message outside of its conversation, with the way there and the way out of the list. */
@Component({
  selector: 'app-message-card',
  imports: [Avatar, Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let said = message();
    <app-avatar
      [name]="said.author.displayName"
      [key]="said.author.id"
      [size]="30"
      [guest]="said.author.kind === 'GUEST'"
    />
    <article [attr.aria-label]="said.author.displayName + ', ' + when()">
      <p class="heading">
        <span class="author">{{ said.author.displayName }}</span>
        <span class="where">
          <time [attr.datetime]="said.createdAt">{{ when() }}</time>
          @if (roomName(); as name) {
            · {{ name }}
          }
        </span>
      </p>
      @if (said.deletedAt) {
        <p class="gone">This message was deleted.</p>
      } @else {
        @if (html()) {
          <div class="prose" [innerHTML]="html()" tabindex="-1"></div>
        }
        @for (file of said.attachments; track file.id) {
          <p class="file"><app-icon name="paperclip" [size]="14" />{{ file.name }}</p>
        }
      }
      <p class="actions">
        <a [routerLink]="path()" [attr.aria-label]="'Go to message: ' + about()" (click)="left.emit()">Go to message</a>
        <button type="button" [attr.aria-label]="outWords() + ': ' + about()" (click)="removed.emit()">
          <app-icon [name]="outIcon()" [size]="15" />{{ outWords() }}
        </button>
      </p>
    </article>
  `,
  styleUrl: './message-card.scss',
})
export class MessageCard {
  readonly message = input.required<Message>();
  readonly roomId = input.required<string>();
  /** Where it does not go without saying. */
  readonly roomName = input<string | null>(null);
  readonly outWords = input.required<string>();
  readonly outIcon = input.required<IconName>();
  /** Somebody goes to where it was said. */
  readonly left = output();
  readonly removed = output();

  private readonly clock = inject(ServerClock);
  private readonly text = inject(TextRenderer);
  protected readonly html = computed(() => this.text.renderer()(this.message().body).html);
  protected readonly path = computed(() => messagePath(this.roomId(), this.message()));
  protected readonly when = computed(() => momentInText(this.message().createdAt, this.clock.now()));
  protected readonly about = computed(() => {
    const { author, body } = this.message();
    const words = markdownToText(body.slice(0, 160)).slice(0, 40).trim();
    return `${author.displayName}’s message${words === '' ? '' : ` “${words}”`}`;
  });
}
