import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { Injectable } from '@nestjs/common';

/**
 * What proves that somebody reads the server's own output, and so may have its administration. It lives as long as the process, and
 * works once: whoever starts the server anew, while nobody administers it, gets another one.
 */
@Injectable()
export class SetupCode {
  private code: string | undefined;

  /** 120 random bits, in groups that can be typed. */
  offer(): string {
    this.code = randomBytes(15).toString('hex').match(/.{6}/g)?.join('-') ?? '';
    return this.code;
  }

  fits(code: string): boolean {
    return this.code !== undefined && timingSafeEqual(digest(code), digest(this.code));
  }

  withdraw(): void {
    this.code = undefined;
  }
}

function digest(code: string): Buffer {
  return createHash('sha256').update(code.trim().toLowerCase()).digest();
}
