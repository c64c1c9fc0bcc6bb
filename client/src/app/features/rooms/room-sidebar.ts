import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  untracked,
  viewChild,
} from '@angular/core';
import { MatDialog } from '@angular/material/dialog';
import { MatTooltip } from '@angular/material/tooltip';
import { RouterLink } from '@angular/router';
import { Wordmark } from '../../shared/ui/brand/wordmark';
import { Skeleton } from '../../shared/ui/feedback/skeleton';
import { Icon } from '../../shared/ui/icon/icon';
import { CreateRoomDialog } from './create-room-dialog';
import { RoomLink } from './room-link';
import { RoomSearch } from './room-search.store';
import { RoomsStore } from './rooms.store';

@Component({
  selector: 'app-room-sidebar',
  imports: [Icon, MatTooltip, RoomLink, RouterLink, Skeleton, Wordmark],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './room-sidebar.html',
  styleUrl: './room-sidebar.scss',
})
export class RoomSidebar {
  readonly openRoomId = input<string | null>(null);
  readonly loading = input(false);

  protected readonly search = inject(RoomSearch);
  protected readonly searching = computed(() => this.search.query().trim() !== '');
  protected readonly nothingFound = computed(
    () =>
      this.searching() &&
      this.search.status() === 'done' &&
      this.search.mine().length === 0 &&
      this.search.others().length === 0,
  );
  private readonly dialog = inject(MatDialog);
  private readonly searchBox = viewChild.required<ElementRef<HTMLInputElement>>('searchBox');
  private readonly rooms = inject(RoomsStore);
  private readonly ownOpenRoom = computed(() => this.rooms.rooms().find(({ open }) => open)?.id);

  constructor() {
    // Whoever has found their room is done searching; whoever looks at a room from its door may go on.
    effect(() => {
      if (this.ownOpenRoom())
        untracked(() => {
          this.clear();
        });
    });
  }

  focusSearch(): void {
    this.searchBox().nativeElement.focus();
    this.searchBox().nativeElement.select();
  }

  protected find(event: Event): void {
    if (event.target instanceof HTMLInputElement) this.search.setQuery(event.target.value);
  }

  protected clear(): void {
    this.search.setQuery('');
  }

  protected create(name = ''): void {
    this.dialog.open(CreateRoomDialog, { data: { name }, width: '28rem' });
  }
}
