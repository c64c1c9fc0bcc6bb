import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Icon } from '../../shared/ui/icon/icon';

@Component({
  selector: 'app-room-link',
  imports: [Icon, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-link.html',
  styleUrl: './room-link.scss',
})
export class RoomLink {
  readonly roomId = input.required<string>();
  readonly name = input.required<string>();
  readonly open = input(false);
  readonly locked = input(false);
  readonly unread = input(0);
  readonly people = input<number>();

  protected readonly unreadText = computed(() => (this.unread() > 99 ? '99+' : String(this.unread())));
}
