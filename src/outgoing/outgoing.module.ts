import { Module } from '@nestjs/common';
import { HostAddresses } from './host-addresses.js';

/** What this server asks of others. */
@Module({ providers: [HostAddresses], exports: [HostAddresses] })
export class OutgoingModule {}
