import { Args, ID, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { LooksThrough } from '../../graphql/index.js';
import { UserType } from '../../users/index.js';
import { PeopleSearch } from './people-search.js';

@Resolver(() => UserType)
export class PeopleSearchResolver {
  constructor(private readonly people: PeopleSearch) {}

  @Query(() => [UserType], {
    name: 'users',
    description: `People who share a room with the viewer and have every word of \`query\` anywhere in their username or display name: those in \`roomId\` first, then
those of whom a word begins with it, then by display name. Before them whoever has exactly this username, wherever they are. Case, accents and width do not matter. As many as \`first\` means that there may be more: ask for a longer word.`,
  })
  @LooksThrough()
  findPeople(
    @Viewer() viewer: Actor,
    @Args('query', {
      description:
        'Up to 100 characters; an @ before a username does not matter. Empty finds everyone who shares a room.',
    })
    query: string,
    @Args('roomId', {
      type: () => ID,
      nullable: true,
      description: 'A room of the viewer, whose members come first. Any other changes nothing.',
    })
    roomId: string | null | undefined,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null | undefined,
  ): Promise<UserType[]> {
    return this.people.find(viewer, query, roomId ?? null, first ?? 20);
  }
}
