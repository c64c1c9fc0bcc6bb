import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('LinkPreview', {
  description:
    'What a page that a message links to says of itself, as the server read it once. Everything in it was written by whoever made the page: plain text, never Markdown or HTML.',
})
export class LinkPreviewType {
  @Field({ description: 'The link, as the message has it.' })
  url!: string;

  @Field(() => String, { nullable: true, description: 'In one line, up to 200 characters; null for a mere picture.' })
  title!: string | null;

  @Field(() => String, { nullable: true, description: 'In one line, up to 400 characters.' })
  description!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'What the site calls itself, up to 80 characters. It may claim to be another one: show the host of `url` beside it.',
  })
  siteName!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A path on this server, to a picture that the server drew: WebP, up to 800 pixels wide and high. It shows the same for ever.',
  })
  imageUrl!: string | null;

  @Field(() => Int, { nullable: true, description: 'In pixels, 16 to 800; null where there is no picture.' })
  imageWidth!: number | null;

  @Field(() => Int, { nullable: true, description: 'In pixels, 16 to 800; null where there is no picture.' })
  imageHeight!: number | null;
}
