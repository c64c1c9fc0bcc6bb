import { Injectable } from '@nestjs/common';
import type { Actor } from '../caller/index.js';
import { InvalidInput } from '../errors/index.js';
import { isId } from '../runtime/index.js';
import { named, type NodeType } from './node.type.js';

const MAX_IDS = 100;

/** Finds something by its id, where the viewer may see it now; null for others, whether it exists or not. Batched within the scope. */
type FindNode = (scope: object, viewer: Actor, id: string) => Promise<NodeType | null>;

interface Finder {
  readonly typeName: string;
  /** The type whose ids these share, where they have none of their own. */
  readonly idsOf?: string;
  readonly find: FindNode;
}

/** What can be found by an id alone. An id does not say what it is an id of: each feature looks among its own. */
@Injectable()
export class Nodes {
  private readonly finders: Finder[] = [];

  /** Says how those of a type are found. Features do so, which this one does not know. */
  register(finder: Finder): void {
    this.finders.push(finder);
  }

  /** Each of them, in the order asked; read together. `wanted` are the types of which something of their own is asked. */
  find(
    scope: object,
    viewer: Actor,
    ids: readonly string[],
    wanted: ReadonlySet<string>,
  ): Promise<(NodeType | null)[]> {
    if (ids.length > MAX_IDS) throw new InvalidInput('ids', `Ask for at most ${String(MAX_IDS)} at once.`);
    return Promise.all(ids.map((id) => this.one(scope, viewer, id, wanted)));
  }

  private async one(scope: object, viewer: Actor, id: string, wanted: ReadonlySet<string>): Promise<NodeType | null> {
    if (!isId(id)) return null;
    const looks = this.finders.map(async (finder) => ({ ...finder, node: await finder.find(scope, viewer, id) }));
    const found = (await Promise.all(looks)).filter(({ node }) => node !== null);
    const best =
      found.find(({ typeName, idsOf }) => idsOf !== undefined && wanted.has(typeName) && !wanted.has(idsOf)) ??
      found.find(({ idsOf }) => idsOf === undefined);
    return best?.node ? named(best.typeName, best.node) : null;
  }
}
