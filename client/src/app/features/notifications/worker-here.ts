/** The service worker of this page; null while there is none, as where a browser allows none. */
export async function workerHere(): Promise<ServiceWorkerRegistration | null> {
  if (typeof navigator.serviceWorker !== 'object') return null;
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.active ? registration : null;
  } catch {
    return null;
  }
}
