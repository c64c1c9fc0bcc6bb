import { bootstrapApplication } from '@angular/platform-browser';
import { App } from './app/app';
import { appConfig } from './app/app.config';

// Angular's CDK does without media queries where there are none, but not where asking for one throws.
try {
  matchMedia('all');
} catch {
  Object.defineProperty(window, 'matchMedia', { value: undefined });
}

bootstrapApplication(App, appConfig).catch((error: unknown) => {
  console.error(error);
});
