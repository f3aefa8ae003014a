import { Anchor, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useCallback } from 'react';
import * as z from 'zod/mini';
import { useRight } from '@/features/access/rights';
import type { AuditEntry, AuditFilter } from '@/shared/api/types';
import { List } from '@/shared/list/List';
import { ListTools } from '@/shared/list/ListTools';
import { columnsUrl, useColumns } from '@/shared/list/useColumns';
import { usePages } from '@/shared/list/usePages';
import { Page } from '@/shared/ui/Page';
import { uiTexts } from '@/shared/ui/texts';
import { useTyped } from '@/shared/url/useTyped';
import { useUrlState } from '@/shared/url/useUrlState';
import { auditPages } from './api';
import { auditList } from './list';
import { fromField, toField } from './localTime';
import { auditTexts } from './texts';

const said = auditTexts;
const outcomes = ['accepted', 'done', 'refused', 'failed', 'cancelled'] as const satisfies AuditEntry['outcome'][];
const PAGE = 50;
const MOST_ON_A_PAGE = 200;
const words = {
  who: z.catch(z.string(), ''),
  action: z.catch(z.string(), ''),
  target: z.catch(z.string(), ''),
  outcome: z.catch(z.nullable(z.enum(outcomes)), null),
  since: z.catch(z.nullable(z.iso.datetime()), null),
  until: z.catch(z.nullable(z.iso.datetime()), null),
  operation: z.catch(z.nullable(z.uuid()), null),
};
const shape = { ...words, cols: columnsUrl(auditList.columns) };
const nothing = { who: '', action: '', target: '', outcome: null, since: null, until: null, operation: null };

/** A word of the filter that is typed. */
function Word({
  name,
  value,
  set,
  placeholder,
}: {
  name: 'who' | 'action' | 'target';
  value: string;
  set: (change: { [name: string]: string }) => void;
  placeholder?: string;
}) {
  const [typed, type] = useTyped(
    value,
    useCallback((text) => set({ [name]: text.trim() }), [set, name]),
  );
  return (
    <TextInput
      label={said.filter[name]}
      placeholder={placeholder}
      w={{ base: 'calc(50% - 6px)', xs: name === 'action' ? 180 : 125 }}
      spellCheck={false}
      autoComplete="off"
      value={typed}
      onChange={(event) => type(event.currentTarget.value)}
      {...(name === 'who' && { 'data-filter': true })}
    />
  );
}

type Url = { [name in keyof typeof words]: z.infer<(typeof words)[name]> };

function Filters({ url, set }: { url: Url; set: (change: Partial<Url>) => void }) {
  return (
    <Group mb="md" gap="sm" align="flex-end">
      <Word name="who" value={url.who} set={set} />
      <Word name="action" value={url.action} set={set} placeholder={said.filter.actionHint} />
      <Word name="target" value={url.target} set={set} placeholder={said.filter.targetHint} />
      <Select
        label={said.filter.outcome}
        data={outcomes.map((value) => ({ value, label: said.outcomes[value] }))}
        value={url.outcome}
        onChange={(outcome) => set({ outcome: outcome })}
        placeholder={said.filter.all}
        clearable
        clearButtonProps={{ 'aria-label': uiTexts.clearFilters }}
        w={{ base: 'calc(50% - 6px)', xs: 120 }}
      />
      {(['since', 'until'] as const).map((end) => (
        <TextInput
          key={end}
          type="datetime-local"
          label={said.filter[end]}
          w={{ base: '100%', xs: 200 }}
          value={toField(url[end])}
          onChange={(event) => set({ [end]: fromField(event.currentTarget.value) })}
        />
      ))}
    </Group>
  );
}

/** Who did what, the latest first. */
export function Component() {
  const [{ cols, ...url }, setUrl] = useUrlState(shape);
  const reads = useRight('read-audit');
  const filter = Object.fromEntries(Object.entries(url).filter(([, value]) => value)) as AuditFilter;
  const pages = usePages(['audit', filter], auditPages(filter, PAGE), said.older);
  const columns = useColumns(auditList, cols, (ids) => setUrl({ cols: ids }));
  const query = new URLSearchParams(filter as Record<string, string>);
  return (
    <Page
      title={said.title}
      actions={
        reads && (
          <Group gap="xs">
            <ListTools of={auditList} rows={pages.rows} read={auditPages(filter, MOST_ON_A_PAGE)} {...columns} />
            <Button
              component="a"
              variant="default"
              leftSection={<IconDownload size={16} />}
              href={`/api/audit.jsonl${query.size > 0 ? `?${query}` : ''}`}
              download="audit.jsonl"
            >
              {said.export}
            </Button>
          </Group>
        )
      }
    >
      {reads && <Filters url={url} set={setUrl} />}
      <Stack>
        {url.operation && (
          <Text size="sm">
            {said.ofOperation}{' '}
            <Anchor component="button" type="button" size="sm" onClick={() => setUrl({ operation: null })}>
              {said.allEntries}
            </Anchor>
          </Text>
        )}
        <List
          of={auditList}
          query={pages.query}
          rows={pages.rows}
          columns={columns.columns}
          clear={query.size > 0 ? () => setUrl(nothing) : null}
          more={pages.more}
        />
      </Stack>
    </Page>
  );
}
