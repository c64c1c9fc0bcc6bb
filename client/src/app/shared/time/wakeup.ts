import { fromEvent, filter, map, merge, type Observable, startWith } from 'rxjs';

/** Emits when a new attempt is worth making at once: the network is back, or somebody looks at the page again. */
export function wakeups(): Observable<Event> {
  const seen = fromEvent(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'visible'));
  return merge(fromEvent(window, 'online'), seen);
}

export function networkLosses(): Observable<Event> {
  return fromEvent(window, 'offline');
}

/** Whether this machine has a network at all; that the server can be reached does not follow. */
export function isOnline(): Observable<boolean> {
  return merge(fromEvent(window, 'online'), networkLosses()).pipe(
    startWith(null),
    map(() => navigator.onLine),
  );
}
