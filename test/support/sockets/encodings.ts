import { vi } from 'vitest';

/** Counts how often something that is meant is put into JSON in this process, in which the server is. */
export function countEncodings(isMeant: (value: unknown) => boolean): { count(): number } & Disposable {
  const spy = vi.spyOn(JSON, 'stringify');
  return {
    count: () => spy.mock.calls.filter(([value]) => isMeant(value)).length,
    [Symbol.dispose]: () => {
      spy.mockRestore();
    },
  };
}
