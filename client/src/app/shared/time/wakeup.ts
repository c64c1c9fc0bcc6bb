import { fromEvent, filter, merge, type Observable } from 'rxjs';

/** Emits when a new attempt is worth making at once: the network is back, or somebody looks at the page again. */
export function wakeups(): Observable<Event> {
  const seen = fromEvent(document, 'visibilitychange').pipe(filter(() => document.visibilityState === 'visible'));
  return merge(fromEvent(window, 'online'), seen);
}

export function networkLosses(): Observable<Event> {
  return fromEvent(window, 'offline');
}
