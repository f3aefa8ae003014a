import { Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext } from 'react';
import type { HeldObject } from '@/shared/api/types';
import { type HeldKind, heldQuery } from './api';
import { Holders } from './Holders';
import { heldTexts as said } from './texts';

/** Who has what of the rows that are shown; those that are not known stand in none of both. */
type Known = { held: Map<number, HeldObject>; known: Set<number> };

const nothing: Known = { held: new Map(), known: new Set() };
const OfRows = createContext(nothing);

const nobody = { now: [], next: null, allocation: null };

/** Asks who has the objects of a list, page by page, for the cells within. */
export function HeldOfPages({ kind, pages, children }: { kind: HeldKind; pages: number[][]; children: ReactNode }) {
  const known = useQueries({
    queries: pages.map((ids) => heldQuery(kind, ids)),
    combine: (answers): Known => ({
      held: new Map(answers.flatMap(({ data = [] }) => data.map((each) => [each.id, each] as const))),
      known: new Set(answers.flatMap(({ data }, page) => (data === undefined ? [] : (pages[page] ?? [])))),
    }),
  });
  return <OfRows value={known}>{children}</OfRows>;
}

/** Who has the object of a row. */
export function HeldBy({ id }: { id: number }) {
  const { held, known } = useContext(OfRows);
  return known.has(id) ? (
    <Holders {...(held.get(id) ?? nobody)} />
  ) : (
    <Text size="sm" component="span">
      {said.unknown}
    </Text>
  );
}
