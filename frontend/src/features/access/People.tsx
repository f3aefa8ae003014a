import { Button, Group, Stack, Text } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { FilterInput } from '@/shared/list/FilterInput';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { useWholeList, wholeUrl } from '@/shared/list/useWholeList';
import { Page } from '@/shared/ui/Page';
import { AddPerson } from './people/AddPerson';
import { usePeople } from './people/api';
import { peopleFilter, peopleList } from './people/list';
import { Teams } from './people/Teams';
import { EverybodysQuota } from './quota/EverybodysQuota';
import { useRight } from './rights';
import { accessTexts } from './texts';

const said = accessTexts.people;
const url = wholeUrl(peopleList.columns);

/** Everybody who may sign in, and the teams. */
export function Component() {
  const [adding, setAdding] = useState(false);
  const people = usePeople();
  const manages = useRight('manage-people');
  const all = people.data;
  const list = useWholeList(peopleList, url, all, peopleFilter);
  return (
    <Page
      title={said.title}
      actions={
        manages && (
          <Button leftSection={<IconUserPlus size={18} />} onClick={() => setAdding(true)}>
            {said.add}
          </Button>
        )
      }
    >
      <Stack>
        {all && (
          <Group gap="xs" wrap="nowrap">
            <FilterInput flex={1} size="md" label={said.filter} typed={list.typed} setTyped={list.setTyped} />
            <ListTools of={peopleList} rows={list.shown} columns={list.columns} choose={list.choose} />
          </Group>
        )}
        <List
          of={peopleList}
          query={people}
          rows={list.shown}
          columns={list.columns}
          order={list}
          clear={list.filtered ? list.clear : null}
          height={200}
          above={
            all &&
            list.shown && (
              <Text size="sm" c="dimmed" role="status">
                {said.count(list.shown.length, all.length)}
              </Text>
            )
          }
        />
        {all && (
          <>
            <EverybodysQuota />
            <Teams />
          </>
        )}
        {adding && <AddPerson close={() => setAdding(false)} />}
      </Stack>
    </Page>
  );
}
