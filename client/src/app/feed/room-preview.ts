import type { FeedEvent, Room } from '../core/graphql/model';

/** A room as somebody sees it who is not in it. */
export interface Preview {
  readonly roomId: string;
  /** Null where there is no such room for this viewer. */
  readonly room: Room | null;
  /** Whether it has to be read anew: it is shown until then. */
  readonly isStale: boolean;
}

/** The preview after an event of the list of public rooms. */
export function previewAfter(preview: Preview, event: FeedEvent): Preview {
  switch (event.__typename) {
    case 'PublicRoomAdded':
    case 'PublicRoomChanged':
      if (event.roomId !== preview.roomId) return preview;
      return event.listed ? { ...preview, room: event.listed, isStale: false } : { ...preview, isStale: true };
    case 'PublicRoomRemoved':
      // One that everybody has left is still found by its link; one that was made private is not.
      return event.roomId === preview.roomId ? { ...preview, isStale: true } : preview;
    default:
      return preview;
  }
}
