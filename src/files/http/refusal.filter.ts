import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { type ErrorCode, Refusal } from '../../common/index.js';

/** Answers a refusal to a plain HTTP client as `{ code, message }`; the guard's refusals as well. */
@Catch(Refusal)
export class RefusalFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    if (refusal.code === 'UNAUTHENTICATED') response.set('WWW-Authenticate', 'Bearer');
    if (refusal.retryAfter !== undefined) response.set('Retry-After', String(refusal.retryAfter));
    response
      .status(STATUS[refusal.code])
      .set('Cache-Control', 'no-store')
      .json({ code: refusal.code, message: refusal.message });
  }
}

const STATUS: Readonly<Record<ErrorCode, number>> = {
  BAD_USER_INPUT: 400,
  BAD_CURSOR: 400,
  CURSOR_EXPIRED: 400,
  QUERY_TOO_COMPLEX: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  RATE_LIMITED: 429,
  SERVICE_UNAVAILABLE: 503,
};
