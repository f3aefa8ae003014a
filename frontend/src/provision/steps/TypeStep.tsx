import { Badge, Skeleton, Stack } from '@mantine/core';
import { IconBox, IconDeviceDesktop, IconDisc, IconTemplate } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useNodes } from '@/api/queries';
import type { Node } from '@/api/types';
import { bytes } from '@/format/bytes';
import { percent } from '@/format/percent';
import { Choice } from '@/provision/Choice';
import type { StepProps } from '@/provision/useDraft';
import { texts } from '@/texts/en';
import { CannotLoad } from '@/ui/Empty';

const said = texts.provision.type;
const free = ({ mem, maxmem }: Node) => Math.max(0, maxmem - mem);

/** What shall be made, how it begins and where. */
export function TypeStep({ draft, set, errorOf }: StepProps) {
  const nodes = useNodes();
  const all = nodes.data?.data ?? [];
  const online = all.filter(({ status }) => status === 'online');
  const best = online.toSorted((a, b) => free(b) - free(a))[0]?.node;
  const gone = nodes.data !== undefined && !online.some(({ node }) => node === draft.node);
  useEffect(() => {
    if (gone && best) {
      set({ node: best, template: '', storage: '' });
    }
  }, [gone, best, set]);
  return (
    <Stack gap="lg">
      <Choice
        label={said.what}
        value={draft.type}
        choose={(type) => set({ type: type as 'vm' | 'lxc', template: '', storage: '' })}
        options={[
          { value: 'vm', title: said.vm, detail: said.vmDetail, icon: <IconDeviceDesktop size={20} aria-hidden /> },
          { value: 'lxc', title: said.lxc, detail: said.lxcDetail, icon: <IconBox size={20} aria-hidden /> },
        ]}
      />
      {draft.type === 'vm' && (
        <Choice
          label={said.how}
          value={draft.source}
          choose={(source) => set({ source: source as 'clone' | 'iso', template: '', storage: '' })}
          options={[
            { value: 'clone', title: said.clone, detail: said.cloneDetail, icon: <IconTemplate size={20} aria-hidden /> },
            { value: 'iso', title: said.iso, detail: said.isoDetail, icon: <IconDisc size={20} aria-hidden /> },
          ]}
        />
      )}
      {nodes.error && <CannotLoad what={said.nodes} error={nodes.error} since={nodes.errorUpdatedAt} retry={() => void nodes.refetch()} shownFrom={nodes.data?.takenAt} />}
      {nodes.isPending && <Skeleton h={90} aria-label={texts.ui.loading(said.nodes)} />}
      {nodes.data && (
        <Choice
          label={said.where}
          value={draft.node}
          error={errorOf('node')}
          cols={3}
          choose={(node) => set({ node, template: '', storage: '', nics: draft.nics.map((nic) => ({ ...nic, bridge: '' })) })}
          options={all.map((node) => ({
            value: node.node,
            title: node.node,
            disabled: node.status !== 'online',
            detail: node.status === 'online' ? said.free(bytes(free(node)), percent(node.cpu)) : said.offline,
            badge: node.node === best && online.length > 1 && (
              <Badge variant="default" tt="none">
                {said.best}
              </Badge>
            ),
          }))}
        />
      )}
    </Stack>
  );
}
