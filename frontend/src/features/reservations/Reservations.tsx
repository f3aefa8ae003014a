import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Suspense, useCallback, useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { useRight } from '@/features/access/rights';
import type { Reservation } from '@/shared/api/types';
import { useNow } from '@/shared/format/useNow';
import { Known } from '@/shared/ui/Known';
import { Page } from '@/shared/ui/Page';
import { part } from '@/shared/ui/part';
import { uiTexts } from '@/shared/ui/texts';
import { spanQuery } from './api';
import { useResources } from './reservable';
import { filtered } from './calendar/filter';
import { HeadActions } from './calendar/HeadActions';
import { useGhost } from './calendar/ghost';
import { freeNodes, judge as judgeIn, type Asked } from './calendar/judge';
import { Months } from './calendar/Months';
import { Toolbar } from './calendar/Toolbar';
import { useCalendar, usualStatuses } from './calendar/url';
import { useKeys } from './calendar/useKeys';
import { useLook } from './calendar/useLook';
import { useChanges } from './change/useChanges';
import type { Wish } from './book/useBooking';
import { Lanes } from './lanes/Lanes';
import { reservationTexts as said } from './texts';
import { snapped } from './time/busy';

const ReservationList = part(() => import('./calendar/ReservationList').then((file) => file.ReservationList));
const MoveDialog = part(() => import('./change/MoveDialog').then((file) => file.MoveDialog));
const BlockedDialog = part(() => import('./change/BlockedDialog').then((file) => file.BlockedDialog));
const BookDialog = part(() => import('./book/BookDialog').then((file) => file.BookDialog));

const Feeds = part(() => import('./feeds/Feeds').then((file) => file.Feeds));

const Pools = part(() => import('./pools/Pools').then((file) => file.Pools));

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const MINUTE = 60_000;
const nothing: never[] = [];

/** The reservations of everybody, as a calendar, lanes or a list. */
export function Component() {
  const minute = Math.floor(useNow() / MINUTE) * MINUTE;
  const calendar = useCalendar(minute);
  const { view, day, span, by, node, phone, title, set, go, goToday, book: asked } = calendar;
  const { zone } = calendar.zone;
  const navigate = useNavigate();
  const mayBook = useRight('book');
  const why = mayBook ? null : said.mayNotBook;
  // A day more at each end, so that what is moved over it is known too.
  const query = useQuery(spanQuery(span.from - DAY, span.to + DAY, calendar.status.includes('cancelled')));
  const resourcesQuery = useResources();
  const resources = resourcesQuery.data ?? nothing;
  const known = query.data ?? nothing;
  const shown = useMemo(
    () => filtered(known, calendar).filter(({ start_dt, end_dt }) => Date.parse(start_dt) < span.to && Date.parse(end_dt) > span.from),
    [known, calendar, span],
  );
  const ghost = useGhost();
  const judge = useCallback((one: Asked) => judgeIn({ node, ...one }, { known, resources, zone, now: Date.now() }), [node, known, resources, zone]);
  const look = useLook(ghost, judge, zone);
  const { move, callOff, blocked, pending, use, dismiss, asked: moving, moveAsked, leave } = useChanges(zone);
  const [feeds, setFeeds] = useState(false);
  const [pools, setPools] = useState(false);
  const [wish, setWish] = useState<Wish | null>(null);

  const wishOf = useCallback(
    (from: number, to: number, on: Partial<Wish> = {}): Wish => ({
      from,
      to,
      zone,
      node: freeNodes({ known, resources }, from, to, node)[0]?.name ?? node,
      ...on,
    }),
    [known, resources, node, zone],
  );
  const create = useCallback((...on: Parameters<typeof wishOf>) => setWish(mayBook ? wishOf(...on) : null), [mayBook, wishOf]);
  const first = Math.max(span.from + 9 * HOUR, snapped(minute + 7.5 * MINUTE));
  // As a link elsewhere can lead to the dialog. It opens once it is known what is free, or that this cannot be known.
  const createNew = () => mayBook && set({ book: 'yes' });
  const linked = asked === 'yes' && mayBook && !resourcesQuery.isPending && !query.isPending ? wishOf(first, first + 2 * HOUR) : null;
  const wished = wish ?? linked;
  const close = () => {
    setWish(null);
    set({ book: 'no' });
  };
  const show = useCallback(({ id }: Reservation) => void navigate(`/reservations/${id}`), [navigate]);

  useKeys({
    t: goToday,
    d: () => set({ view: 'day' }, { replace: false }),
    w: () => set({ view: 'week' }, { replace: false }),
    m: () => set({ view: 'month' }, { replace: false }),
    l: () => set({ view: 'list' }, { replace: false }),
    r: () => set({ view: 'lanes' }, { replace: false }),
    j: () => go(1),
    k: () => go(-1),
    n: createNew,
  });

  const narrowed = calendar.mine === 'yes' || node !== '' || calendar.q !== '' || calendar.status.join() !== usualStatuses.join();
  const clear = narrowed ? () => set({ mine: 'no', node: '', q: '', status: usualStatuses }) : null;
  const list = <ReservationList {...{ calendar, query, clear, callOff }} rows={query.data && shown} />;
  return (
    <Page
      title={said.title}
      actions={<HeadActions phone={phone} why={why} create={createNew} openFeeds={() => setFeeds(true)} openPools={() => setPools(true)} />}
    >
      <Toolbar {...{ calendar, resources, ghost }} count={query.data && shown.length} narrowed={narrowed} openPools={() => setPools(true)} />
      {view === 'list' || (view === 'lanes' && phone) ? (
        <Suspense fallback={<Skeleton h={300} role="status" aria-label={uiTexts.loading(said.what)} />}>{list}</Suspense>
      ) : (
        <Known query={query} what={said.what} height={600}>
          {view === 'lanes' ? (
            <Known query={resourcesQuery} what={said.resources} height={300}>
              <Lanes
                {...{ by, span, zone, reservations: shown, known, resources, ghost, look, move }}
                label={said.lanes.label(title)}
                open={show}
                create={(from, to, { kind, name }) =>
                  create(
                    from,
                    to,
                    kind === 'node' || kind === 'team'
                      ? { [kind]: name }
                      : kind === 'device' || kind === 'vlan' || kind === 'guest'
                        ? { what: kind, [kind]: name }
                        : { what: 'entry', [kind]: name },
                  )
                }
              />
            </Known>
          ) : (
            <Months
              {...{ view, day, span, zone, reservations: shown, ghost, look, create, move }}
              label={title}
              open={show}
              go={(chosen) => set({ view: 'day', date: chosen }, { replace: false })}
            />
          )}
        </Known>
      )}
      <Suspense fallback={null}>
        {wished && <BookDialog wish={wished} close={close} />}
        {feeds && <Feeds close={() => setFeeds(false)} />}
        {pools && <Pools close={() => setPools(false)} />}
        {moving && <MoveDialog {...moving} zone={zone} move={(scope, mode) => moveAsked(moving, scope, mode)} close={leave} />}
        {blocked && <BlockedDialog {...{ blocked, zone, pending }} use={(one) => void use(one)} close={dismiss} />}
      </Suspense>
    </Page>
  );
}
