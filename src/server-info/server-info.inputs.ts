import { Field, InputType } from '@nestjs/graphql';

@InputType({ description: 'A color for light ground and one for dark ground: no color can be read on both.' })
export class ServerAccentInput {
  @Field({
    description:
      'As #rrggbb. BAD_USER_INPUT where it cannot be read in the light theme: its contrast there has to be at least 4.5 (WCAG 2.2).',
  })
  light!: string;

  @Field({ description: 'The same for the dark theme.' })
  dark!: string;
}

@InputType({ description: 'What to change of the server. What is left out stays as it is.' })
export class UpdateServerInput {
  @Field(() => String, {
    nullable: true,
    description: 'What it is called: 1 to 64 characters; null for the name in the settings (SERVER_NAME).',
  })
  name?: string | null;

  @Field(() => ServerAccentInput, {
    nullable: true,
    description: 'The color that stands out; null for that of Tertulia.',
  })
  accent?: ServerAccentInput | null;
}
