import { useQuery } from '@tanstack/react-query';
import { templatesQuery } from '@/features/provision/api';
import { type Draft, NO_IMAGE } from '@/features/provision/draft';
import { provisionTexts } from '@/features/provision/texts';
import type { Template } from '@/shared/api/types';
import { bytes } from '@/shared/format/bytes';

const said = provisionTexts.template;

type Source = 'clone' | 'iso' | 'lxc';

const contents: Record<Source, Template['content']> = { clone: 'vm', iso: 'iso', lxc: 'vztmpl' };

/** What it is made from: a template, an image, or a container's template. */
export const sourceOf = ({ type, source }: Pick<Draft, 'type' | 'source'>): Source => (type === 'lxc' ? 'lxc' : source);

/** What a guest can be made from, each as it is chosen and called; those that a search finds. */
export function useTemplates(draft: Pick<Draft, 'type' | 'source'>, search = '') {
  const query = useQuery(templatesQuery);
  const kind = sourceOf(draft);
  const fitting = (query.data?.data ?? []).filter(({ content }) => content === contents[kind]);
  const wanted = search.trim().toLowerCase();
  const found = fitting.filter(({ name, volid }) => name.toLowerCase().includes(wanted) || volid.toLowerCase().includes(wanted));
  const options = [
    ...(kind === 'iso' ? [{ value: NO_IMAGE, title: said.noImage, detail: said.noImageDetail }] : []),
    ...found.map((template) => ({
      value: template.vmid === null ? template.volid : String(template.vmid),
      title: template.name,
      detail: said.on(template.vmid === null ? template.storage : said.vmid(template.vmid), bytes(template.size), template.nodes),
    })),
  ];
  return { query, kind, fitting, found, options };
}
