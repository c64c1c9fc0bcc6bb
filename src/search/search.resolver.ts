import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { type Actor, Bots, Viewer } from '../caller/index.js';
import { AFTER_IN_LIST, AtMost, Cursor, LooksThrough } from '../graphql/index.js';
import { excerptOf, MAX_MATCHES } from './excerpt.js';
import { SearchService } from './search.service.js';
import { ExcerptPart, SearchHit, SearchHitConnection } from './search.types.js';

@Resolver(() => SearchHit)
export class SearchResolver {
  constructor(private readonly searching: SearchService) {}

  @Query(() => SearchHitConnection, {
    description: `Messages of the rooms that the viewer is in, those of threads too, newest first; none that are deleted. Words must all occur; \`"several words"\` as they stand. Words of three
characters and more match anywhere in a word, shorter ones its start, and in scripts that set no spaces between words, such as Chinese, Japanese and Thai, and in Korean anywhere. Case, accents and width do not
matter. \`from:@name\` (also a display name, in quotes where it has spaces; of several any), \`in:#room\` or \`in:"a room"\` (of several any), \`has:file\`, \`has:image\`, \`has:link\`, \`is:pinned\`,
\`is:thread\`, \`before:2026-11-01\`, \`after:\` and \`on:\` (days of \`timeZone\`; those before and after do not include the day) narrow it, and a leading \`-\` leaves out what would be found. What is no filter is a word. What was acknowledged is found at once. Where very much has to be
looked through for few hits, a page may hold fewer than were asked for, or none, and \`hasNextPage\` says that there may be more.`,
  })
  @LooksThrough()
  @Bots('MESSAGES_READ')
  search(
    @Viewer() viewer: Actor,
    @Args('query', { description: '1 to 300 characters, else BAD_USER_INPUT.' }) query: string,
    @Args('roomId', {
      type: () => ID,
      nullable: true,
      description: 'Looks in this room alone. Nothing is found in one that the viewer is not in.',
    })
    roomId: string | null | undefined,
    @Args('timeZone', {
      type: () => String,
      nullable: true,
      defaultValue: 'UTC',
      description:
        'Whose days are meant: a name of the IANA time zone database, such as `Europe/Madrid`, else BAD_USER_INPUT.',
    })
    timeZone: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 25, description: '1 to 100.' })
    first: number | null | undefined,
    @Args('after', { type: () => Cursor, nullable: true, description: AFTER_IN_LIST }) after: string | null | undefined,
  ): Promise<SearchHitConnection> {
    return this.searching.search(viewer, { query, roomId, timeZone, first, after });
  }

  @ResolveField(() => [ExcerptPart], {
    description:
      'A piece of the body with what was found in it: text and matches in turn, never HTML. Without words to look for, how it begins.',
  })
  @AtMost(2 * MAX_MATCHES + 1)
  excerpt(@Parent() { message, words }: SearchHit): ExcerptPart[] {
    return excerptOf(message.body, words);
  }
}
