import { Loader, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconChevronUp, IconListCheck } from '@tabler/icons-react';
import { Suspense } from 'react';
import { useOperations, useUnderWay } from '@/features/operations/api';
import { operationTexts } from '@/features/operations/texts';
import { useResults } from '@/features/operations/work/useResults';
import { isActive, titleOf } from '@/features/operations/work/words';
import { part } from '@/shared/ui/part';
import styles from './TaskDrawer.module.css';

const said = operationTexts.drawer;
const LATELY = { active: false, limit: 10 };
const TaskPanel = part(() => import('./TaskPanel').then((file) => file.TaskPanel));

/** Everyone's operations, on every page: those under way and what ended lately. */
export function TaskDrawer({ open, toggle }: { open: boolean; toggle: () => void }) {
  const under = useUnderWay();
  const running = (under.data ?? []).filter(isActive);
  const unread = !under.data || under.error !== null;
  const ended = useOperations(LATELY).data?.operations ?? [];
  useResults();
  const Chevron = open ? IconChevronDown : IconChevronUp;
  return (
    <section aria-label={said.title}>
      <UnstyledButton className={styles.bar ?? ''} onClick={toggle} aria-expanded={open}>
        {running.length > 0 ? <Loader size={16} color="var(--busy)" aria-hidden /> : <IconListCheck size={18} aria-hidden />}
        <span>{unread ? (under.isPending ? said.loading : said.unread) : running.length > 0 ? said.running(running.length) : said.none}</span>
        <span className={styles.latest}>{running[0] ? titleOf(running[0]) : ''}</span>
        <Chevron size={18} aria-hidden style={{ marginInlineStart: 'auto' }} />
      </UnstyledButton>
      {open && (
        <Suspense fallback={<div className={styles.panel} />}>
          <TaskPanel running={running} ended={ended} />
        </Suspense>
      )}
    </section>
  );
}
