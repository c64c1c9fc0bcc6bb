import { Field, InputType, ObjectType } from '@nestjs/graphql';

@InputType({ description: "Proof that it is meant, and what goes with the viewer's account." })
export class DeleteAccountInput {
  @Field({ description: "The viewer's password; a wrong one is BAD_USER_INPUT. Case matters." })
  password!: string;

  @Field(() => Boolean, {
    nullable: true,
    defaultValue: false,
    description:
      'Whether everything that the viewer has written goes as well, in all rooms, with its files. Otherwise it stays, under a name that says that its author is gone.',
  })
  withMessages?: boolean | null;
}

@ObjectType({ description: 'The account is deleted.' })
export class DeleteAccountPayload {
  @Field({
    description: 'Always true: what goes wrong is an error of the answer. What was stored for it goes in a moment.',
  })
  ok!: boolean;
}
