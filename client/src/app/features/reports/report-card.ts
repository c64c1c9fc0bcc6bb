import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { markdownToText } from '../../shared/text/markdown';
import { momentInText } from '../../shared/text/dates';
import { TextRenderer } from '../../shared/text/text-renderer';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { Icon } from '../../shared/ui/icon/icon';
import { RichTextDrawing } from '../../shared/ui/prose/rich-text-drawing';
import { outcomeText } from './report-words';
import type { Report } from './reports.store';

/** A message that somebody reported, why, and what to do about it or what became of it. */
@Component({
  selector: 'app-report-card',
  imports: [Avatar, Icon, MatButton, RichTextDrawing],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let shown = report();
    <app-avatar
      [name]="shown.author.displayName"
      [key]="shown.author.id"
      [picture]="shown.author.avatarUrl"
      [size]="30"
      [guest]="shown.author.kind === 'GUEST'"
    />
    <article [attr.aria-label]="label()">
      <p class="heading">
        <span class="author">{{ shown.author.displayName }}</span>&ngsp;
        <span class="where" i18n
          >in {{ place() }} · reported <time [attr.datetime]="shown.createdAt">{{ when() }}</time></span
        >
      </p>
      @if (text().length > 0) {
        <div [appRichText]="text()" tabindex="-1"></div>
      }
      @for (name of shown.fileNames; track $index) {
        <p class="file"><app-icon name="paperclip" [size]="14" />{{ name }}</p>
      }
      @if (text().length === 0 && shown.fileNames.length === 0) {
        <p class="gone">{{ goneWords() }}</p>
      }
      <blockquote>
        <p>{{ shown.reason }}</p>
        <footer i18n>Reported by {{ shown.reporter.displayName }}</footer>
      </blockquote>
      @if (shown.closedAt) {
        <p class="outcome"><app-icon name="check" [size]="15" />{{ outcome() }}</p>
      } @else {
        <p class="deeds">
          <button matButton="outlined" type="button" [attr.aria-label]="actWords()" (click)="acted.emit()" i18n>
            Take action …
          </button>
          <button matButton type="button" [attr.aria-label]="dismissWords()" (click)="dismissed.emit()" i18n>
            Dismiss
          </button>
        </p>
      }
    </article>
  `,
  styleUrls: ['../../shared/ui/card/card.scss', './report-card.scss'],
})
export class ReportCard {
  readonly report = input.required<Report>();
  readonly acted = output();
  readonly dismissed = output();

  private readonly clock = inject(ServerClock);
  private readonly texts = inject(TextRenderer);
  protected readonly text = computed(() => this.texts.renderer()(this.report().body).text);
  protected readonly place = computed(() => {
    const { roomName } = this.report();
    return roomName === '' ? $localize`a private conversation` : $localize`“${roomName}:room:”`;
  });
  protected readonly when = computed(() => momentInText(this.report().createdAt, this.clock.now()));
  protected readonly outcome = computed(() => outcomeText(this.report()));
  protected readonly about = computed(() => {
    const { author, body } = this.report();
    const words = markdownToText(body.slice(0, 160)).slice(0, 40).trim();
    const name = author.displayName;
    return words === '' ? $localize`${name}:name:’s message` : $localize`${name}:name:’s message “${words}:words:”`;
  });
  protected readonly actWords = computed(() => $localize`Take action: ${this.about()}:message:`);
  protected readonly dismissWords = computed(() => $localize`Dismiss: ${this.about()}:message:`);
  protected readonly goneWords = computed(() =>
    this.report().closedAt ? $localize`The words are not kept.` : $localize`The message is gone.`,
  );
  protected readonly label = computed(
    () =>
      $localize`${this.about()}:message:, reported by ${this.report().reporter.displayName}:name:, ${this.when()}:when:`,
  );
}
