import { fireEvent, screen } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import type { Network, Placement, Problem, Storage, Template } from '@/shared/api/types';
import { keepDraft, readDraft } from '@/shared/form/draft';
import { GIB } from '@/shared/format/bytes';
import { accepted, candidate, operation, problem, room } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';
import { type Draft, draftPlace, emptyDraft, newNic } from '@/features/provision/draft';

export const template = (change: Partial<Template>): Template => ({
  volid: '9000',
  content: 'vm',
  size: 2 * GIB,
  name: 'debian-13',
  storage: '',
  vmid: 9000,
  nodes: ['pve1'],
  ...change,
});
export const storage = (change: Partial<Storage> = {}): Storage => ({
  storage: 'local-lvm',
  type: 'lvmthin',
  content: 'images,rootdir',
  avail: 100 * GIB,
  total: 200 * GIB,
  enabled: true,
  active: true,
  shared: false,
  trouble: null,
  ...change,
});
export const bridge = (iface: string, vlan_aware = true): Network => ({ iface, type: 'bridge', active: true, comments: '', vlan_aware });

type Sent = { path: string; check: boolean; body: unknown };
/** What was ordered, or asked to be checked. */
export const sent: Sent[] = [];
/** For what a place was sought. */
export const asked: string[] = [];

export const little = room({ cores: { promised: 30, limit: 32 }, memory: { promised: 31 * GIB, limit: 32 * GIB } });

export const ubuntu = 'local:vztmpl/ubuntu-22.04.tar.zst';
export const clone: Draft = { ...emptyDraft(), node: 'pve1', template: '9000', name: 'web-1', vmid: '1044', nics: [newNic('vmbr0')] };
export const container: Draft = { ...clone, type: 'lxc', template: ubuntu, name: 'git-1', disk: '8', storage: 'local-lvm' };

/** Keeps a draft of Ada's as the browser does. */
export const keep = (draft: Draft) => keepDraft(draftPlace, 'ada', draft);

/** What the browser keeps of Ada's draft. */
export const draftKept = (): Draft => ({ ...emptyDraft(), ...readDraft<Draft>(draftPlace, 'ada').values });

/** Keeps a draft as the browser does; the answer is the wizard's address at a step. */
export function kept(step: number, draft: Draft): string {
  keep(draft);
  return `/provision?step=${step}`;
}

export const heading = (name: string) => screen.findByRole('heading', { name });
export const next = () => screen.getByRole('button', { name: 'Next' });
export const field = (name: string) => screen.getByRole('textbox', { name });
/** Types into a field at once: each keystroke draws the whole wizard. */
export const fill = (input: HTMLElement, value: string) => fireEvent.change(input, { target: { value } });
export const refusal = (change: Partial<Problem>) =>
  refuse(problem({ type: 'urn:direttore:problem:impossible', title: 'Impossible', status: 422, detail: 'no', ...change }));

/** Serves what the wizard asks for. */
export function serveWizard() {
  sent.length = 0;
  asked.length = 0;
  const order = ({ request, params, path }: { request: Request; params: Record<string, unknown>; path: string }) => {
    const check = new URL(request.url).searchParams.get('check') === 'true';
    return request.json().then((body: unknown) => {
      sent.push({ path: `${String(params.node)}/${path}`, check, body });
      return check ? HttpResponse.json({ ok: true }) : HttpResponse.json(accepted({ kind: 'create-vm' }), { status: 202 });
    });
  };
  server.use(
    http.get('*/api/proxmox/placement', ({ request }) => {
      asked.push(new URL(request.url).searchParams.toString());
      const nodes = [
        candidate('pve1', { fits: false, room: little }),
        candidate('pve2'),
        candidate('pve3', { possible: false, fits: false, obstacle: 'pve3 is not online' }),
      ];
      return HttpResponse.json({ nodes, choice: { node: 'pve2', reason: 'pve2 has the most room.' } } satisfies Placement);
    }),
    http.get('*/api/proxmox/templates', () =>
      HttpResponse.json([
        template({ nodes: ['pve1', 'pve3'] }),
        template({ vmid: 9001, volid: '9001', name: 'rocky-10' }),
        template({ volid: ubuntu, content: 'vztmpl', name: 'ubuntu-22.04', storage: 'local', vmid: null, nodes: ['pve1', 'pve3'] }),
      ]),
    ),
    http.get('*/api/proxmox/nodes/:node/networks', () => HttpResponse.json([bridge('vmbr0'), bridge('vmbr2', false)])),
    http.get('*/api/proxmox/nodes/:node/storage', () => HttpResponse.json([storage(), storage({ storage: 'iso-only', content: 'iso' })])),
    http.get('*/api/proxmox/vmids/next', () => HttpResponse.json({ vmid: 1044 })),
    http.get('*/api/proxmox/vmids/:vmid', ({ params }) => {
      const free = params.vmid !== '1042';
      return HttpResponse.json({ vmid: Number(params.vmid), free, reason: free ? null : 'vmid 1042 is taken by VM web-1 on pve1' });
    }),
    http.post('*/api/proxmox/nodes/:node/vms', ({ request, params }) => order({ request, params, path: 'vms' })),
    http.post('*/api/proxmox/nodes/:node/lxc', ({ request, params }) => order({ request, params, path: 'lxc' })),
    http.get('*/api/operations/:id', () => HttpResponse.json(operation({ kind: 'create-vm' }))),
  );
}
