import type { ServerProcess } from '../servers/server-process.js';

export interface Reading {
  /** Of the server: user and system, of all its threads. */
  readonly cpuMicroseconds: number;
  readonly milliseconds: number;
}

/** Reads what a server spends on something. */
export class Meter {
  constructor(private readonly profile?: string) {}

  async measure(server: ServerProcess, work: () => Promise<unknown>): Promise<Reading> {
    if (this.profile !== undefined) await server.startProfile();
    const before = await server.usage();
    const begun = performance.now();
    await work();
    const milliseconds = performance.now() - begun;
    const after = await server.usage();
    if (this.profile !== undefined) await server.stopProfile(this.profile);
    return { cpuMicroseconds: after.cpuMicroseconds - before.cpuMicroseconds, milliseconds };
  }
}
