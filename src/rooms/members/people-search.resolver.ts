import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import { type Actor, Viewer } from '../../caller/index.js';
import { LooksThrough } from '../../graphql/index.js';
import { UserType } from '../../users/index.js';
import { PeopleSearch } from './people-search.js';

@Resolver(() => UserType)
export class PeopleSearchResolver {
  constructor(private readonly people: PeopleSearch) {}

  @Query(() => [UserType], {
    name: 'users',
    description: `People who share a room with the viewer and have every word of \`query\` anywhere in their username or display name, by display name; before them
whoever has exactly this username, wherever they are. Case, accents and width do not matter. As many as \`first\` means that there may be more: ask for a longer word.`,
  })
  @LooksThrough()
  findPeople(
    @Viewer() viewer: Actor,
    @Args('query', {
      description:
        'Up to 100 characters; an @ before a username does not matter. Empty finds everyone who shares a room.',
    })
    query: string,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20, description: '1 to 100.' })
    first: number | null | undefined,
  ): Promise<UserType[]> {
    return this.people.find(viewer, query, first ?? 20);
  }
}
