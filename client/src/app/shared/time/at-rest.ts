import { after } from './timer';

/** In milliseconds: what the first screen needs has come by then. */
const PATIENCE = 3_000;

/** Runs something that can wait once the page has been open for a while and has nothing to do. Not where somebody pays for every byte. */
export function atRest(work: () => void): void {
  if (savesData()) return;
  after(PATIENCE, () => {
    whenOnline(() => {
      if (typeof requestIdleCallback === 'function') requestIdleCallback(work);
      else work();
    });
  });
}

/** A browser that could not load a module once never asks for it again, nor for what imports it: so nothing is loaded ahead without a network. */
function whenOnline(work: () => void): void {
  if (navigator.onLine) work();
  else addEventListener('online', work, { once: true });
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData ?? false;
}
