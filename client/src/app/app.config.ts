import {
  type ApplicationConfig,
  inject,
  provideAppInitializer,
  provideBrowserGlobalErrorListeners,
} from '@angular/core';
import { provideRouter } from '@angular/router';
import { routes } from './app.routes';
import { provideGraphQL } from './core/graphql/apollo';
import { leaveOnSignOut } from './core/session/sign-out-redirect';
import { SessionStore } from './core/session/session.store';

export const appConfig: ApplicationConfig = {
  providers: [
    provideBrowserGlobalErrorListeners(),
    provideRouter(routes),
    provideGraphQL(),
    provideAppInitializer(() => {
      void inject(SessionStore).restore();
    }),
    provideAppInitializer(leaveOnSignOut),
  ],
};
