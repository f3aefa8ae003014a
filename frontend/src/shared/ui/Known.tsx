import { Box, Skeleton, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAway } from '@/shared/api/availability';
import { problemOf } from '@/shared/api/problem';
import { DataAge } from './DataAge';
import { CannotLoad } from './Empty';
import styles from './Known.module.css';
import { uiTexts } from './texts';

type Query<T> = {
  data: T | undefined;
  error: unknown;
  errorUpdatedAt: number;
  dataUpdatedAt: number;
  refetch: () => Promise<unknown>;
};

type Age = { takenAt: number; trouble: string | null };

const hasAge = (data: unknown): data is Age => typeof data === 'object' && data !== null && 'takenAt' in data && 'trouble' in data;

/** From when what was read is, and why nothing newer could be had; `told` where the notice above the page says that already. */
export function useAge({ data, error, dataUpdatedAt }: Pick<Query<unknown>, 'data' | 'error' | 'dataUpdatedAt'>) {
  const away = useAway();
  const { takenAt, trouble } = hasAge(data) ? data : { takenAt: dataUpdatedAt, trouble: null };
  const passing = error !== null && problemOf(error).passing;
  return { takenAt, trouble, old: away?.party === 'direttore' || trouble !== null || error !== null, told: error === null || (away !== null && passing) };
}

type Read = Parameters<typeof useAge>[0];

/** What was read, greyed and with its age where nothing newer could be had. */
export function Aged({ of, aged = false, children }: { of: Read; aged?: boolean; children: ReactNode }) {
  const { takenAt, trouble, old } = useAge(of);
  return (
    <>
      {old && !aged && <DataAge takenAt={takenAt} trouble={trouble} />}
      <Box className={old ? (styles.old ?? '') : ''} data-old={old || undefined}>
        {children}
      </Box>
    </>
  );
}

type Props<T> = {
  query: Query<T>;
  /** What it is, as it stands in a sentence. */
  what: string;
  /** How high it will probably be, until it is there. */
  height?: number;
  /** Whether its age stands elsewhere already, as beside the heading of its page. */
  aged?: boolean;
  children: ReactNode | ((data: T) => ReactNode);
};

/**
 * What is known from an answer. Until there is one, a placeholder; without one, why; and where nothing newer could be had,
 * what was last known, greyed and with its age. The children are drawn only
 * where there is one.
 */
export function Known<T>({ query, what, height = 240, aged = false, children }: Props<T>) {
  const { takenAt, told } = useAge(query);
  const { data, error, errorUpdatedAt } = query;
  const failure = error !== null && (data === undefined || !told) && (
    <CannotLoad what={what} error={error} since={errorUpdatedAt} retry={() => void query.refetch()} shownFrom={data === undefined ? undefined : takenAt} />
  );
  if (data === undefined) {
    return failure || <Skeleton h={height} role="status" aria-label={uiTexts.loading(what)} />;
  }
  return (
    <Stack>
      {failure}
      <Aged of={query} aged={aged || failure !== false}>
        {typeof children === 'function' ? children(data) : children}
      </Aged>
    </Stack>
  );
}
