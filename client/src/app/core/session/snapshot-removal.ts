import { deleteDB } from 'idb';
import { within } from '../browser/within';

export const SNAPSHOT_DATABASE = 'tertulia-snapshot';

/** On pages that read and write none of it as well. */
export async function removeSnapshotDatabase(): Promise<void> {
  await within(deleteDB(SNAPSHOT_DATABASE));
}
