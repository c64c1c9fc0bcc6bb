import { roomAt } from './room-at';

/** A room that was let go over a group: before that of its rooms which stands at a place, counted without the room itself. */
export interface DroppedRoom {
  readonly roomId: string;
  readonly groupId: string;
  readonly place: number;
}

interface Drag {
  readonly list: HTMLElement;
  readonly roomId: string;
  /** Whether rooms can be put to a place within a group, and not only into one. */
  readonly hasPlaces: boolean;
  readonly dropped: (room: DroppedRoom) => void;
  readonly ended: () => void;
}

/** How it looks where the room would come to stand. */
const MARKS = {
  before: '0 -2px var(--brass)',
  after: '0 2px var(--brass)',
  into: 'inset 0 0 0 2px var(--brass)',
};

interface Target {
  readonly mark: HTMLElement;
  readonly where: keyof typeof MARKS;
  readonly groupId: string;
  readonly place: number;
}

/**
 * Follows a room that is being dragged over the list until it is let go, and marks where it would come to stand. The browser's own dragging does it:
 * a link can be dragged as it is, by mouse and, after a long press, by finger. Groups are marked with `data-group`, rooms with `data-room`.
 */
export function followDrag(drag: Drag): void {
  const { list, roomId } = drag;
  const following = new AbortController();
  const { signal } = following;
  let shown: Target | null = null;
  const show = (target: Target | null): void => {
    shown?.mark.style.removeProperty('box-shadow');
    target?.mark.style.setProperty('box-shadow', MARKS[target.where]);
    shown = target;
  };
  const end = (): void => {
    following.abort();
    show(null);
    drag.ended();
  };
  list.addEventListener(
    'dragover',
    (event) => {
      const target = targetOf(event, drag);
      if (target) event.preventDefault();
      show(target);
    },
    { signal },
  );
  list.addEventListener(
    'dragleave',
    () => {
      show(null);
    },
    { signal },
  );
  list.addEventListener(
    'drop',
    (event) => {
      const target = targetOf(event, drag);
      if (!target) return;
      event.preventDefault();
      drag.dropped({ roomId, groupId: target.groupId, place: target.place });
    },
    { signal },
  );
  document.addEventListener('dragend', end, { signal });
  // Of a room that has gone while it was dragged nothing tells the end.
  document.addEventListener('pointerdown', end, { signal });
}

function targetOf(event: DragEvent, { list, roomId, hasPlaces }: Drag): Target | null {
  const over = event.target instanceof Element ? event.target : null;
  const groupId = over?.closest('[data-group]')?.getAttribute('data-group');
  if (groupId == null) return null;
  const heading = list.querySelector<HTMLElement>(`app-section-heading[data-group="${CSS.escape(groupId)}"]`);
  if (!heading) return null;
  const row = over?.closest<HTMLElement>('[data-room]');
  if (!row || !hasPlaces) return { mark: heading, where: 'into', groupId, place: 0 };
  const { top, height } = row.getBoundingClientRect();
  const isBehind = event.clientY > top + height / 2;
  const rows = Array.from(row.parentElement?.querySelectorAll('[data-room]') ?? []);
  const at = rows
    .map(roomAt)
    .filter((id) => id !== roomId)
    .indexOf(roomAt(row));
  if (at === -1) return null;
  return { mark: row, where: isBehind ? 'after' : 'before', groupId, place: isBehind ? at + 1 : at };
}
