import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { returnPath } from './return-path';
import { SessionStore } from './session.store';

/** Lets people in who are signed in; sends visitors to sign in, and remembers where they wanted to go. */
export const signedInOnly: CanActivateFn = async (_route, { url }) => {
  const router = inject(Router);
  const session = inject(SessionStore);
  await session.restore();
  return session.status() === 'signed-in' || router.createUrlTree(['/login'], { queryParams: { to: url } });
};

/** Sends people who are signed in on to where they wanted to go. */
export const visitorsOnly: CanActivateFn = async ({ queryParamMap }) => {
  const router = inject(Router);
  const session = inject(SessionStore);
  await session.restore();
  return session.status() !== 'signed-in' || router.parseUrl(returnPath(queryParamMap.get('to')));
};
