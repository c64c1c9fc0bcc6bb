import { isDevMode } from '@angular/core';

const WORKER = '/worker.js';

/** Whether a service worker can be had here: not in development, where the build makes none, nor without HTTPS, nor in some private windows. */
export function hasWorker(): boolean {
  return !isDevMode() && typeof navigator.serviceWorker === 'object';
}

/** Has the browser keep the app; twice is once. Rejects where it is forbidden. */
export function registerWorker(): Promise<ServiceWorkerRegistration> {
  return navigator.serviceWorker.register(WORKER, { updateViaCache: 'none' });
}
