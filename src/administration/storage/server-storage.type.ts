import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

const WHOLE = 'A whole number, which may exceed 32 bits.';

@ObjectType('ServerStorage', { description: 'How much of the disk the server takes, in bytes.' })
export class ServerStorageType {
  @Field(() => Float, { description: `Files that people shared, thumbnails included. ${WHOLE}` })
  fileBytes!: number;

  @Field(() => Float, {
    description: `How many bytes of files all together may keep here (UPLOAD_QUOTA). ${WHOLE}`,
  })
  fileQuotaBytes!: number;

  @Field(() => Float, { description: `Pictures of people, in all their sizes. ${WHOLE}` })
  avatarBytes!: number;

  @Field(() => Float, { description: `The database, with what is not yet worked into its file. ${WHOLE}` })
  databaseBytes!: number;

  @Field(() => Float, { description: `What is free on the disk where files are kept. ${WHOLE}` })
  freeBytes!: number;

  @Field(() => Float, {
    description: `What is free on the disk where the database is kept: the same number where that is the same disk. ${WHOLE}`,
  })
  databaseFreeBytes!: number;
}

@ObjectType('StoredFiles', { description: 'Some of the files that are stored.' })
export class StoredFilesType {
  @Field(() => Int, { description: 'How many there are.' })
  count!: number;

  @Field(() => Float, { description: `What they take, thumbnails included. ${WHOLE}` })
  bytes!: number;
}
