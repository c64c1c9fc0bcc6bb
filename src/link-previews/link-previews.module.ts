import { Module } from '@nestjs/common';
import { MikroOrmModule } from '@mikro-orm/nestjs';
import { FilesModule } from '../files/index.js';
import { MessagesModule } from '../messages/index.js';
import { OutgoingModule } from '../outgoing/index.js';
import { RoomsModule } from '../rooms/index.js';
import { PageGuard, Web } from './asking/index.js';
import { LinkPreviewDue } from './link-preview-due.entity.js';
import { LinkPreview } from './link-preview.entity.js';
import { LinkPreviewsReactor } from './link-previews.reactor.js';
import { LinkPreviewsResolver } from './link-previews.resolver.js';
import { LinkPreviewsService } from './link-previews.service.js';
import { MessageLink } from './message-link.entity.js';
import { MessageLinkPreviewsResolver } from './message-link-previews.resolver.js';
import { MessageLinks } from './message-links.js';
import { PageReader } from './page-reader.js';
import { PreviewedMessages } from './previewed-messages.js';
import { PreviewQueue } from './preview-queue.js';
import { RemovedLinkPreviews } from './removed-link-previews.entity.js';
import { SettledPreviews } from './settled-previews.js';
import { ShownLinkPreviews } from './shown-link-previews.js';

@Module({
  imports: [
    RoomsModule,
    FilesModule,
    MessagesModule,
    OutgoingModule,
    MikroOrmModule.forFeature([LinkPreview, LinkPreviewDue, MessageLink, RemovedLinkPreviews]),
  ],
  providers: [
    LinkPreviewsReactor,
    LinkPreviewsResolver,
    LinkPreviewsService,
    MessageLinkPreviewsResolver,
    MessageLinks,
    PageGuard,
    PageReader,
    PreviewQueue,
    PreviewedMessages,
    SettledPreviews,
    ShownLinkPreviews,
    Web,
  ],
})
export class LinkPreviewsModule {}
