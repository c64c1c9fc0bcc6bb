import { Global, Module } from '@nestjs/common';
import { EventLog } from '../log/index.js';
import { Bus } from './bus.js';
import { Changes } from './changes.js';
import { InProcessBus } from './in-process.bus.js';

@Global()
@Module({ providers: [{ provide: Bus, useClass: InProcessBus }, Changes], exports: [Bus, Changes] })
export class BusModule {
  constructor(log: EventLog, bus: Bus) {
    log.listen((event) => {
      bus.publish(event);
    });
  }
}
