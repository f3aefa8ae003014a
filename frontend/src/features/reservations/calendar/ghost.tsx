import { useState, useSyncExternalStore, type ReactNode } from 'react';
import styles from './Calendar.module.css';
import type { Judgement } from './judge';

/** What is said of the window that is being drawn or moved; it changes with the pointer, and only what shows it is drawn anew. */
export class Ghost {
  private judgement: Judgement | null = null;
  private readonly watchers = new Set<() => void>();

  readonly current = (): Judgement | null => this.judgement;

  readonly watch = (watcher: () => void): (() => void) => {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  };

  show(judgement: Judgement | null): void {
    if (judgement?.text !== this.judgement?.text || judgement?.taken !== this.judgement?.taken) {
      this.judgement = judgement;
      this.watchers.forEach((watcher) => watcher());
    }
  }
}

export const useGhost = (): Ghost => useState(() => new Ghost())[0];
export const useJudgement = (ghost: Ghost): Judgement | null => useSyncExternalStore(ghost.watch, ghost.current);

/** Says it above the calendar, in place of what stands there otherwise. */
export function GhostNote({ ghost, children }: { ghost: Ghost; children: ReactNode }) {
  const judgement = useJudgement(ghost);
  return (
    <div className={styles.note} data-taken={judgement?.taken || undefined} data-shown={judgement !== null || undefined} role="status">
      {judgement?.text ?? children}
    </div>
  );
}

/** Stands before the calendar, whose mirror of what is drawn is coloured by it. */
export function GhostMark({ ghost }: { ghost: Ghost }) {
  return <i hidden data-ghost-taken={useJudgement(ghost)?.taken || undefined} />;
}
