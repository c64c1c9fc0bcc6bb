/** A bench that waits for ever tells nobody what is missing. */
export async function soon<T>(fact: Promise<T>, what: string, { seconds }: { seconds: number }): Promise<T> {
  const late = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    late.reject(new Error(`${String(seconds)} s have passed, and still not: ${what}.`));
  }, seconds * 1000);
  try {
    return await Promise.race([fact, late.promise]);
  } finally {
    clearTimeout(timer);
  }
}
