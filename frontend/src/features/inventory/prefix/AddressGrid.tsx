import { Group, Text } from '@mantine/core';
import { type KeyboardEvent, useRef, useState } from 'react';
import { assignedWords } from '@/features/inventory/list/cells';
import { inventoryTexts } from '@/features/inventory/texts';
import { number } from '@/shared/format/percent';
import { useMedia } from '@/shared/ui/useMedia';
import { type Cell, counted } from './cells';
import styles from './Grid.module.css';

const said = inventoryTexts.prefix;
const PHONE = '(max-width: 48em)';
const ON_DESK = 16;
const ON_PHONE = 8;

/** Who has an address, in words. */
export const whoHas = ({ records, claims, allocation }: Cell): string =>
  records.map((record) => assignedWords(record) || record.dns_name || record.description).find(Boolean) ??
  (allocation?.description || claims.find(({ now }) => now)?.by.title || '');

/** Where a key leads from a cell; null where it leads nowhere. */
function goal(key: string, at: number, columns: number, count: number, ctrl: boolean): number | null {
  const row = at - (at % columns);
  const to = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: ctrl ? 0 : row,
    End: ctrl ? count - 1 : Math.min(row + columns, count) - 1,
  }[key];
  return to === undefined || to < 0 || to >= count ? null : to;
}

function Legend({ cells }: { cells: Cell[] }) {
  return (
    <Group gap="sm" component="ul" p={0} m={0} mb="sm" style={{ listStyle: 'none' }}>
      {counted(cells).map(([state, count]) => (
        <Group key={state} component="li" gap={6}>
          <span className={[styles.cell, styles.swatch].join(' ')} data-state={state} aria-hidden />
          <Text size="sm">{said.legend(said.states[state], number(count))}</Text>
        </Group>
      ))}
    </Group>
  );
}

type Props = {
  /** What it is called. */
  label: string;
  cells: Cell[];
  /** The address that is chosen. */
  chosen: string;
  choose: (address: string) => void;
};

/** The addresses of a block, each a cell; the arrow keys lead from one to the next. */
export function AddressGrid({ label, cells, chosen, choose }: Props) {
  const columns = useMedia(PHONE) ? ON_PHONE : ON_DESK;
  const grid = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState(chosen);
  const entry = Math.max(
    0,
    cells.findIndex(({ address }) => address === last),
  );
  const go = (event: KeyboardEvent<HTMLElement>, at: number) => {
    const to = event.altKey || event.metaKey ? null : goal(event.key, at, columns, cells.length, event.ctrlKey);
    if (to !== null) {
      event.preventDefault();
      grid.current?.querySelectorAll<HTMLElement>('[role=gridcell]')[to]?.focus();
    }
  };
  const rows = Array.from({ length: Math.ceil(cells.length / columns) }, (_, row) => row * columns);
  return (
    <>
      <Legend cells={cells} />
      <div ref={grid} role="grid" aria-label={label} aria-description={said.hint} className={styles.grid} style={{ '--columns': columns } as object}>
        {rows.map((start) => (
          <div key={start} role="row" className={styles.row}>
            {cells.slice(start, start + columns).map((cell, column) => {
              const { address, state } = cell;
              const at = start + column;
              return (
                <button
                  key={address}
                  type="button"
                  role="gridcell"
                  className={styles.cell}
                  data-state={state}
                  aria-selected={address === chosen}
                  aria-label={said.cell(address, said.states[state], whoHas(cell))}
                  title={said.cell(address, said.states[state], whoHas(cell))}
                  tabIndex={at === entry ? 0 : -1}
                  onFocus={() => setLast(address)}
                  onKeyDown={(event) => go(event, at)}
                  onClick={() => choose(address)}
                >
                  {address.split('.').at(-1)}
                </button>
              );
            })}
          </div>
        ))}
      </div>
    </>
  );
}
