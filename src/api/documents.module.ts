import { Module } from '@nestjs/common';
import { Documents } from './documents.js';

/** For both ways in. */
@Module({ providers: [Documents], exports: [Documents] })
export class DocumentsModule {}
