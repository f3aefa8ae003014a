import { Box } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './State.module.css';

export type Tone = 'good' | 'busy' | 'warn' | 'bad' | 'calm';

/** A state as icon and word; its colour only repeats what the word says. */
export function State({ tone, icon, children }: { tone: Tone; icon: ReactNode; children: ReactNode }) {
  return (
    <Box component="span" className={styles.state} data-tone={tone}>
      <span className={styles.icon} aria-hidden>
        {icon}
      </span>
      {children}
    </Box>
  );
}
