import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';
import { loadLanguage } from './app/shared/language/load-language';

// Angular's CDK does without media queries where there are none, but not where asking for one throws.
try {
  matchMedia('all');
} catch {
  Object.defineProperty(window, 'matchMedia', { value: undefined });
}

loadLanguage()
  .then(() => bootstrapApplication(App, appConfig))
  .catch((error: unknown) => {
    console.error(error);
  });
