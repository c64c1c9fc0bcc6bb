import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { EmailAddressType } from './email-address.type.js';

@InputType({ description: 'Where the viewer wants to get e-mail, and proof that it is they who say so.' })
export class SetEmailAddressInput {
  @Field({
    description: 'Up to 254 characters, the part before the @ in ASCII (RFC 5321); BAD_USER_INPUT otherwise.',
  })
  address!: string;

  @Field({ description: "The viewer's password; a wrong one is BAD_USER_INPUT. Case matters." })
  currentPassword!: string;
}

@InputType({ description: 'Proof that it is the viewer who wants to have no address.' })
export class RemoveEmailAddressInput {
  @Field({ description: "The viewer's password; a wrong one is BAD_USER_INPUT. Case matters." })
  currentPassword!: string;
}

@ObjectType({ description: 'The answer to `setEmailAddress`.' })
export class SetEmailAddressPayload {
  @Field(() => EmailAddressType, { description: 'As it is now: the new one waits to be confirmed.' })
  emailAddress!: EmailAddressType;
}

@ObjectType({ description: 'The answer to `resendEmailConfirmation`.' })
export class ResendEmailConfirmationPayload {
  @Field(() => EmailAddressType, { description: 'As it is now.' })
  emailAddress!: EmailAddressType;
}

@ObjectType({ description: 'The answer to `removeEmailAddress`.' })
export class RemoveEmailAddressPayload {
  @Field({ description: 'Always true, also where there was none: what goes wrong is an error of the answer.' })
  ok!: boolean;
}

@InputType({ description: 'The link that was sent to an address.' })
export class ConfirmEmailAddressInput {
  @Field({ description: 'The last part of the link. NOT_FOUND where it was used, replaced, or is past its time.' })
  token!: string;
}

@ObjectType({ description: 'The address is confirmed.' })
export class ConfirmEmailAddressPayload {
  @Field({ description: 'Which one, for whoever has followed its link.' })
  address!: string;
}

@InputType({ description: 'Who has forgotten their password.' })
export class RequestPasswordResetInput {
  @Field({ description: 'Their username or their confirmed e-mail address; case does not matter.' })
  usernameOrEmail!: string;
}

@ObjectType({ description: 'The answer to `requestPasswordReset`, the same for everybody.' })
export class RequestPasswordResetPayload {
  @Field({ description: 'Always true: whether there is such an account is said to nobody.' })
  ok!: boolean;
}
