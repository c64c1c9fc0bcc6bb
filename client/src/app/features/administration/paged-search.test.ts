import { describe, expect, it } from 'vitest';
import { done, type Outcome, problem, refused } from '../../core/graphql/problem';
import { PagedSearch, type SearchedPage } from './paged-search';

const page = (nodes: readonly string[], endCursor: string | null = null): SearchedPage<string> => ({
  nodes,
  totalCount: 9,
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
});

describe('a list that is searched', () => {
  it('goes on behind what was read', async () => {
    const asked: unknown[] = [];
    const list = new PagedSearch<string, string>((wanted, after) => {
      asked.push([wanted, after]);
      return Promise.resolve(done(after === null ? page(['Ada'], 'a') : page(['Ben'])));
    });
    expect(list.isLoaded()).toBe(false);
    await list.search('everybody');
    expect([list.nodes(), list.hasMore(), list.total()]).toEqual([['Ada'], true, 9]);
    await list.more();
    expect([list.nodes(), list.hasMore()]).toEqual([['Ada', 'Ben'], false]);
    await list.more();
    expect(asked).toEqual([
      ['everybody', null],
      ['everybody', 'a'],
    ]);
  });

  it('shows what was asked for last, in whichever order the answers come', async () => {
    const answers = new Map<string, (outcome: Outcome<SearchedPage<string>>) => void>();
    const list = new PagedSearch<string, string>((wanted) => new Promise((resolve) => answers.set(wanted, resolve)));
    const both = [list.search('a'), list.search('ad')];
    answers.get('ad')?.(done(page(['Ada'])));
    answers.get('a')?.(done(page(['Ada', 'Anna'])));
    await Promise.all(both);
    expect([list.nodes(), list.busy()]).toEqual([['Ada'], false]);
  });

  it('keeps what it had where the next answer is a refusal, and says why', async () => {
    let isDown = false;
    const list = new PagedSearch<string, string>(() =>
      Promise.resolve(isDown ? refused(problem('OFFLINE', 'No line.')) : done(page(['Ada']))),
    );
    await list.search('');
    isDown = true;
    await list.again();
    expect([list.nodes(), list.problem()?.message]).toEqual([['Ada'], 'No line.']);
    isDown = false;
    await list.again();
    expect(list.problem()).toBeNull();
  });
});
