import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { NodeType } from '../nodes/index.js';
import type { File } from './file.entity.js';
import { thumbnailUrlOf, urlOf } from './file-url.js';

@ObjectType('File', { implements: () => [NodeType], description: 'Something that somebody uploaded.' })
export class FileType {
  @Field(() => ID, {
    description:
      'Names it in `attachmentIds` when its uploader sends a message. Opaque, and never used for another file.',
  })
  id!: string;

  @Field({ description: "The uploader's name for it, without any path." })
  name!: string;

  @Field({ description: "Found from the file's own bytes, never from what the uploader claimed." })
  mediaType!: string;

  @Field(() => Int, { description: 'Bytes.' })
  size!: number;

  @Field({
    description: `A path on this server, /uploads/…; it answers range requests, to the room's members; until a message attaches the file, to its
uploader alone.`,
  })
  url!: string;

  @Field(() => String, {
    nullable: true,
    description: 'A small picture of it, where one can be made without too much memory.',
  })
  thumbnailUrl!: string | null;

  @Field(() => Int, {
    nullable: true,
    description: `Of a picture that browsers show: how wide it is, in pixels, the right way up. So that a page can keep its place free. Null for
every other file, and for one that is not what it begins like.`,
  })
  width!: number | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Of a picture that browsers show: how high it is, in pixels, the right way up.',
  })
  height!: number | null;

  roomId!: string;

  static of(file: File): FileType {
    const { id, roomId, name, mediaType, size, width, height } = file;
    return { id, roomId, name, mediaType, size, url: urlOf(file), thumbnailUrl: thumbnailUrlOf(file), width, height };
  }
}
