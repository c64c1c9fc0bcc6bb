import { defineEntity } from '@mikro-orm/core';
import { Int64 } from '../database/index.js';

/** The owner of everybody's bytes together. */
export const EVERYBODY = '*';

/**
 * How many bytes of files are stored for somebody, and for everybody together. The database keeps it itself, by triggers on the
 * rows of files, and asking costs the same however many there are.
 */
const schema = defineEntity({
  name: 'FileUsage',
  tableName: 'file_usage',
  properties: (p) => ({
    ownerId: p.string().primary(),
    bytes: p.type(Int64),
  }),
});

export class FileUsage extends schema.class {}
schema.setClass(FileUsage);
