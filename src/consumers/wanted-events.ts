import { type LoggedEvent, messageOf, roomToldOf } from '../log/index.js';
import type { Mentioned } from '../mentions/index.js';
import type { KeptFilter } from './consumer.entity.js';

/** The events of a feed that pass a filter. It looks at what the log knows of an event, and executes nothing. */
export class WantedEvents {
  private readonly types: ReadonlySet<string> | null;
  private readonly roomIds: ReadonlySet<string> | null;

  constructor(
    private readonly filter: KeptFilter,
    private readonly viewerId: string,
    private readonly mentioned: Pick<Mentioned, 'namingAmong'>,
  ) {
    this.types = filter.types && new Set(filter.types);
    this.roomIds = filter.roomIds && new Set(filter.roomIds);
  }

  async among(events: readonly LoggedEvent[]): Promise<readonly LoggedEvent[]> {
    const wanted = events.filter((event) => this.isWanted(event));
    if (!this.filter.mentionsViewer) return wanted;
    const messageIds = new Set(wanted.flatMap((event) => messageOf(event) ?? []));
    const naming = await this.mentioned.namingAmong(this.viewerId, [...messageIds]);
    return wanted.filter((event) => naming.has(messageOf(event) ?? ''));
  }

  private isWanted(event: LoggedEvent): boolean {
    if (this.types && !this.types.has(event.type)) return false;
    if (this.roomIds && !this.roomIds.has(roomToldOf(event) ?? '')) return false;
    return !this.filter.notByViewer || event.actorId !== this.viewerId;
  }
}
