import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo, type ReactNode } from 'react';
import type { Me, Operation, Owner, Right } from '@/shared/api/types';
import { DraftOwner } from '@/shared/form/draft';
import { useHindrance } from '@/shared/ui/useHindrance';
import { ownersQuery, reachQuery } from './api';
import { rightsTexts } from './rightsTexts';

/** What may be made and changed: null where it may, otherwise the sentence that says why not. The server decides again. */
export type Reach = {
  make: string | null;
  change: (vmid: number) => string | null;
  /** Whether all guests may be changed, wherever they are. */
  all: boolean;
};

// What is not known yet is not forbidden: the server refuses it if need be.
const everything: Reach = { make: null, change: () => null, all: true };
const MeContext = createContext<Me | null>(null);
const ReachContext = createContext<Reach>(everything);

/** Tells all below who is signed in and what they may do. */
export function AccessProvider({ me, children }: { me: Me; children: ReactNode }) {
  const { data } = useQuery(reachQuery);
  const reach = useMemo((): Reach => {
    if (!data) {
      return everything;
    }
    const within = new Set(data.change.vmids);
    const outside = data.change.why ?? rightsTexts.outside;
    return {
      make: data.make.allowed ? null : (data.make.why ?? rightsTexts.noMaking),
      change: (vmid) => (data.change.all || within.has(vmid) ? null : outside),
      all: data.change.all,
    };
  }, [data]);
  return (
    <MeContext value={me}>
      <ReachContext value={reach}>
        <DraftOwner value={me.name}>{children}</DraftOwner>
      </ReachContext>
    </MeContext>
  );
}

/** Who is signed in. */
export function useMe(): Me {
  const me = use(MeContext);
  if (!me) {
    throw new Error('asked who is signed in outside the pages for those who are');
  }
  return me;
}

/** Why who is signed in may make nothing at all, whoever is away; null when they may. */
export const useWhyNotMake = (): string | null => use(ReachContext).make;

/** Whether who is signed in may change all guests, and so end what others ordered, whoever is away. */
export const useChangesAll = (): boolean => use(ReachContext).all;

/** What may be made and changed on the cluster now. */
export function useReach(): Omit<Reach, 'all'> {
  const { make, change } = use(ReachContext);
  const why = useHindrance('cluster');
  return useMemo(() => ({ make: make ?? why, change: (vmid) => change(vmid) ?? why }), [make, change, why]);
}

/** Whether who is signed in has a right at least somewhere. */
export function useRight(right: Right): boolean {
  return useMe().rights.includes(right);
}

/** Why an operation may not be ended or repeated; null when it may. */
export function useWhyNotWork({ kind, vmid, requested_by }: Pick<Operation, 'kind' | 'vmid' | 'requested_by'>): string | null {
  const me = useMe();
  const { change } = use(ReachContext);
  // A guest that is being made is within nobody's reach yet.
  const making = kind.startsWith('create-') || kind === 'clone-vm';
  return (making && requested_by === me.name) || vmid === undefined ? null : change(vmid);
}

const nobody: ReadonlyMap<number, Owner> = new Map();

/** Who has which guest, by VMID. */
export function useOwners(): ReadonlyMap<number, Owner> {
  const { data } = useQuery(ownersQuery);
  return useMemo(() => (data ? new Map(data.map((owner) => [owner.vmid, owner])) : nobody), [data]);
}
