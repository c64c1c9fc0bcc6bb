import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { Message } from '../../core/graphql/model';
import { SessionStore } from '../../core/session/session.store';
import { messagePath } from '../../feed/message-path';
import { namedIn } from '../../feed/named-in';
import { markdownToText } from '../../shared/text/markdown';
import { momentInText } from '../../shared/text/dates';
import { TextRenderer } from '../../shared/text/text-renderer';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import type { IconName } from '../../shared/ui/icon/icon-shapes';
import { RichTextDrawing } from '../../shared/ui/prose/rich-text-drawing';

/** A message outside of its conversation, with the way there and the way out of the list. */
@Component({
  selector: 'app-message-card',
  imports: [Avatar, Icon, RichTextDrawing, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let said = message();
    <app-avatar
      [name]="said.author.displayName"
      [key]="said.author.id"
      [picture]="said.author.avatarUrl"
      [size]="30"
      [guest]="said.author.kind === 'GUEST'"
    />
    <article [attr.aria-label]="label()">
      <p class="heading">
        @if (unread()) {
          <span class="dot"></span>
        }
        <bdi class="author">{{ said.author.displayName }}</bdi>&ngsp;
        @if (reason(); as words) {
          <span class="reason">{{ words }}</span>&ngsp;
        }
        <span class="where">
          <time dir="auto" [attr.datetime]="said.createdAt">{{ when() }}</time>
          @if (roomName(); as name) {
            · <bdi>{{ name }}</bdi>
          }
          @if (said.editedAt && !said.deletedAt) {
            · <ng-container i18n>edited</ng-container>
          }
        </span>
      </p>
      @if (said.deletedAt) {
        <p class="gone" i18n>This message was deleted.</p>
      } @else {
        @if (text().length > 0) {
          <div [appRichText]="text()" tabindex="-1"></div>
        }
        @for (file of said.attachments; track file.id) {
          <p class="file"><app-icon name="paperclip" [size]="14" />{{ file.name }}</p>
        }
      }
      <p class="actions">
        <a [routerLink]="path()" [attr.aria-label]="wayLabel()" (click)="left.emit()" i18n>Go to message</a>
        @if (outWords(); as words) {
          <button type="button" [attr.aria-label]="outLabel(words)" (click)="removed.emit()">
            <app-icon [name]="outIcon()" [size]="15" />{{ words }}
          </button>
        }
      </p>
    </article>
  `,
  styleUrls: ['../../shared/ui/card/card.scss', './message-card.scss'],
})
export class MessageCard {
  readonly message = input.required<Message>();
  readonly roomId = input.required<string>();
  /** Where it does not go without saying. */
  readonly roomName = input<string | null>(null);
  /** Why it is in the list, where that does not go without saying: what its author did. */
  readonly reason = input<string | null>(null);
  readonly unread = input(false);
  /** Null where one cannot take it out of the list. */
  readonly outWords = input<string | null>(null);
  readonly outIcon = input<IconName>('x');
  /** Somebody goes to where it was said. */
  readonly left = output();
  readonly removed = output();

  private readonly clock = inject(ServerClock);
  private readonly session = inject(SessionStore);
  private readonly texts = inject(TextRenderer);
  protected readonly text = computed(() => {
    const viewer = this.session.user();
    const message = this.message();
    return this.texts.renderer()(message.body, viewer ? namedIn(message, viewer) : undefined).text;
  });
  protected readonly path = computed(() => messagePath(this.roomId(), this.message()));
  protected readonly when = computed(() => momentInText(this.message().createdAt, this.clock.now()));
  protected readonly label = computed(() => {
    const { displayName: name } = this.message().author;
    const reason = this.reason();
    const told = reason === null ? name : $localize`${name}:name:, ${reason}:reason:`;
    return this.unread()
      ? $localize`${told}:message:, ${this.when()}:time:, unread`
      : $localize`${told}:message:, ${this.when()}:time:`;
  });
  private readonly about = computed(() => {
    const { author, body } = this.message();
    const words = markdownToText(body.slice(0, 160)).slice(0, 40).trim();
    return words === ''
      ? $localize`${author.displayName}:name:’s message`
      : $localize`${author.displayName}:name:’s message “${words}:words:”`;
  });
  protected readonly wayLabel = computed(() => $localize`Go to message: ${this.about()}:message:`);

  protected outLabel(verb: string): string {
    return $localize`${verb}:verb:: ${this.about()}:message:`;
  }
}
