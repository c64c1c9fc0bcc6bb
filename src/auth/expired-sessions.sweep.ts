import { Injectable, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SessionsService } from './sessions.service.js';

const HOUR = 60 * 60 * 1000;

/** Ends sessions whose time is over, at the start and every hour, so that a guest who never came back leaves the rooms. */
@Injectable()
export class ExpiredSessionsSweep implements OnApplicationBootstrap, OnApplicationShutdown {
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly sessions: SessionsService) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.sessions.endExpired();
    this.timer = setInterval(() => void this.sessions.endExpired(), HOUR).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }
}
