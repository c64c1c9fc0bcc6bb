import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  inject,
  input,
  type OnInit,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { AnnouncementsStore } from '../../core/announcements/announcements.store';
import type { RoomBan } from '../../core/graphql/model';
import type { Outcome } from '../../core/graphql/problem';
import { dayInText } from '../../shared/text/dates';
import { ServerClock } from '../../shared/time/server-clock';
import { Avatar } from '../../shared/ui/avatar/avatar';
import { FormError } from '../../shared/ui/feedback/form-error';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { BansStore } from './bans.store';

/** Who may not come into a room, and since when and why. */
@Component({
  selector: 'app-room-bans',
  imports: [Avatar, FormError, MatButton, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  providers: [BansStore],
  template: `
    <h3 #title tabindex="-1" i18n>Banned people</h3>
    @if (problem(); as sentence) {
      <app-form-error>{{ sentence }}</app-form-error>
    }
    @if (store.bans(); as bans) {
      <ul role="list">
        @for (ban of bans; track ban.user.id) {
          <li>
            <app-avatar
              [name]="ban.user.displayName"
              [key]="ban.user.id"
              [size]="34"
              [guest]="ban.user.kind === 'GUEST'"
            />
            <div class="words">
              <span class="name" [title]="'@' + ban.user.username">{{ ban.user.displayName }}</span>
              <span class="detail">{{ detailOf(ban) }}</span>
            </div>
            <button matButton type="button" [attr.aria-label]="unbanLabel(ban)" (click)="unban(ban)" i18n>Unban</button>
          </li>
        } @empty {
          <li class="nothing" i18n>Nobody is banned from this room.</li>
        }
      </ul>
      @if (store.hasMore()) {
        <button matButton type="button" (click)="read()" i18n>Show more</button>
      }
    } @else if (!problem()) {
      <app-skeleton [count]="1" [faces]="true" />
    }
  `,
  styleUrl: './room-bans.scss',
})
export class RoomBans implements OnInit {
  readonly roomId = input.required<string>();

  protected readonly store = inject(BansStore);
  protected readonly problem = signal<string | null>(null);
  private readonly announcements = inject(AnnouncementsStore);
  private readonly clock = inject(ServerClock);
  private readonly title = viewChild.required<ElementRef<HTMLElement>>('title');

  ngOnInit(): void {
    void this.read();
  }

  protected async read(): Promise<void> {
    this.report(await this.store.read(this.roomId()));
  }

  /** The button goes with its row, and must not take the reader's place along. */
  protected async unban({ user }: RoomBan): Promise<void> {
    const outcome = await this.store.unban(this.roomId(), user.id);
    this.report(outcome);
    if (!outcome.ok) return;
    this.announcements.say($localize`${user.displayName}:name: can join again.`);
    this.title().nativeElement.focus({ preventScroll: true });
  }

  protected detailOf({ by, reason, createdAt }: RoomBan): string {
    const day = dayInText(createdAt, this.clock.now());
    const ban =
      by === null ? $localize`Banned, ${day}:day:` : $localize`Banned by ${by.displayName}:name:, ${day}:day:`;
    return reason === null ? ban : `${reason} · ${ban}`;
  }

  protected unbanLabel({ user }: RoomBan): string {
    return $localize`Lift the ban of ${user.displayName}:name:`;
  }

  private report(outcome: Outcome<unknown>): void {
    this.problem.set(outcome.ok ? null : outcome.problem.message);
  }
}
