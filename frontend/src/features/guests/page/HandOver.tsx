import { Autocomplete, Button, Group, Select, Stack, Text, type ButtonProps } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { peopleQuery, useTeams } from '@/features/access/api';
import { accessKeys } from '@/features/access/keys';
import { useMe, useOwners, useReach, useRight } from '@/features/access/rights';
import { guestTexts } from '@/features/guests/texts';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import type { Owner } from '@/shared/api/types';
import { Dialog } from '@/shared/ui/Dialog';
import { GuardedButton } from '@/shared/ui/GuardedButton';
import { notify } from '@/shared/ui/notify';
import { ProblemAlert } from '@/shared/ui/ProblemAlert';
import { uiTexts } from '@/shared/ui/texts';

const said = guestTexts.handOver;

type Named = { vmid: number; name: string };

/** Those who may be given something: everybody, as far as who asks may know; others are typed. */
function useNames(): { names: string[]; display: ReadonlyMap<string, string> } {
  const people = useQuery({ ...peopleQuery, enabled: useRight('manage-people') }).data?.filter(({ disabled }) => !disabled);
  const owners = useOwners();
  const teams = useTeams().data ?? [];
  const met = [useMe().name, ...[...owners.values()].map(({ owner }) => owner), ...teams.flatMap(({ members }) => members)];
  const names = people?.map(({ name }) => name) ?? met;
  return {
    names: [...new Set(names)].sort(),
    display: new Map(people?.filter(({ name, display }) => display !== name).map(({ name, display }) => [name, display])),
  };
}

function useGive({ vmid, name }: Named, close: () => void) {
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (to: { owner: string; team: string | null }) => body(api.POST('/api/owners/{vmid}', { params: { path: { vmid } }, body: to })),
    onSuccess: async ({ owner, team }) => {
      close();
      notify({ title: said.done(guestTexts.named(vmid, name), owner), message: team ? said.doneWith(team) : said.doneAlone });
      await Promise.all([accessKeys.owners, accessKeys.reach].map((queryKey) => cache.invalidateQueries({ queryKey })));
    },
  });
}

const whoHas = (now: Owner | undefined): string => (now ? (now.team ? said.nowWith(now.owner, now.team) : said.now(now.owner)) : said.nobody);

/** Asks to whom a guest goes. */
function HandOverDialog({ guest, now, close }: { guest: Named; now: Owner | undefined; close: () => void }) {
  const [to, setTo] = useState({ owner: '', team: now?.team ?? null });
  const me = useMe();
  const { names, display } = useNames();
  const teams = useTeams().data?.map(({ name }) => name) ?? [];
  const give = useGive(guest, close);
  const wrong = give.error ? problemOf(give.error).errors : [];
  const at = (field: string) => wrong.find((error) => error.field === field)?.detail;
  const set = (change: Partial<typeof to>) => {
    give.reset();
    setTo({ ...to, ...change });
  };
  return (
    <Dialog onClose={close} title={said.title(guestTexts.named(guest.vmid, guest.name))}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (to.owner) {
            give.mutate(to);
          }
        }}
      >
        <Stack>
          <Text size="sm">{whoHas(now)}</Text>
          <Autocomplete
            label={said.owner}
            description={said.ownerHint}
            error={at('owner')}
            data={names}
            renderOption={({ option }) => [option.value, display.get(option.value)].filter(Boolean).join(' · ')}
            value={to.owner}
            onChange={(owner) => set({ owner: owner.trim() })}
            required
            openOnFocus={false}
            data-autofocus
            spellCheck={false}
          />
          {(teams.length > 0 || to.team !== null) && (
            <Select
              label={said.team}
              description={said.teamHint}
              error={at('team')}
              data={[{ value: '', label: said.noTeam }, ...new Set([...teams, ...(to.team ? [to.team] : [])])]}
              value={to.team ?? ''}
              onChange={(team) => set({ team: team || null })}
              allowDeselect={false}
            />
          )}
          {now?.owner === me.name && to.owner !== '' && to.owner !== me.name && <Text size="sm">{said.yours}</Text>}
          {give.error && !at('owner') && !at('team') && <ProblemAlert error={give.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              {uiTexts.cancel}
            </Button>
            <GuardedButton type="submit" disabled={!to.owner} loading={give.isPending}>
              {said.confirm}
            </GuardedButton>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

/** How a guest is given to somebody else: why not, what asks for it, and the dialog to show; null where nobody signs in, as nothing is anybody's there. */
export function useHandOver(guest: Named): { why: string | null; ask: () => void; dialog: ReactNode } | null {
  const [open, setOpen] = useState(false);
  const { change } = useReach();
  const now = useOwners().get(guest.vmid);
  if (useMe().via === 'none') {
    return null;
  }
  return {
    why: change(guest.vmid),
    ask: () => setOpen(true),
    dialog: open && <HandOverDialog guest={guest} now={now} close={() => setOpen(false)} />,
  };
}

/** A button that gives a guest to somebody else; says why not, where that is not allowed. */
export function HandOver({ guest, children, ...button }: ButtonProps & { guest: Named; children: string; 'aria-label'?: string }) {
  const handOver = useHandOver(guest);
  return handOver === null ? null : (
    <>
      <GuardedButton {...button} why={handOver.why} onClick={handOver.ask}>
        {children}
      </GuardedButton>
      {handOver.dialog}
    </>
  );
}
