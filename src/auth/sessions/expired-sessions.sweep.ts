import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { SessionEndings } from './session-endings.js';

const HOUR = 60 * 60 * 1000;

/** Ends sessions whose time is over, at the start and every hour, so that a guest who never came back leaves the rooms. */
@Injectable()
export class ExpiredSessionsSweep implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger('sessions');
  private timer: NodeJS.Timeout | undefined;
  private underWay = Promise.resolve();

  constructor(private readonly endings: SessionEndings) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sweep();
    this.timer = setInterval(() => {
      this.underWay = this.sweep();
    }, HOUR).unref();
  }

  /** Before the database closes. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.underWay;
  }

  private async sweep(): Promise<void> {
    try {
      await this.endings.endExpired();
    } catch (error) {
      this.logger.error('Expired sessions could not be ended; the next try is in an hour.', error);
    }
  }
}
