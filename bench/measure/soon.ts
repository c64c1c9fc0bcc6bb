const PATIENCE_MILLISECONDS = 600_000;

/** A bench that waits for ever tells nobody what is missing. */
export async function soon<T>(fact: Promise<T>, what: string): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`Ten minutes have passed, and still not: ${what}.`));
  }, PATIENCE_MILLISECONDS);
  try {
    return await Promise.race([fact, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
