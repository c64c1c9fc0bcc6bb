import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, input } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Icon } from '../../shared/ui/icon/icon';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import { OpensAtOnce } from '../../shared/ui/overlay/opens-at-once';
import { MessageActions } from './message-actions';
import { messageTitle } from './message-title';
import type { TimelineMessage } from './timeline.types';

/** The menu of a message and its button, in the place of the button that was pressed first: it opens at once. */
@Component({
  selector: 'app-message-menu',
  imports: [Icon, MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger, MenuLayer, OpensAtOnce],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './message-menu.html',
  styleUrl: './message-menu.scss',
})
export class MessageMenu {
  readonly message = input.required<TimelineMessage>();
  readonly byPointer = input.required<boolean>();

  protected readonly actions = inject(MessageActions);
  private readonly about = computed(() => messageTitle(this.message()));
  protected readonly label = computed(() => $localize`More actions for ${this.about()}:message:`);
  protected readonly menuLabel = computed(() => $localize`Actions for ${this.about()}:message:`);
  protected readonly pinVerb = computed(() => (this.message().pinned ? $localize`Unpin` : $localize`Pin`));
  protected readonly saveVerb = computed(() =>
    this.message().viewerState.isSaved ? $localize`Remove from saved` : $localize`Save for later`,
  );
  protected readonly profileVerb = computed(() =>
    this.message().mine ? $localize`Show your profile` : $localize`Show profile`,
  );
  protected readonly previewsVerb = computed(() =>
    this.message().linkPreviews.length > 1 ? $localize`Remove link previews` : $localize`Remove link preview`,
  );
  private readonly element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  /** Beside the message, which the focus comes back to. */
  protected showProfile(): void {
    const article = this.element.closest('app-message-view')?.querySelector('article');
    if (article) this.actions.showProfile(this.message(), article);
  }
}
