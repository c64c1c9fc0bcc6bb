import type { Routes } from '@angular/router';
import { anybody, signedInOnly, visitorsOnly } from './core/session/session.guards';
import { backClosesFirst } from './shared/ui/overlay/open-layers';

export const routes: Routes = [
  {
    path: '',
    pathMatch: 'full',
    title: 'Tertulia',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./features/auth/welcome')).Welcome,
  },
  {
    path: 'login',
    title: 'Sign in · Tertulia',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./features/auth/login')).Login,
  },
  {
    path: 'register',
    title: 'Create an account · Tertulia',
    canActivate: [visitorsOnly],
    canDeactivate: [(page: { mayLeave(): Promise<boolean> }) => page.mayLeave()],
    loadComponent: async () => (await import('./features/auth/register')).Register,
  },
  {
    path: 'guest',
    title: 'Join as a guest · Tertulia',
    canActivate: [visitorsOnly],
    loadComponent: async () => (await import('./features/auth/guest')).Guest,
  },
  {
    path: 'invite/:code',
    title: 'Invitation · Tertulia',
    canActivate: [anybody],
    loadComponent: async () => (await import('./features/auth/invitation')).Invitation,
  },
  {
    path: 'logout',
    title: 'Sign out · Tertulia',
    loadComponent: async () => (await import('./features/auth/logout')).Logout,
  },
  {
    path: 'chat',
    title: 'Tertulia',
    canActivate: [signedInOnly],
    loadChildren: async () => (await import('./features/chat/chat.routes')).chatRoutes,
  },
  {
    path: 'account',
    title: 'Your account · Tertulia',
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: async () => (await import('./features/account/account')).Account,
  },
  {
    path: 'administration',
    title: 'Administration · Tertulia',
    canActivate: [signedInOnly],
    canDeactivate: [backClosesFirst],
    loadComponent: async () => (await import('./features/administration/administration')).Administration,
  },
  { path: '**', redirectTo: '' },
];
