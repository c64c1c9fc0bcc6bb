// The pages of those who are signed in. All are asked for here: what they share comes in one file with the chat, where almost everybody begins,
// and not in a file for each thing that several of them need.
export { chatRoutes } from './features/chat/chat.routes';

export const account = async () => (await import('./features/account/account')).Account;
export const administration = async () =>
  (await import('./features/administration/administration.routes')).administrationRoutes;
export const notificationSettings = async () =>
  (await import('./features/notifications/settings/notification-settings-page')).NotificationSettingsPage;
