import { Anchor, Breadcrumbs, Button, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { problemOf } from '@/shared/api/problem';
import type { PrefixPage } from '@/shared/api/types';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { SectionCard } from '@/shared/ui/SectionCard';
import { prefixQuery } from './api';
import { Gone } from './Gone';
import { Named, Status } from './list/cells';
import { NetBoxButton } from './NetBoxButton';
import { Block } from './prefix/Block';
import { PrefixFacts } from './prefix/PrefixFacts';
import { Utilization } from './prefix/Utilization';
import { SourceBadge, SourceTrouble } from './Source';
import { inventoryTexts } from './texts';

const said = inventoryTexts.prefix;

function Around({ parents, prefix }: Pick<PrefixPage, 'parents' | 'prefix'>) {
  return parents.length === 0 ? null : (
    <Breadcrumbs component="nav" aria-label={said.path}>
      {parents.map((each) => (
        <Anchor key={each.id} component={Link} to={`/inventory/prefixes/${each.id}`} size="sm" py={4}>
          {each.prefix}
        </Anchor>
      ))}
      <Text size="sm" aria-current="page">
        {prefix.prefix}
      </Text>
    </Breadcrumbs>
  );
}

function Children({ of }: { of: PrefixPage['children'] }) {
  return of.length === 0 ? null : (
    <SectionCard title={said.children}>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {of.map(({ id, prefix, url, status, utilization, description }) => (
          <li key={id}>
            <Group justify="space-between" gap="xs">
              <Named name={prefix} to={`/inventory/prefixes/${id}`} url={url} />
              <Status status={status} />
            </Group>
            <Text size="sm" c="dimmed">
              {description}
            </Text>
            <Utilization of={utilization} />
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}

function Ranges({ of }: { of: PrefixPage['ranges'] }) {
  return of.length === 0 ? null : (
    <SectionCard title={said.ranges}>
      <Stack gap="sm" component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
        {of.map(({ id, start, end, url, status, role, description, given }) => (
          <li key={id}>
            <Group justify="space-between" gap="xs">
              <Named name={said.range(start, end)} url={url} />
              <Status status={status} />
            </Group>
            <Text size="sm" c="dimmed">
              {[given ? said.given : said.notGiven, role, description].filter(Boolean).join(' · ')}
            </Text>
          </li>
        ))}
      </Stack>
    </SectionCard>
  );
}

function Whole({ page }: { page: PrefixPage }) {
  const { prefix, parents, children, ranges } = page;
  return (
    <Stack>
      <Around parents={parents} prefix={prefix} />
      <SectionCard title={said.facts}>
        <PrefixFacts prefix={prefix} />
      </SectionCard>
      <SectionCard title={said.addresses}>
        <Stack>
          {prefix.family === 4 ? <Block page={page} /> : <Text size="sm">{said.noGrid}</Text>}
          <Group>
            <Button component={Link} to={`/inventory/addresses?prefix_id=${prefix.id}`} variant="default">
              {said.toAddresses}
            </Button>
          </Group>
        </Stack>
      </SectionCard>
      <Children of={children} />
      <Ranges of={ranges} />
    </Stack>
  );
}

/** A prefix of NetBox. */
export function Component() {
  const { id = '' } = useParams();
  const query = useQuery(prefixQuery(Number(id)));
  if (query.error && problemOf(query.error).status === 404) {
    return <Gone title={said.gone} detail={said.goneDetail} to="/inventory/prefixes" toList={said.toList} />;
  }
  const page = query.data?.data;
  return (
    <Page
      id={`/inventory/prefixes/${id}`}
      title={page?.prefix.prefix ?? said.title}
      beside={
        <>
          {page && <Status status={page.prefix.status} />}
          <SourceBadge />
        </>
      }
      actions={page && <NetBoxButton url={page.prefix.url} />}
    >
      <SourceTrouble />
      <Known query={query} what={said.what} aged>
        {({ data }) => <Whole page={data} />}
      </Known>
    </Page>
  );
}
