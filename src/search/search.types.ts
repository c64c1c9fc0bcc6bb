import { Field, ObjectType } from '@nestjs/graphql';
import { Cursor, DateTime, PAGE_INFO, PageInfo } from '../graphql/index.js';
import { MessageType } from '../messages/index.js';

@ObjectType({ description: 'A piece of an excerpt.' })
export class ExcerptPart {
  @Field({ description: 'As it was written, in one line. Text and never markup: show it as it stands.' })
  text!: string;

  @Field({ description: 'Whether this is what was looked for.' })
  isMatch!: boolean;
}

@ObjectType({ description: 'A message that was found.' })
export class SearchHit {
  @Field(() => MessageType, { description: 'The message, as it is now.' })
  message!: MessageType;

  /** What is marked in it. */
  words!: readonly string[];
}

@ObjectType({ description: 'A message that was found, in a list.' })
export class SearchHitEdge {
  @Field(() => SearchHit, { description: 'The hit that stands at this place.' })
  node!: SearchHit;

  @Field(() => Cursor, { description: 'Its place in the list.' })
  cursor!: string;
}

@ObjectType({ description: 'A page of messages that were found, newest first.' })
export class SearchHitConnection {
  @Field(() => [SearchHitEdge], { description: 'The hits of this page, each with the cursor to page on from it.' })
  edges!: SearchHitEdge[];

  @Field(() => [SearchHit], { description: 'The same without cursors.' })
  nodes!: SearchHit[];

  @Field(() => PageInfo, { description: PAGE_INFO })
  pageInfo!: PageInfo;

  @Field(() => DateTime, {
    nullable: true,
    description:
      'While a server that has just been updated still indexes what was said before: messages from before this time are not found yet. Null once everything is found.',
  })
  indexedSince!: Date | null;
}
