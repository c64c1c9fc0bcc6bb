import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { Refusal } from '../errors.js';
import { asPlain } from './refusal-answer.js';

/** Answers a refusal to a plain HTTP client as `{ code, message }`; the guard's refusals as well. */
@Catch(Refusal)
export class RefusalFilter implements ExceptionFilter<Refusal> {
  catch(refusal: Refusal, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, headers, body } = asPlain(refusal);
    response.status(status).set(headers).set('Cache-Control', 'no-store').json(body);
  }
}
