import { ActionIcon, Button, Group, Popover, Stack, Text, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { IconBookmark, IconCheck, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { notify } from '@/shared/ui/notify';
import { listTexts } from './texts';
import { useViews, type View } from './views';

const said = listTexts.views;
const LONGEST = 60;

function Row({ view, current, choose, drop }: { view: View; current: boolean; choose: () => void; drop: () => void }) {
  return (
    <Group component="li" gap={4} wrap="nowrap">
      <UnstyledButton flex={1} mih={44} px="xs" onClick={choose} aria-current={current || undefined}>
        <Group gap="xs" wrap="nowrap">
          <Text size="sm" fw={current ? 650 : 500} style={{ overflowWrap: 'anywhere' }}>
            {view.name}
          </Text>
          {current && <IconCheck size={16} aria-hidden />}
        </Group>
      </UnstyledButton>
      <ActionIcon size={44} variant="subtle" color="gray" aria-label={said.drop(view.name)} onClick={drop}>
        <IconTrash size={18} />
      </ActionIcon>
    </Group>
  );
}

/** The views of a list by name: to keep the present one, to go to another, to drop one. */
export function SavedViews({ of }: { of: string }) {
  const [opened, setOpened] = useState(false);
  const [name, setName] = useState('');
  const { views, keep, drop } = useViews(of);
  const { pathname, search } = useLocation();
  const navigate = useNavigate();
  const wanted = name.trim();
  const replaces = views.some((view) => view.name === wanted);
  const dropped = (view: View) => {
    drop(view.name);
    notify({
      message: (
        <Group justify="space-between">
          <Text size="sm">{said.dropped(view.name)}</Text>
          <Button size="xs" variant="default" onClick={() => keep(view)}>
            {said.undo}
          </Button>
        </Group>
      ),
      autoClose: 10_000,
    });
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" width={300} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Tooltip label={said.title} disabled={opened}>
          <ActionIcon size={44} variant="default" aria-label={said.title} onClick={() => setOpened(!opened)}>
            <IconBookmark size={20} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown aria-label={said.title}>
        <Stack gap="xs">
          {views.length === 0 ? (
            <Text size="sm" c="dimmed">
              {said.none}
            </Text>
          ) : (
            <ul style={{ listStyle: 'none', margin: 0, padding: 0, maxHeight: 320, overflow: 'auto' }} aria-label={said.title}>
              {views.map((view) => (
                <Row
                  key={view.name}
                  view={view}
                  current={view.search === search}
                  choose={() => {
                    setOpened(false);
                    void navigate({ pathname, search: view.search });
                  }}
                  drop={() => dropped(view)}
                />
              ))}
            </ul>
          )}
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (wanted) {
                keep({ name: wanted, search });
                setName('');
                setOpened(false);
              }
            }}
          >
            <Group gap="xs" align="flex-end" wrap="nowrap">
              <TextInput
                flex={1}
                label={said.name}
                value={name}
                maxLength={LONGEST}
                onChange={(event) => setName(event.currentTarget.value)}
                autoComplete="off"
                data-autofocus
              />
              <Button type="submit" disabled={!wanted}>
                {replaces ? said.replace : said.keep}
              </Button>
            </Group>
          </form>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
