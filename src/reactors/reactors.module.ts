import { Global, Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { ReactorOffset } from './reactor-offset.entity.js';
import { Reactors } from './reactors.js';

@Global()
@Module({ imports: [MikroOrmModule.forFeature([ReactorOffset])], providers: [Reactors], exports: [Reactors] })
export class ReactorsModule {}
