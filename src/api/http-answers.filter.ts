import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import { STREAM_PATH } from './streams/stream-request.js';

const CODES: Readonly<Record<number, string>> = { 404: 'NOT_FOUND', 413: 'PAYLOAD_TOO_LARGE' };

/** Answers what the framework refuses before anybody of ours is asked (a broken body, an unknown path) in the form of the contract. */
@Catch(HttpException)
export class HttpAnswersFilter implements ExceptionFilter<HttpException> {
  catch(exception: HttpException, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw exception;
    const http = host.switchToHttp();
    const status = exception.getStatus();
    const { message } = exception;
    const code = CODES[status] ?? (status < 500 ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR');
    const asksGraphQL = ['/graphql', STREAM_PATH].includes(http.getRequest<Request>().path);
    const answer = asksGraphQL ? { errors: [{ message, extensions: { code } }] } : { code, message };
    http.getResponse<Response>().status(status).json(answer);
  }
}
