import { Button, CloseButton, Group, Text } from '@mantine/core';
import { useState } from 'react';
import type { Selection } from '@/features/guests/list/selection';
import { guestTexts } from '@/features/guests/texts';
import type { Guest } from '@/shared/api/types';
import { ActionBar } from './ActionBar';
import type { Action, Under } from './allowed';
import styles from './SelectionBar.module.css';

const said = guestTexts;

type Props = {
  all: Guest[];
  shown: Guest[];
  /** What lets through what is shown. */
  filter: string;
  selection: Selection;
  under: Under;
  act: (action: Action, guests: Guest[]) => void;
};

/** How many guests are shown, and what can be done with those that are selected; always as high, so that a tick moves no row. */
export function SelectionBar({ all, shown, filter, selection, under, act }: Props) {
  const [kept, setKept] = useState<string | null>(null);
  const visible = shown.filter(({ vmid }) => selection.chosen.has(vmid));
  const hidden = all.filter(({ vmid }) => selection.chosen.has(vmid)).length - visible.length;
  // Another filter hides others: those are to be kept anew.
  const keeps = hidden > 0 && kept === filter;
  const chosen = keeps ? all.filter(({ vmid }) => selection.chosen.has(vmid)) : visible;
  return (
    <Group className={styles.bar ?? ''} gap="sm" wrap="nowrap" mb="xs">
      <Text size="sm" c="dimmed" role="status" className={styles.fixed ?? ''}>
        {said.count(shown.length, all.length)}
      </Text>
      {chosen.length + hidden > 0 && (
        <>
          <Text size="sm" fw={600} className={styles.fixed ?? ''}>
            {said.selected(chosen.length)}
          </Text>
          {hidden > 0 && (
            <>
              {!keeps && (
                <Text size="sm" className={styles.fixed ?? ''}>
                  {said.hiddenToo(hidden)}
                </Text>
              )}
              <Button
                size="compact-sm"
                variant="subtle"
                className={styles.fixed ?? ''}
                onClick={() => (keeps ? selection.only(visible.map(({ vmid }) => vmid)) : setKept(filter))}
              >
                {keeps ? said.dropHidden : said.keepHidden}
              </Button>
            </>
          )}
          {chosen.length > 0 && <ActionBar guests={chosen} under={under} act={act} />}
          <CloseButton aria-label={said.clearSelection} onClick={() => selection.all(false)} />
        </>
      )}
    </Group>
  );
}
