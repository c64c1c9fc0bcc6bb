import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Guard, HostAddresses } from '../../outgoing/index.js';

/** Says which pages and pictures may be asked for on behalf of those who write messages. */
@Injectable()
export class PageGuard extends Guard {
  constructor(hosts: HostAddresses, @InjectSettings() { linkPreviewPorts, linkPreviewHosts, publicUrl }: Settings) {
    super(hosts, {
      protocols: ['http:', 'https:'],
      ports: linkPreviewPorts,
      ownHosts: linkPreviewHosts,
      ownOrigin: publicUrl,
    });
  }
}
