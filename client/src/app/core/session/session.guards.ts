import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { ServerInfoStore } from '../server-info/server-info.store';
import { returnPath } from './return-path';
import { SessionRestore } from './session-restore';
import { SessionStore } from './session.store';

/** Lets people in who are signed in; sends visitors to sign in, and remembers where they wanted to go. */
export const signedInOnly: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  const session = inject(SessionStore);
  await inject(SessionRestore).comeIn();
  return session.status() === 'signed-in' || router.createUrlTree(['/login'], { queryParams: { to: url } });
};

/** Sends people who are signed in on to where they wanted to go: at once, or as soon as that is found out. */
export const visitorsOnly: CanActivateFn = async ({ queryParamMap }) => {
  const router = inject(Router);
  const session = inject(SessionStore);
  const server = inject(ServerInfoStore);
  const restore = inject(SessionRestore);
  // Both are asked for at once: on a slow line each answer takes half a second.
  const known = server.known();
  await restore.reached();
  const wanted = returnPath(queryParamMap.get('to'));
  if (session.status() === 'signed-in') return router.parseUrl(wanted);
  if (session.status() === 'restoring') void goOnWhenRestored(restore, router, wanted);
  await known;
  return true;
};

async function goOnWhenRestored(session: SessionRestore, router: Router, wanted: string): Promise<void> {
  if (await session.restore()) await router.navigateByUrl(wanted);
}

/** Lets everybody in, as soon as it is known whether they are signed in, and what the server allows. */
export const anybody: CanActivateFn = async () => {
  const known = inject(ServerInfoStore).known();
  await inject(SessionRestore).restore();
  await known;
  return true;
};
