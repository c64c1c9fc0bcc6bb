import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, withRouterConfig } from '@angular/router';
import { routes } from './app.routes';
import { provideGraphQL } from './core/graphql/apollo';
import { leaveOnSignOut } from './core/session/sign-out-redirect';
import { SessionStore } from './core/session/session.store';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Where a page keeps somebody who went back, their history stays as it was; by default, the entry they went to is overwritten.
    provideRouter(routes, withRouterConfig({ canceledNavigationResolution: 'computed' })),
    provideGraphQL(),
    provideAppInitializer(() => {
      void inject(SessionStore).restore();
    }),
    provideAppInitializer(leaveOnSignOut),
  ],
};
