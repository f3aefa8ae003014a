import { Button } from '@mantine/core';
import { IconBox, IconDeviceDesktop } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { Link, Navigate, Outlet, useLocation } from 'react-router';
import * as z from 'zod/mini';
import { ReservedGuest } from '@/features/reservations/cards/Reserved';
import { problemOf } from '@/shared/api/problem';
import { type Guest, type GuestDetail, type GuestName, guestPath, kindOf } from '@/shared/api/types';
import { NothingYet } from '@/shared/ui/Empty';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { PageTabs } from '@/shared/ui/PageTabs';
import { useUrlState } from '@/shared/url/useUrlState';
import type { Action } from './actions/allowed';
import { BulkSummary } from './actions/BulkSummary';
import { useActions } from './actions/useActions';
import { useGuest, useGuests } from './api';
import { GuestState } from './GuestState';
import line from './page/PageActions.module.css';
import { LastKnown } from './page/LastKnown';
import { PageActions } from './page/PageActions';
import { UnderWay } from './page/UnderWay';
import { useGuestName } from './page/useGuestName';
import { guestTexts } from './texts';
import { useActive } from './useActive';

const said = guestTexts;
const tabs = ['summary', 'hardware', 'network', 'snapshots', 'tasks'] as const;

/** What the pages of one guest get. */
export type GuestContext = { name: GuestName; detail: GuestDetail; listed: Guest | undefined };

function Gone({ vmid, elsewhere }: { vmid: string; elsewhere: Guest | undefined }) {
  return (
    <Page title={said.gone(vmid)}>
      <NothingYet title={said.goneDetail}>
        {elsewhere && (
          <Button component={Link} to={guestPath(elsewhere)}>
            {said.movedTo(elsewhere.node)}
          </Button>
        )}
        <Button component={Link} to="/resources" variant="default">
          {said.toList}
        </Button>
      </NothingYet>
    </Page>
  );
}

/** The detail in the words of the list, which the actions understand. */
function asListed(detail: GuestDetail, listed: Guest | undefined): Guest {
  const { vmid, name, status, node, type, template, lock } = detail;
  const rest = listed ?? { cpus: 0, cpu: 0, mem: 0, maxmem: 0, maxdisk: 0, uptime: 0, tags: [], trouble: null };
  const lockSince = detail.lock_since ?? listed?.lock_since;
  const lockWait = detail.lock_wait_seconds ?? listed?.lock_wait_seconds;
  const held = { ...(lockSince !== undefined && { lock_since: lockSince }), ...(lockWait !== undefined && { lock_wait_seconds: lockWait }) };
  return { ...rest, ...held, vmid, name, status: listed?.status === 'unknown' ? 'unknown' : status, node, type, template, lock };
}

const shape = { ask: z.catch(z.nullable(z.enum(['delete'])), null) };

/** A link elsewhere can lead to the question before an action, so that it is asked in one place alone. */
function AskedInAddress({ guest, act }: { guest: Guest; act: (action: Action, guests: Guest[]) => void }) {
  const [{ ask }, setUrl] = useUrlState(shape);
  const asked = useRef(false);
  useEffect(() => {
    // Once: the address changes later than the dialog opens.
    if (ask !== null && !asked.current) {
      setUrl({ ask: null });
      act(ask, [guest]);
    }
    asked.current = ask !== null;
  }, [ask, act, guest, setUrl]);
  return null;
}

function Named({ name }: { name: GuestName }) {
  const query = useGuest(name);
  const listed = useGuests().data?.data.find(({ vmid }) => vmid === name.vmid);
  const here = listed?.node === name.node && kindOf(listed.type) === name.kind;
  const operation = useActive().get(name.vmid);
  const { act, dialog } = useActions();
  const { pathname } = useLocation();
  const detail = query.data;
  const base = `/guests/${encodeURIComponent(name.node)}/${name.kind}/${name.vmid}`;
  const problem = query.error && problemOf(query.error);
  if (problem?.type === 'moved' && problem.node) {
    const there = `/guests/${encodeURIComponent(problem.node)}/${name.kind}/${name.vmid}`;
    return <Navigate replace to={pathname.replace(base, there)} />;
  }
  if (problem?.status === 404) {
    return <Gone vmid={String(name.vmid)} elsewhere={here ? undefined : listed} />;
  }
  const guest = detail && asListed(detail, here ? listed : undefined);
  return (
    <Page
      id={base}
      title={guestTexts.named(name.vmid, guest?.name ?? (here ? listed.name : ''))}
      icon={name.kind === 'lxc' ? <IconBox size={26} aria-hidden /> : <IconDeviceDesktop size={26} aria-hidden />}
      beside={guest && <GuestState guest={guest} operation={operation} />}
    >
      <div className={line.line}>{guest && <PageActions guest={guest} operation={operation} act={act} />}</div>
      <ReservedGuest vmid={name.vmid} />
      <UnderWay guest={guest} operation={operation} />
      {guest && <AskedInAddress guest={guest} act={act} />}
      {dialog}
      <BulkSummary />
      <PageTabs label={said.tabList} tabs={tabs.map((tab) => ({ to: tab === 'summary' ? base : `${base}/${tab}`, label: said.tabs[tab] }))} />
      <Known query={query} what={said.one}>
        {(known) => <Outlet context={{ name, detail: known, listed: here ? listed : undefined } satisfies GuestContext} />}
      </Known>
      {!detail && query.error && here && <LastKnown guest={listed} />}
    </Page>
  );
}

/** One guest. */
export function Component() {
  const name = useGuestName();
  return name ? <Named name={name} /> : <Gone vmid="" elsewhere={undefined} />;
}
