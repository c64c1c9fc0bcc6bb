import { Injectable } from '@nestjs/common';
import { InjectSettings, type Settings } from '../../config/index.js';
import { Guard, HostAddresses } from '../../outgoing/index.js';

/** Says which push services this server speaks to: whoever registers a device names one, and could name anything else. */
@Injectable()
export class PushGuard extends Guard {
  constructor(hosts: HostAddresses, @InjectSettings() { webPushPorts, webPushHosts, publicUrl }: Settings) {
    super(hosts, { protocols: ['https:'], ports: webPushPorts, ownHosts: webPushHosts, ownOrigin: publicUrl });
  }
}
