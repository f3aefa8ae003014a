import { Group } from '@mantine/core';
import { Suspense, useState } from 'react';
import { useRight } from '@/features/access/rights';
import type { Reservation } from '@/shared/api/types';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { part } from '@/shared/ui/part';
import { blackoutTexts as said } from './texts';

const RewordDialog = part(() => import('./RewordDialog').then((file) => file.RewordDialog));
const RemoveDialog = part(() => import('./RemoveDialog').then((file) => file.RemoveDialog));

/** What operators do with a blackout. */
export function BlackoutActions({ blackout, size = 'sm' }: { blackout: Reservation; size?: 'xs' | 'sm' }) {
  const why = useRight('blackout') ? null : said.mayNot;
  const [asked, ask] = useState<'change' | 'remove' | null>(null);
  const close = () => ask(null);
  return (
    <Group gap={6} wrap="wrap">
      <GuardedButton size={size} variant="default" why={why} aria-label={said.changeOf(blackout.title)} onClick={() => ask('change')}>
        {said.change}
      </GuardedButton>
      <GuardedButton size={size} variant="default" why={why} aria-label={said.removeOf(blackout.title)} onClick={() => ask('remove')}>
        {said.remove}
      </GuardedButton>
      <Suspense fallback={null}>
        {asked === 'change' && <RewordDialog blackout={blackout} close={close} />}
        {asked === 'remove' && <RemoveDialog blackout={blackout} close={close} />}
      </Suspense>
    </Group>
  );
}
