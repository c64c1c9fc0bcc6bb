import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { MatMenu, MatMenuContent, MatMenuItem, MatMenuTrigger } from '@angular/material/menu';
import { Router, RouterLink } from '@angular/router';
import type { Face, UserKind } from '../../core/graphql/model';
import { ChatStateStore } from '../../feed/chat-state.store';
import { Confirm } from '../../shared/ui/confirm/confirm';
import { Dialogs } from '../../shared/ui/dialog/dialogs';
import { Icon } from '../../shared/ui/icon/icon';
import { MenuLayer } from '../../shared/ui/overlay/menu-layer';
import { OpensAtOnce } from '../../shared/ui/overlay/opens-at-once';
import { ThemeChoice, themes } from '../../shared/ui/theme/theme-choice';
import { DoNotDisturbMenu } from '../notifications/later';
import { countText } from '../reports';
import { ReadingKeys } from './reading-keys';
import { ViewerFace } from './viewer-face';

/** What somebody may want of their account, and the button that opens it. */
@Component({
  selector: 'app-viewer-menu',
  imports: [
    DoNotDisturbMenu,
    Icon,
    MatMenu,
    MatMenuContent,
    MatMenuItem,
    MatMenuTrigger,
    MenuLayer,
    OpensAtOnce,
    RouterLink,
    ViewerFace,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './viewer-menu.html',
  styleUrl: './viewer-button.scss',
})
export class ViewerMenu {
  readonly user = input.required<Face>();
  readonly byPointer = input.required<boolean>();

  protected readonly keys = inject(ReadingKeys);
  protected readonly theme = inject(ThemeChoice);
  protected readonly themes = themes();
  private readonly chat = inject(ChatStateStore);
  protected readonly isAdministrator = computed(() => this.chat.state()?.isAdministrator ?? false);
  private readonly reports = computed(() => this.chat.state()?.openReports ?? 0);
  protected readonly reportWords = computed(() =>
    this.reports() === 0 ? $localize`Reports` : countText(this.reports()),
  );
  private readonly confirm = inject(Confirm);
  private readonly dialogs = inject(Dialogs);
  private readonly router = inject(Router);

  protected showShortcuts(): void {
    void this.dialogs.ask(async () => (await import('./shortcuts-dialog')).ShortcutsDialog, {
      closeOnNavigation: false,
      width: '28rem',
      maxWidth: 'calc(100vw - 2rem)',
    });
  }

  protected async signOut(kind: UserKind): Promise<void> {
    if (kind !== 'GUEST' || (await this.sureToEndVisit())) await this.router.navigateByUrl('/logout');
  }

  // A guest has no password to come back with.
  private sureToEndVisit(): Promise<boolean> {
    return this.confirm.ask({
      heading: $localize`Sign out?`,
      text: $localize`Guests can’t sign back in as the same person. Your messages will stay.`,
      verb: $localize`Sign out`,
    });
  }
}
