import { Anchor, Card, Code, Group, SegmentedControl, Stack, Table, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { guestTexts } from '@/features/guests/texts';
import { type Draft, type Nic, NO_IMAGE, type Slot } from '@/features/provision/draft';
import { curlOf, shownBody } from '@/features/provision/order';
import { QuotaLeft } from '@/features/provision/QuotaLeft';
import { families, type Family, isLater, setsAddresses } from '@/features/provision/families';
import { lines } from '@/features/provision/rules';
import { provisionTexts } from '@/features/provision/texts';
import { reservationTexts } from '@/features/reservations/texts';
import { windowText } from '@/features/reservations/time/say';
import { momentOf } from '@/features/reservations/time/wall';
import { bytes, GIB, MIB } from '@/shared/format/bytes';
import { formatTexts } from '@/shared/format/texts';
import { CopyButton } from '@/shared/ui/CopyButton';

const said = provisionTexts.review;
const rows = said.rows;
const net = provisionTexts.network;

function systemOf({ ostype, source }: Draft): string {
  const { systems } = provisionTexts.resources;
  return ostype ? systems[ostype as keyof typeof systems] : source === 'clone' ? said.asTemplate : systems.l26;
}

const windowOf = ({ start, end, zone }: Slot) => windowText(momentOf(start, zone) ?? 0, momentOf(end, zone) ?? 0, zone);

/** The rows of the summary, each with the step that it comes from. */
function summary(draft: Draft): [string, string, number][] {
  const { type, source } = draft;
  const reserved = draft.slot.when === 'reserved';
  const clone = type === 'vm' && source === 'clone';
  const kind = type === 'lxc' ? provisionTexts.type.lxc : provisionTexts.type.vm;
  return [
    [rows.type, kind, 0],
    type === 'vm' && source === 'iso'
      ? [rows.iso, draft.template === NO_IMAGE ? provisionTexts.template.noImage : draft.template, 1]
      : [rows.template, draft.template, 1],
    ...(type === 'vm' ? ([[rows.system, systemOf(draft), 2]] as [string, string, number][]) : []),
    [rows.name, draft.name, 2],
    [rows.vmid, (!reserved && draft.vmid) || said.chosen, 2],
    [rows.cores, draft.cores, 2],
    [rows.memory, bytes(Number(draft.memory) * MIB), 2],
    [rows.disk, draft.disk ? bytes(Number(draft.disk) * GIB) : said.asTemplate, 2],
    [rows.node, draft.node, 3],
    [rows.storage, draft.storage || said.asTemplate, 3],
    ...(clone
      ? ([
          [rows.copy, net.copies[draft.copy], 3],
          [rows.user, draft.user || said.notSet, 2],
        ] as [string, string, number][])
      : []),
    ...(clone && !draft.wait ? ([[rows.locked, said.refuseLocked, 1]] as [string, string, number][]) : []),
    ...(setsAddresses(draft)
      ? ([
          [rows.password, draft.password ? said.set : said.notSet, 2],
          [rows.keys, said.keys(lines(draft.sshKeys).length), 2],
          [rows.dns, draft.dns || said.notSet, 3],
        ] as [string, string, number][])
      : []),
    [rows.tags, draft.tags.join(', ') || formatTexts.none, 2],
    ...(draft.team ? [[rows.team, draft.team, 2] as [string, string, number]] : []),
    [rows.start, draft.start ? said.yes : said.no, 2],
    [rows.when, reserved ? windowOf(draft.slot) : provisionTexts.slot.now, 3],
    ...(reserved ? [[rows.atEnd, reservationTexts.form.ends[draft.slot.atEnd], 3] as [string, string, number]] : []),
  ];
}

function address(nic: Nic, of: Family, later: boolean): string {
  const mode = nic[of.mode];
  const { prefix, held } = nic[of.from];
  const through = (ip: string) => (nic[of.gw] ? `${ip} → ${nic[of.gw]}` : ip);
  if (mode === 'netbox') {
    return later ? said.anyOfPrefix(prefix?.prefix ?? '') : said.heldAddress(through(held?.address ?? ''));
  }
  return mode === 'static' ? through(nic[of.ip]) : net.modes[mode];
}

/** Everything once more, and the call that will be made. */
export function ReviewStep({ draft, go }: { draft: Draft; go: (step: number) => void }) {
  const [form, setForm] = useState<'json' | 'curl'>('json');
  const text = form === 'json' ? shownBody(draft) : curlOf(draft, location.origin);
  const withAddresses = setsAddresses(draft);
  return (
    <Stack>
      <Card>
        <Title order={3} size="h4" mb="xs">
          {said.all}
        </Title>
        <Table layout="fixed" verticalSpacing={6}>
          <Table.Tbody>
            {summary(draft).map(([label, value, step]) => (
              <Table.Tr key={label}>
                <Table.Th w={{ base: 110, sm: 160 }} fw={500} c="dimmed">
                  {label}
                </Table.Th>
                <Table.Td style={{ overflowWrap: 'anywhere' }}>
                  <Anchor
                    component="button"
                    type="button"
                    c="inherit"
                    ta="start"
                    underline="hover"
                    onClick={() => go(step)}
                    aria-label={`${label}: ${value}. ${said.change(provisionTexts.steps[step] ?? '')}`}
                  >
                    {value}
                  </Anchor>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Card>
      <QuotaLeft team={draft.team} />
      <Card>
        <Title order={3} size="h4" mb="xs">
          {said.nics}
        </Title>
        {draft.nics.length === 0 ? (
          <Text size="sm">{net.none}</Text>
        ) : (
          <Table.ScrollContainer minWidth={480}>
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{guestTexts.network.slot}</Table.Th>
                  <Table.Th>{net.bridge}</Table.Th>
                  <Table.Th>{net.vlan}</Table.Th>
                  {draft.type === 'vm' && <Table.Th>{net.model}</Table.Th>}
                  {withAddresses && <Table.Th>{net.ipMode}</Table.Th>}
                  {withAddresses && <Table.Th>{net.ip6Mode}</Table.Th>}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {draft.nics.map((nic, index) => (
                  <Table.Tr key={net.nic(index)}>
                    <Table.Td>{net.nic(index)}</Table.Td>
                    <Table.Td>{nic.bridge}</Table.Td>
                    <Table.Td>{nic.vlan || guestTexts.network.untagged}</Table.Td>
                    {draft.type === 'vm' && <Table.Td>{nic.model}</Table.Td>}
                    {withAddresses && families.map((of) => <Table.Td key={of.family}>{address(nic, of, isLater(draft))}</Table.Td>)}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        )}
      </Card>
      <Card>
        <Group justify="space-between" mb="xs">
          <Title order={3} size="h4">
            {said.request}
          </Title>
          <Group gap="xs">
            <SegmentedControl
              size="sm"
              aria-label={said.request}
              value={form}
              onChange={(value) => setForm(value)}
              data={[
                { value: 'json', label: said.json },
                { value: 'curl', label: said.curl },
              ]}
            />
            <CopyButton text={text} label={form === 'json' ? said.copyJson : said.copyCurl} />
          </Group>
        </Group>
        <Code block tabIndex={0} aria-label={said.request} style={{ maxHeight: 360, overflow: 'auto' }}>
          {text}
        </Code>
        {draft.password && (
          <Text size="sm" c="dimmed" mt="xs">
            {said.secret}
          </Text>
        )}
      </Card>
    </Stack>
  );
}
