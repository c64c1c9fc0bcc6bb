import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { Limited, ViewerDependent } from '../graphql/index.js';
import { RoomAccess, RoomType } from '../rooms/index.js';
import { FileType } from './file.type.js';
import { UploadFileInput, UploadFilePayload } from './files.inputs.js';
import { FilesService } from './files.service.js';

@Resolver(() => FileType)
export class FilesResolver {
  constructor(
    private readonly files: FilesService,
    private readonly access: RoomAccess,
  ) {}

  @ResolveField(() => RoomType, {
    nullable: true,
    description: 'The room that it was stored for; null for those who are not in it, as an uploader may be by now.',
  })
  @ViewerDependent()
  async room(
    @Parent() { roomId }: FileType,
    @Viewer() viewer: Actor | null,
    @Context() scope: object,
  ): Promise<RoomType | null> {
    const mayRead = await this.access.mayRead(scope, viewer, roomId);
    return mayRead ? RoomType.of(await this.access.room(scope, roomId)) : null;
  }

  @Mutation(() => UploadFilePayload, {
    description: `Stores a file for a room; others see it once a message of its uploader attaches it. One that no message attaches within a day is removed. \`/upload/resumable\` takes the same
file by parts over plain HTTP (tus 1.0.0), and goes on where a line broke: its file has the id of the upload, the last part of the upload's address.`,
  })
  @Limited({ per: 'account', points: 120, seconds: 60, what: 'Too many uploads in a short time' })
  @Bots('FILES_WRITE')
  async uploadFile(
    @Viewer() viewer: Actor,
    @Args('input', {
      description:
        'One file of a multipart request. Too many bytes are PAYLOAD_TOO_LARGE, a type that the server does not accept is UNSUPPORTED_MEDIA_TYPE.',
    })
    input: UploadFileInput,
  ): Promise<UploadFilePayload> {
    return { file: FileType.of(await this.files.store(viewer, input.roomId, input.file)) };
  }
}
