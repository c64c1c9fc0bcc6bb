import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { FileType } from './file.type.js';
import { type Part, Upload } from './upload.scalar.js';

@InputType({ description: 'A file, and the room that it is for.' })
export class UploadFileInput {
  @Field(() => ID, { description: 'A room that the viewer is a member of.' })
  roomId!: string;

  @Field(() => Upload, { description: 'The part of the multipart request that holds the file.' })
  file!: Part;
}

@ObjectType({ description: 'What was stored.' })
export class UploadFilePayload {
  @Field(() => FileType, { description: 'To be named in `attachmentIds` of a message.' })
  file!: FileType;
}
