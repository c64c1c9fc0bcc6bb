import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../config/index.js';
import { type Admitted, Guard, HostAddresses, NotAsked } from '../outgoing/index.js';

/** Says which addresses events may be posted to. Without TLS only hosts of the operator's own network. */
@Injectable()
export class WebhookGuard extends Guard {
  private readonly mayBePlain: ReadonlySet<string>;

  constructor(hosts: HostAddresses, @InjectSettings() { webhookPorts, webhookHosts, publicUrl }: Settings) {
    super(hosts, {
      protocols: ['http:', 'https:'],
      ports: webhookPorts,
      ownHosts: webhookHosts,
      ownOrigin: publicUrl,
    });
    this.mayBePlain = new Set(webhookHosts);
  }

  override async admit(written: string, signal: AbortSignal): Promise<Admitted> {
    const admitted = await super.admit(written, signal);
    const { protocol, hostname } = admitted.url;
    if (protocol === 'http:' && !this.mayBePlain.has(hostname)) throw new NotAsked('The address is not encrypted.');
    return admitted;
  }
}
