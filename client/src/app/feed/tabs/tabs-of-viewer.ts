import { SNAPSHOT_FORMAT } from '../snapshot/snapshot-format';

/** The version of what tabs say to each other. Tabs of another version do not hear it. */
const VERSION = '1';

/** The name under which the tabs of one person find each other. */
export function tabsOf(userId: string): string {
  return [VERSION, SNAPSHOT_FORMAT, userId].join('.');
}
