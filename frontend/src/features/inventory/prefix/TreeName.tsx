import { ActionIcon, Group, VisuallyHidden } from '@mantine/core';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { Named } from '@/features/inventory/list/cells';
import { inventoryTexts } from '@/features/inventory/texts';
import { useFolded } from './fold';
import type { PlacedPrefix } from './tree';

const said = inventoryTexts.prefixes;
const STEP = 18;
const MOST_STEPS = 6;
// As wide as the button is with what is between it and the name.
const BUTTON = 30;

/** A prefix at its place in the tree, and the button that shows those within it or hides them. */
export function TreeName({ prefix: { id, prefix, url, children: within, level = 0 }, children }: { prefix: PlacedPrefix; children: ReactNode }) {
  const [folded, toggle] = useFolded();
  const open = !folded.includes(id);
  const Icon = open ? IconChevronDown : IconChevronRight;
  return (
    <Group gap={2} wrap="nowrap" align="flex-start" pl={Math.min(level, MOST_STEPS) * STEP + (within > 0 ? 0 : BUTTON)}>
      {within > 0 && (
        <ActionIcon variant="subtle" color="gray" aria-expanded={open} aria-label={said.within(prefix)} onClick={() => toggle(id)}>
          <Icon size={16} aria-hidden />
        </ActionIcon>
      )}
      <div>
        <Named name={prefix} to={`/inventory/prefixes/${id}`} url={url} />
        <VisuallyHidden>{said.level(level + 1)}</VisuallyHidden>
        {children}
      </div>
    </Group>
  );
}
