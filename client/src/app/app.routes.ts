import type { Routes } from '@angular/router';
import { loadApollo } from './core/graphql/load-apollo';
import { anybody, signedInOnly, visitorsOnly } from './core/session/session.guards';
import { backClosesFirst } from './shared/ui/overlay/open-layers';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./features/auth/welcome')).Welcome,
  },
  {
    path: 'login',
    title: 'Sign in',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./features/auth/login')).Login,
  },
  {
    path: 'register',
    title: 'Create an account',
    canActivate: [visitorsOnly],
    canDeactivate: [(page: { mayLeave(): Promise<boolean> }) => page.mayLeave()],
    loadComponent: async () => (await import('./features/auth/register')).Register,
  },
  {
    path: 'guest',
    title: 'Join as a guest',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./features/auth/guest')).Guest,
  },
  {
    path: 'invite/:code',
    title: 'Invitation',
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./features/auth/invitation')).Invitation),
  },
  {
    path: 'reset/:token',
    title: 'New password',
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./features/auth/reset-password')).ResetPassword),
  },
  {
    path: 'forgot-password',
    title: 'Forgotten password',
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./features/auth/forgot-password')).ForgotPassword),
  },
  {
    path: 'confirm-email/:token',
    title: 'Confirm your e-mail address',
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./features/auth/confirm-email')).ConfirmEmail),
  },
  {
    path: 'unsubscribe/:token',
    title: 'Stop e-mail',
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./features/auth/unsubscribe')).Unsubscribe),
  },
  {
    path: 'logout',
    title: 'Sign out',
    loadComponent: async () => (await import('./features/auth/logout')).Logout,
  },
  {
    path: 'chat',
    canActivate: [signedInOnly],
    loadChildren: withApollo(async () => (await import('./features/chat/chat.routes')).chatRoutes),
  },
  {
    path: 'account',
    title: 'Your account',
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: withApollo(async () => (await import('./features/account/account')).Account),
  },
  {
    path: 'account/notifications',
    title: 'Notifications',
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: async () =>
      (await import('./features/notifications/settings/notification-settings-page')).NotificationSettingsPage,
  },
  {
    path: 'account/bots',
    title: 'Bots',
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: withApollo(async () => (await import('./features/bots/bots-page')).BotsPage),
  },
  {
    path: 'administration',
    title: 'Administration',
    canActivate: [signedInOnly],
    loadChildren: withApollo(
      async () => (await import('./features/administration/administration.routes')).administrationRoutes,
    ),
  },
  { path: '**', redirectTo: '' },
];

/** For pages that ask more than who somebody is: what they ask with comes beside their own code, and not after it. */
function withApollo<T>(load: () => Promise<T>): () => Promise<T> {
  return () => {
    // Where it cannot be loaded, whoever asks says so.
    loadApollo().catch(() => undefined);
    return load();
  };
}
