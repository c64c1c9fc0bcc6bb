import type { Routes } from '@angular/router';
import { backClosesFirst } from '../../shared/ui/overlay/open-layers';
import { Administration } from './administration';

export const administrationRoutes: Routes = [
  {
    path: '',
    component: Administration,
    children: [
      { path: '', pathMatch: 'full', redirectTo: 'people' },
      {
        path: 'people',
        title: () => $localize`People · Administration`,
        canDeactivate: [backClosesFirst],
        loadComponent: async () => (await import('./people/people')).People,
      },
      {
        path: 'people/:id',
        title: () => $localize`Account · Administration`,
        canDeactivate: [backClosesFirst],
        loadComponent: async () => (await import('./people/person')).PersonPage,
      },
      {
        path: 'rooms',
        title: () => $localize`Rooms · Administration`,
        loadComponent: async () => (await import('./rooms/server-rooms')).ServerRooms,
      },
      {
        path: 'reports',
        title: () => $localize`Reports · Administration`,
        canDeactivate: [backClosesFirst],
        loadComponent: async () => (await import('./reports')).Reports,
      },
      {
        path: 'storage',
        title: () => $localize`Storage · Administration`,
        loadComponent: async () => (await import('./storage/server-storage')).ServerStorage,
      },
      {
        path: 'invitations',
        title: () => $localize`Invitations · Administration`,
        canDeactivate: [backClosesFirst],
        loadComponent: async () => (await import('./invitations')).Invitations,
      },
      {
        path: 'server',
        title: () => $localize`Name and look · Administration`,
        loadComponent: async () => (await import('./server/server-look')).ServerLook,
      },
      {
        path: 'audit',
        title: () => $localize`Audit log · Administration`,
        loadComponent: async () => (await import('./audit-log')).AuditLog,
      },
      { path: '**', redirectTo: 'people' },
    ],
  },
];
