import { Badge, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { placementQuery } from '@/features/provision/api';
import { Choice } from '@/features/provision/Choice';
import { wantedOf } from '@/features/provision/order';
import { provisionTexts } from '@/features/provision/texts';
import type { StepProps } from '@/features/provision/useWizard';
import type { Placement } from '@/shared/api/types';
import { bytes } from '@/shared/format/bytes';
import { number } from '@/shared/format/percent';
import { Known } from '@/shared/ui/Known';

const said = provisionTexts.node;

type Candidate = Placement['nodes'][number];

function detail({ obstacle, fits, room }: Candidate): string {
  if (obstacle !== null) {
    return obstacle;
  }
  if (room.silent !== null) {
    return said.silent(room.silent);
  }
  const left = (share: { promised: number; limit: number }) => Math.max(0, share.limit - share.promised);
  return (fits ? said.left : said.tight)(bytes(left(room.memory)), number(Math.floor(left(room.cores))));
}

/** Where it goes: every node that can take it, and why the others cannot. */
export function NodeChoice({ form: { values: draft, set, at } }: StepProps) {
  const placement = useQuery(placementQuery(wantedOf(draft)));
  const { nodes, choice } = placement.data ?? { nodes: [], choice: null };
  const chosen = nodes.find(({ node }) => node === draft.node)?.possible === true;
  const best = choice?.node ?? '';
  const away = placement.data !== undefined && !chosen && draft.node !== best;
  const storageOn = (name: string) => nodes.find(({ node }) => node === name)?.storage ?? '';
  const why = nodes.find(({ node }) => node === draft.node)?.obstacle ?? said.noSuch;
  const storage = storageOn(best);
  useEffect(() => {
    if (away) {
      // Nobody sees a choice change by itself.
      const node = draft.node === '' ? '' : best === '' ? said.dropped(draft.node, why) : said.moved(draft.node, best, why);
      set({ node: best, storage, told: { ...draft.told, node } });
    }
  }, [away, best, storage, draft.node, draft.told, why, set]);
  return (
    <Known query={placement} what={said.what} height={90}>
      <Stack gap="xs">
        <Choice
          label={said.label}
          cols={3}
          field={{ ...at('node'), set: (node) => set({ node, storage: storageOn(node), told: { node: '', nics: '' } }) }}
          options={nodes
            .toSorted((a, b) => Number(b.possible) - Number(a.possible))
            .map((each) => ({
              value: each.node,
              title: each.node,
              disabled: !each.possible,
              detail: detail(each),
              badge: each.node === best && nodes.length > 1 && (
                <Badge variant="default" tt="none">
                  {said.best}
                </Badge>
              ),
            }))}
        />
        {draft.told.node !== '' && (
          <Text size="sm" c="var(--warn-text)" role="status">
            {draft.told.node}
          </Text>
        )}
        <Text size="sm" c={choice ? 'dimmed' : 'var(--bad-text)'} role="status">
          {choice ? choice.reason : said.none}
        </Text>
      </Stack>
    </Known>
  );
}
