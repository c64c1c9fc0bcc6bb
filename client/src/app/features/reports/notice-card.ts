import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ModeratorNotice } from '../../core/graphql/model';
import { momentInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Icon } from '../../shared/ui/icon/icon';
import { noticeSentence } from './notice-words';

/** Something that those who look after a room tell the viewer. */
@Component({
  selector: 'app-notice-card',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @let shown = notice();
    <span class="sign" [class.warning]="shown.kind === 'WARNING'"><app-icon name="shield" [size]="18" /></span>
    <article [attr.aria-label]="sentence() + ' ' + when()">
      <p class="heading">
        <span class="author">{{ sentence() }}</span>&ngsp;
        <span class="where"
          ><time [attr.datetime]="shown.createdAt">{{ when() }}</time></span
        >
      </p>
      @if (shown.words; as words) {
        <p class="words">{{ words }}</p>
      }
    </article>
  `,
  styleUrls: ['../../shared/ui/card/card.scss', './notice-card.scss'],
})
export class NoticeCard {
  readonly notice = input.required<ModeratorNotice>();

  private readonly clock = inject(ServerClock);
  protected readonly sentence = computed(() => noticeSentence(this.notice()));
  protected readonly when = computed(() => momentInText(this.notice().createdAt, this.clock.now()));
}
