import type { Constructor } from '@mikro-orm/core';
import type { Migration } from '@mikro-orm/migrations';
import { FirstVersion } from './0001-first-version.js';
import { FewerIndexes } from './0002-fewer-indexes.js';
import { AccountsAndAudit } from './0003-accounts-and-audit.js';
import { FileUsage } from './0004-file-usage.js';
import { ThumbnailsCount } from './0005-thumbnails-count.js';
import { UnusedTokens } from './0006-unused-tokens.js';
import { NoncesOfRoomsAndAccounts } from './0007-nonces-of-rooms-and-accounts.js';
import { FoldedSearch } from './0008-folded-search.js';
import { OwnersOfEvents } from './0009-owners-of-events.js';
import { Reactors } from './0010-reactors.js';
import { OneGuestOfAName } from './0011-one-guest-of-a-name.js';
import { RoomStates } from './0012-room-states.js';
import { Reactions } from './0013-reactions.js';
import { Answers } from './0014-answers.js';
import { Pins } from './0015-pins.js';
import { SavedMessages } from './0016-saved-messages.js';
import { Mentions } from './0018-mentions.js';
import { Threads } from './0019-threads.js';
import { Search } from './0020-search.js';
import { RoomsLookedAfter } from './0021-rooms-looked-after.js';
import { Profiles } from './0022-profiles.js';
import { Invitations } from './0023-invitations.js';
import { DirectRooms } from './0024-direct-rooms.js';
import { LinkPreviews } from './0025-link-previews.js';
import { DeletionsAndReports } from './0026-deletions-and-reports.js';
import { Administration } from './0027-administration.js';
import { DirectRoomsOfPeople } from './0028-direct-rooms-of-people.js';
import { Notifications } from './0029-notifications.js';
import { Mail } from './0030-mail.js';
import { ResumableUploads } from './0031-resumable-uploads.js';
import { RoomArrangements } from './0032-room-arrangements.js';
import { Bots } from './0033-bots.js';
import { Consumers } from './0035-consumers.js';
import { Webhooks } from './0036-webhooks.js';
import { GrowingMessages } from './0037-growing-messages.js';
import { Commands } from './0038-commands.js';

/** Every migration, in order. A released one is never changed; the next goes to the end. */
export const MIGRATIONS: { name: string; class: Constructor<Migration> }[] = [
  { name: '0001-first-version', class: FirstVersion },
  { name: '0002-fewer-indexes', class: FewerIndexes },
  { name: '0003-accounts-and-audit', class: AccountsAndAudit },
  { name: '0004-file-usage', class: FileUsage },
  { name: '0005-thumbnails-count', class: ThumbnailsCount },
  { name: '0006-unused-tokens', class: UnusedTokens },
  { name: '0007-nonces-of-rooms-and-accounts', class: NoncesOfRoomsAndAccounts },
  { name: '0008-folded-search', class: FoldedSearch },
  { name: '0009-owners-of-events', class: OwnersOfEvents },
  { name: '0010-reactors', class: Reactors },
  { name: '0011-one-guest-of-a-name', class: OneGuestOfAName },
  { name: '0012-room-states', class: RoomStates },
  { name: '0013-reactions', class: Reactions },
  { name: '0014-answers', class: Answers },
  { name: '0015-pins', class: Pins },
  { name: '0016-saved-messages', class: SavedMessages },
  { name: '0018-mentions', class: Mentions },
  { name: '0019-threads', class: Threads },
  { name: '0020-search', class: Search },
  { name: '0021-rooms-looked-after', class: RoomsLookedAfter },
  { name: '0022-profiles', class: Profiles },
  { name: '0023-invitations', class: Invitations },
  { name: '0024-direct-rooms', class: DirectRooms },
  { name: '0025-link-previews', class: LinkPreviews },
  { name: '0026-deletions-and-reports', class: DeletionsAndReports },
  { name: '0027-administration', class: Administration },
  { name: '0028-direct-rooms-of-people', class: DirectRoomsOfPeople },
  { name: '0029-notifications', class: Notifications },
  { name: '0030-mail', class: Mail },
  { name: '0031-resumable-uploads', class: ResumableUploads },
  { name: '0032-room-arrangements', class: RoomArrangements },
  { name: '0033-bots', class: Bots },
  { name: '0035-consumers', class: Consumers },
  { name: '0036-webhooks', class: Webhooks },
  { name: '0037-growing-messages', class: GrowingMessages },
  { name: '0038-commands', class: Commands },
];

export const MIGRATION_NAMES: readonly string[] = MIGRATIONS.map(({ name }) => name);
