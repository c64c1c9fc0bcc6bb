// The service worker of the web client: Angular's, which keeps the files of the app for when there is no network, and before it what it must leave alone.

/** Nothing of the API is ever answered or kept here, nor any file that people sent: they go to the network as if there were no worker. */
const API = /^\/(?:graphql|docs|upload|uploads|healthz|readyz|manifest\.webmanifest)(?:\/|$)/i;

self.addEventListener('fetch', (event) => {
  const { origin, pathname } = new URL(event.request.url);
  if (origin !== self.location.origin || API.test(pathname)) event.stopImmediatePropagation();
});

importScripts('/push.js', '/ngsw-worker.js');
