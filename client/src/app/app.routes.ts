import type { Routes } from '@angular/router';
import { loadApollo } from './core/graphql/load-apollo';
import { anybody, signedInOnly, visitorsOnly } from './core/session/session.guards';
import { backClosesFirst } from './shared/ui/overlay/open-layers';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./visitors')).Welcome,
  },
  {
    path: 'login',
    title: () => $localize`Sign in`,
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./visitors')).Login,
  },
  {
    path: 'register',
    title: () => $localize`Create an account`,
    canActivate: [visitorsOnly],
    canDeactivate: [(page: { mayLeave(): Promise<boolean> }) => page.mayLeave()],
    loadComponent: async () => (await import('./visitors')).register(),
  },
  {
    path: 'guest',
    title: () => $localize`Join as a guest`,
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./visitors')).Guest,
  },
  {
    path: 'invite/:code',
    title: () => $localize`Invitation`,
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./visitors')).invitation()),
  },
  {
    path: 'reset/:token',
    title: () => $localize`New password`,
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./visitors')).resetPassword()),
  },
  {
    path: 'forgot-password',
    title: () => $localize`Forgotten password`,
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./visitors')).forgotPassword()),
  },
  {
    path: 'confirm-email/:token',
    title: () => $localize`Confirm your e-mail address`,
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./visitors')).confirmEmail()),
  },
  {
    path: 'unsubscribe/:token',
    title: () => $localize`Stop e-mail`,
    canActivate: [anybody],
    loadComponent: withApollo(async () => (await import('./visitors')).unsubscribe()),
  },
  {
    path: 'logout',
    title: () => $localize`Sign out`,
    loadComponent: async () => (await import('./features/auth/logout')).Logout,
  },
  {
    path: 'chat',
    canActivate: [signedInOnly],
    loadChildren: withApollo(async () => (await import('./signed-in')).chatRoutes),
  },
  {
    path: 'account',
    title: () => $localize`Your account`,
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: withApollo(async () => (await import('./signed-in')).account()),
  },
  {
    path: 'account/notifications',
    title: () => $localize`Notifications`,
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: async () => (await import('./signed-in')).notificationSettings(),
  },
  {
    path: 'account/bots',
    title: () => $localize`Bots`,
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: withApollo(async () => (await import('./features/bots/bots-page')).BotsPage),
  },
  {
    path: 'administration',
    title: () => $localize`Administration`,
    canActivate: [signedInOnly],
    loadChildren: withApollo(async () => (await import('./signed-in')).administration()),
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
