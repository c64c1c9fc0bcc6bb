import { describe, expect, it } from 'vitest';
import { partialFilter, roomFilter, suggestedFilters, suggestedPeople, suggestedRooms } from './search-filters';

describe('a word that may become a filter', () => {
  it.each([
    ['', null],
    ['tea ', null],
    ['fr', { start: 0, minus: '', kind: 'any', typed: 'fr' }],
    ['tea -ha', { start: 4, minus: '-', kind: 'any', typed: 'ha' }],
    ['from:', { start: 0, minus: '', kind: 'from', typed: '' }],
    ['tea from:@ad', { start: 4, minus: '', kind: 'from', typed: 'ad' }],
    ['-in:#kit', { start: 0, minus: '-', kind: 'in', typed: 'kit' }],
    ['in:"the', { start: 0, minus: '', kind: 'in', typed: 'the' }],
  ])('in “%s”', (text, partial) => {
    expect(partialFilter(text, text.length)).toEqual(partial);
  });

  it('is offered what begins so, and nothing once it is whole', () => {
    const offered = (text: string) =>
      suggestedFilters(partialFilter(text, text.length) ?? fail()).map((one) => one.text);
    expect(offered('ha')).toEqual(['has:file ', 'has:image ', 'has:link ']);
    expect(offered('-is:p')).toEqual(['-is:pinned ']);
    expect(offered('f')).toEqual(['from:']);
    expect(offered('has:file')).toEqual([]);
    expect(offered('tea')).toEqual([]);
  });

  it('is offered rooms and people by their names', () => {
    const partial = partialFilter('-in:#CAF', 8) ?? fail();
    const rooms = [
      { id: '1', name: 'Café' },
      { id: '2', name: 'The café club' },
      { id: '3', name: 'Hall' },
    ];
    expect(suggestedRooms(partial, rooms).map(({ text }) => text)).toEqual(['-in:#Café ', '-in:"The café club" ']);
    const people = [{ id: '1', username: 'ada', displayName: 'Ada Lovelace' }];
    expect(suggestedPeople(partialFilter('from:lo', 7) ?? fail(), people)).toMatchObject([
      { text: 'from:@ada ', label: 'Ada Lovelace' },
    ]);
    expect(roomFilter('Hall')).toBe('in:#Hall');
  });
});

function fail(): never {
  throw new Error('There is no word.');
}
