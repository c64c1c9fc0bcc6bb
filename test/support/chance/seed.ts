// SEED=… repeats what a test did by chance. Without it each run tries other cases.
if (process.env.SEED !== undefined) {
  const { default: fc } = await import('fast-check');
  fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env.SEED) });
}
