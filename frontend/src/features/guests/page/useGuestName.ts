import { useParams } from 'react-router';
import type { GuestName } from '@/shared/api/types';

/** The guest that the address names; null when it cannot be one. */
export function useGuestName(): GuestName | null {
  const { node = '', kind = '', vmid = '' } = useParams();
  return (kind === 'vms' || kind === 'lxc') && /^[1-9]\d{2,8}$/.test(vmid) ? { node, kind, vmid: Number(vmid) } : null;
}
