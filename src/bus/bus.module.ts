import { Global, Module } from '@nestjs/common';
import { Bus } from './bus.js';
import { Changes } from './changes.js';
import { InProcessBus } from './in-process.bus.js';

@Global()
@Module({ providers: [{ provide: Bus, useClass: InProcessBus }, Changes], exports: [Bus, Changes] })
export class BusModule {}
