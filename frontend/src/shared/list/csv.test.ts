import { expect, test } from 'vitest';
import { csv } from './csv';

type Row = { name: string; size: number; tags: string[]; owner: string | null };
const columns = { name: ({ name }: Row) => name, size: ({ size }: Row) => size, tags: ({ tags }: Row) => tags, owner: ({ owner }: Row) => owner };

test('rows are written with their header, quoted where they must be', () => {
  expect(csv(columns, [{ name: 'a "b"', size: -1.5, tags: ['x', 'y'], owner: null }])).toBe('name,size,tags,owner\r\n"a ""b""",-1.5,"x,y",\r\n');
});

test('nothing that a spreadsheet would run is written as it is', () => {
  expect(csv(columns, [{ name: '=1+1', size: 0, tags: ['@x'], owner: '-2' }])).toBe("name,size,tags,owner\r\n'=1+1,0,'@x,'-2\r\n");
});

test('a line end of any kind stays within its cell', () => {
  expect(csv(columns, [{ name: 'a\rb', size: 0, tags: ['＝1'], owner: null }])).toBe(`name,size,tags,owner\r\n"a\rb",0,'＝1,\r\n`);
});
