import { fileSize } from '../../../shared/text/file-size';
import { dayInText } from '../../../shared/text/dates';
import type { IconName } from '../../../shared/ui/icon/icon-shapes';
import { formatMessage } from '../../../shared/language/format-message';

interface DescribedRoom {
  readonly id: string;
  readonly name: string;
  readonly visibility: 'PUBLIC' | 'PRIVATE';
  readonly memberCount: number;
  readonly messageCount: number;
  readonly fileBytes: number;
  readonly lastActivityAt: string;
  readonly archivedAt?: string | null;
}

export interface RoomLine {
  readonly id: string;
  /** Conversations between a few people have no name. */
  readonly name: string;
  /** Where whoever administers the server may look; null for what is private. */
  readonly path: string | null;
  readonly icon: IconName;
  readonly kind: string;
  readonly isArchived: boolean;
  readonly details: readonly string[];
}

export function roomLineOf(room: DescribedRoom, now: Date): RoomLine {
  const { id, name, visibility, memberCount, messageCount, fileBytes, lastActivityAt } = room;
  const isOpen = visibility === 'PUBLIC';
  return {
    id,
    name: name === '' ? $localize`Direct conversation` : name,
    path: isOpen ? `/chat/${id}` : null,
    icon: isOpen ? 'globe' : 'lock',
    kind: isOpen ? $localize`Public room` : $localize`Private room`,
    isArchived: room.archivedAt != null,
    details: [
      formatMessage($localize`{count, plural, =1 {1 member} other {# members}}`, { count: memberCount }),
      formatMessage($localize`{count, plural, =1 {1 message} other {# messages}}`, { count: messageCount }),
      $localize`${fileSize(fileBytes)}:size: of files`,
      $localize`Last active ${dayInText(lastActivityAt, now)}:day:`,
    ],
  };
}
