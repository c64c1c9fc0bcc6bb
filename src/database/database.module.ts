import { type DynamicModule, Global, Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import type { Settings } from '../config/index.js';
import { connectionOptions } from './connection.js';
import { Database } from './database.js';
import { Engine } from './engine.js';
import { SqliteEngine } from './sqlite.engine.js';

/** The database, for every module. Each feature names its entities with `MikroOrmModule.forFeature`. */
@Global()
@Module({ providers: [Database, { provide: Engine, useClass: SqliteEngine }], exports: [Database] })
export class DatabaseModule {
  static forRoot(settings: Settings): DynamicModule {
    return { module: DatabaseModule, imports: [MikroOrmModule.forRoot(connectionOptions(settings))] };
  }
}
