import 'reflect-metadata';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { Clock } from './runtime/index.js';
import { readSettings } from './config/index.js';
import { Database } from './database/index.js';
import { Storage } from './storage/index.js';

/** Prints the schema that the code makes, for schema.graphql. */
const folder = mkdtempSync(join(tmpdir(), 'tertulia-schema-'));
const settings = readSettings({
  DATABASE_URL: `sqlite:${join(folder, 'empty.db')}`,
  UPLOADS_DIR: join(folder, 'uploads'),
});
const app = await NestFactory.create(AppModule.forRoot(settings, new Clock()), {
  logger: ['error'],
  abortOnError: false,
});
await app.get(Database).prepare();
await app.get(Storage).prepare();
await app.init();
process.stdout.write(`${printSchema(lexicographicSortSchema(app.get(GraphQLSchemaHost).schema))}\n`);
await app.close();
rmSync(folder, { recursive: true });
