import { sleep } from '../../shared/time/timer';

/** What a browser takes longer for than this it does not do at all: some never answer where storage is forbidden. */
const PATIENCE = 8_000;

/** The same, or a failure where nothing comes. */
export function within<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    sleep(PATIENCE).then(() => {
      throw new Error('The browser does not answer.');
    }),
  ]);
}
