import { Global, Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { Mail } from './mail.entity.js';
import { MailQueue } from './mail-queue.js';
import { MailSending } from './mail-sending.js';
import { Mails } from './mails.js';
import { OldMailSweep } from './old-mail.sweep.js';
import { Smtp } from './smtp.js';

/** The e-mail that this server sends. */
@Global()
@Module({
  imports: [MikroOrmModule.forFeature([Mail])],
  providers: [MailQueue, Mails, MailSending, OldMailSweep, Smtp],
  exports: [Mails],
})
export class MailModule {}
