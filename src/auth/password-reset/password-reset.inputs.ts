import { Field, InputType } from '@nestjs/graphql';

@InputType({ description: 'The link that somebody was given, and the password that they choose.' })
export class ResetPasswordInput {
  @Field({ description: 'The last part of the link. NOT_FOUND where it was used, replaced, or is past its time.' })
  token!: string;

  @Field({
    description: '8 to 256 characters, compared in NFC; not the username, and none of those that are guessed first.',
  })
  newPassword!: string;
}
