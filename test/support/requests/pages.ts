export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

export interface PageArguments {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

export const PAGE_INFO = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

/** Walks a list forward to its end, with pages of the given sizes in turn. */
export async function walkForward<Node>(
  page: (args: PageArguments) => Promise<Page<Node>>,
  sizes: readonly number[],
): Promise<Node[]> {
  const seen: Node[] = [];
  let after: string | null = null;
  for (let turn = 0; ; turn += 1) {
    const { edges, pageInfo } = await page({ first: sizes[turn % sizes.length] ?? 1, after });
    if (pageInfo.hasPreviousPage !== turn > 0) throw new Error('The page is wrong about what is before it.');
    seen.push(...edges.map(({ node }) => node));
    if (!pageInfo.hasNextPage) return seen;
    after = pageInfo.endCursor;
  }
}

/** Walks a list backward to its beginning; gives back its entries in the list's order. */
export async function walkBackward<Node>(
  page: (args: PageArguments) => Promise<Page<Node>>,
  sizes: readonly number[],
): Promise<Node[]> {
  const seen: Node[] = [];
  let before: string | null = null;
  for (let turn = 0; ; turn += 1) {
    const { edges, pageInfo } = await page({ last: sizes[turn % sizes.length] ?? 1, before });
    if (pageInfo.hasNextPage !== turn > 0) throw new Error('The page is wrong about what is after it.');
    seen.unshift(...edges.map(({ node }) => node));
    if (!pageInfo.hasPreviousPage) return seen;
    before = pageInfo.startCursor;
  }
}
