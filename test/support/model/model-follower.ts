import type { Person, RoomAnswer } from '../people/person.js';
import { apply, type RoomView, type ViewEvent, VIEWED_FEED, type ViewItem, viewOf } from '../feeds/room-view.js';
import type { Socket, Subscription } from '../sockets/socket.js';

/** Follows all rooms of somebody as a client must: over sockets that are cut, from the last item that was handled. */
export class ModelFollower {
  private readonly views = new Map<string, RoomView>();
  private socket: Socket | undefined;
  private feed: Subscription<{ item: ViewItem }> | undefined;

  constructor(
    private readonly person: Person,
    private cursor: string,
  ) {}

  /** The next thing that happened, handled; but for what happened in some rooms. Waits for it. */
  async handlesNext(without: readonly string[] = []): Promise<ViewEvent> {
    const feed = await this.open();
    for (;;) {
      const { item } = await feed.next();
      if (item.event) await this.see(item.event);
      this.cursor = item.cursor;
      if (item.event?.room && !without.includes(item.event.room.id)) return item.event;
    }
  }

  viewOf({ id }: RoomAnswer): RoomView | undefined {
    return this.views.get(id);
  }

  cut(): void {
    this.socket?.cut();
    this.socket = undefined;
    this.feed = undefined;
  }

  private async open(): Promise<Subscription<{ item: ViewItem }>> {
    this.socket ??= await this.person.opensSocket();
    this.feed ??= this.socket.subscribes<{ item: ViewItem }>(VIEWED_FEED, { after: this.cursor });
    return this.feed;
  }

  /** Who comes into a room reads what is in it; from there the events will do. */
  private async see(event: ViewEvent): Promise<void> {
    const { room, user } = event;
    if (!room) return;
    const isOwn = user?.id === this.person.id;
    if (isOwn && event.__typename === 'MemberLeft') this.views.delete(room.id);
    else if (isOwn && event.__typename === 'MemberJoined') {
      const view = await viewOf(this.person, room);
      // They may have gone since: then there is nothing to read, and the news of it follows.
      if (view) this.views.set(room.id, view);
    } else {
      const view = this.views.get(room.id);
      if (view) this.views.set(room.id, apply(view, event));
    }
  }
}
