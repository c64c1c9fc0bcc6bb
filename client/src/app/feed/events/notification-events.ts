import type { NotificationSettings } from '../../core/graphql/model';
import type { EventTable } from './event-table';

/** When and of what the viewer wants to be notified, as they said on this or on another device. */
export const notificationEvents = {
  DoNotDisturbChanged: (state, { until }) =>
    state.doNotDisturbUntil === until ? state : { ...state, doNotDisturbUntil: until },
  NotificationSettingsChanged: (state, { notificationSettings }) =>
    isSame(state.notificationSettings, notificationSettings) ? state : { ...state, notificationSettings },
} satisfies EventTable;

function isSame(a: NotificationSettings, b: NotificationSettings): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
