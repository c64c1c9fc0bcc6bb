import { Resolver } from 'node:dns/promises';
import { Injectable } from '@nestjs/common';

/**
 * All addresses of a name. Not by the system's own call: that takes a thread of the few which also sync the disk, for as long as somebody's name server
 * likes. So names have to be in the DNS.
 */
@Injectable()
export class HostAddresses {
  async of(name: string, signal: AbortSignal): Promise<string[]> {
    const resolver = new Resolver({ timeout: 2000, tries: 2 });
    const cancel = (): void => {
      resolver.cancel();
    };
    signal.addEventListener('abort', cancel, { once: true });
    try {
      const answers = await Promise.allSettled([resolver.resolve4(name), resolver.resolve6(name)]);
      return answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }
}
