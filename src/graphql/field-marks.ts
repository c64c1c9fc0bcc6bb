import { Extensions } from '@nestjs/graphql';

/**
 * Marks a field whose value depends on who looks, or that is not for everybody: then it is asked anew who may see it, for an
 * event may be executed long after it happened, for somebody who has left since. A feed executes an event once for a room's members, without a viewer;
 * a selection that holds a marked field is executed for each viewer instead.
 */
export const ViewerDependent = (): MethodDecorator & PropertyDecorator => Extensions({ viewerDependent: true });

/** How many entries a list without pages has at most (within a page: for each entry of it): its cost, and a promise of whoever fills it. */
export const AtMost = (entries: number): MethodDecorator & PropertyDecorator => Extensions({ atMost: entries });

/** Marks a mutation that lets somebody in or out, and nothing else: it has a limit of its own, so that it stays open beside callers who are refused. */
export const SignsIn = (): MethodDecorator & PropertyDecorator => Extensions({ signsIn: true });

/** Marks a text of up to thousands of characters, which costs as much as many short ones. */
export const LongText = (): MethodDecorator & PropertyDecorator => Extensions({ long: true });

/** Marks a list that looks through all that there is to find a page of it: few words ask for much work, however small the page. */
export const LooksThrough = (): MethodDecorator & PropertyDecorator => Extensions({ looksThrough: true });

/** Marks a field that costs nothing, with all that is selected in it: those who have asked for too much must still be told how much is left. */
export const CostsNothing = (): MethodDecorator & PropertyDecorator => Extensions({ costsNothing: true });

/**
 * Marks a field that asks each time whether somebody may read, and then answers with something that is the same for all who may. As long as that is so
 * it gives the same object: what is asked of it is then found and written down once for many. Fields below it that are marked `@ViewerDependent()`
 * are not: a selection that holds one is answered to each by itself.
 */
export const SameForReaders = (): MethodDecorator & PropertyDecorator => Extensions({ sameForReaders: true });

/** The arguments of a subscription that say where it begins and what it wants: what is delivered looks the same whatever they are, and is made once for all subscribers that differ in them alone. */
export const OpenedBy = (...names: readonly string[]): MethodDecorator => Extensions({ openedBy: names });

export function argumentsThatOpen({
  extensions,
}: {
  readonly extensions: Readonly<Record<string, unknown>>;
}): readonly string[] {
  const { openedBy } = extensions;
  return Array.isArray(openedBy) ? openedBy.map(String) : [];
}
