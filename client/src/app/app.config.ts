import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter, TitleStrategy, withRouterConfig } from '@angular/router';
import { routes } from './app.routes';
import { PageTitle } from './core/server-info/page-title';
import { leaveOnSignOut } from './core/session/sign-out-redirect';
import { SessionRestore } from './core/session/session-restore';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    // Where a page keeps somebody who went back, their history stays as it was; by default, the entry they went to is overwritten.
    provideRouter(routes, withRouterConfig({ canceledNavigationResolution: 'computed' })),
    { provide: TitleStrategy, useExisting: PageTitle },
    provideAppInitializer(() => {
      void inject(SessionRestore).restore();
    }),
    provideAppInitializer(leaveOnSignOut),
  ],
};
