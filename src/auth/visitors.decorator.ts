import { SetMetadata } from '@nestjs/common';

export const FOR_VISITORS = Symbol('for visitors');

/** An exception from the rule that everything needs an account. Few carry it, and a test lists them. */
export const Visitors = (): MethodDecorator & ClassDecorator => SetMetadata(FOR_VISITORS, true);
