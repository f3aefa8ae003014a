import FullCalendar, { type CalendarRef, type DateSpanApi, type EventApi } from '@fullcalendar/react';
import '@fullcalendar/react/skeleton.css';
import dayGrid from '@fullcalendar/react/daygrid';
import interaction from '@fullcalendar/react/interaction';
import classic from '@fullcalendar/react/themes/classic';
import '@fullcalendar/react/themes/classic/theme.css';
import timeGrid from '@fullcalendar/react/timegrid';
import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import styles from './Grid.module.css';
import { roomIn, type Room } from './room';

// It stands in files of its own, so that only who opens months, weeks or days fetches it: it imports nothing that the page does.

const kinds = { month: 'dayGridMonth', week: 'timeGridWeek', day: 'timeGridDay' } as const;
const plugins = [classic, dayGrid, timeGrid, interaction];
// From Monday to Friday.
const WORKING = { daysOfWeek: [1, 2, 3, 4, 5], startTime: '08:00', endTime: '18:00' };
const CLOCK = { hour: '2-digit', minute: '2-digit' } as const;
const HOUR = 3_600_000;
const MORNING = 9 * HOUR;
const EVENING = 7 * HOUR;
// As high as its text is on a desk. Where days are narrow the text is smaller, which FullCalendar only finds out after it has scrolled.
const SLOT = 25;

/** Something in the calendar, at the times that clocks show where it is meant. */
export type Entry = {
  id: string;
  title: string;
  start: string;
  end: string;
  editable: boolean;
  startEditable: boolean;
  tone: 'mine' | 'other' | 'asked' | 'blackout' | 'cancelled';
};

const colours: Record<Entry['tone'], { color: string; contrastColor: string }> = {
  mine: { color: 'var(--busy-back)', contrastColor: 'var(--busy-text)' },
  other: { color: 'var(--calm-back)', contrastColor: 'var(--calm-text)' },
  asked: { color: 'var(--warn-back)', contrastColor: 'var(--warn-text)' },
  blackout: { color: 'var(--warn-back)', contrastColor: 'var(--warn-text)' },
  cancelled: { color: 'var(--mantine-color-body)', contrastColor: 'var(--mantine-color-dimmed)' },
};

/** How much room there is in a day as it is shown. */
function useRoom(root: RefObject<HTMLElement | null>, view: keyof typeof kinds): Room {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const measure = () => setWidth(root.current?.clientWidth ?? 0);
    const watcher = new ResizeObserver(measure);
    measure();
    if (root.current) {
      watcher.observe(root.current);
    }
    return () => watcher.disconnect();
  }, [root]);
  return roomIn(width, view === 'week' ? 7 : 1);
}

type Props = {
  view: keyof typeof kinds;
  day: string;
  firstDay: number;
  locale: string;
  label: string;
  entries: Entry[];
  /** What is said of those of a time that there is no room for. */
  moreHint: (many: number) => string;
  /** What clocks show now. */
  now: () => string;
  /** The time of day at the top, where not all of it is in sight. */
  scrollTo: () => string;
  /** A window is being drawn, or something moved over it; null once that is over. */
  look: (window: { start: Date; end: Date; id: string | null } | null) => void;
  open: (id: string) => void;
  create: (start: Date, end: Date) => void;
  /** Moves something; false where it has to go back. */
  move: (id: string, start: Date, end: Date) => Promise<boolean>;
  go: (day: string) => void;
};

/** Months, weeks and days by FullCalendar. Times are what clocks show, written as if that were UTC: it need not know of zones. */
export default function Grid({ view, day, firstDay, locale, label, moreHint, entries, now, scrollTo, look, open, create, move, go }: Props) {
  const calendar = useRef<CalendarRef>(null);
  const root = useRef<HTMLDivElement>(null);
  const wanted = useRef(scrollTo);
  useEffect(() => {
    wanted.current = scrollTo;
  });
  useEffect(() => {
    const api = calendar.current?.getApi();
    api?.changeView(kinds[view], day);
    api?.scrollToTime(wanted.current());
  }, [view, day]);

  useEffect(() => {
    // It scrolls, but cannot be reached by keyboard where nothing stands in it.
    root.current?.querySelector('[style*="auto"] [role=rowheader]')?.setAttribute('tabindex', '0');
  });

  const { most, strip } = useRoom(root, view);

  const judged = ({ start, end, allDay }: DateSpanApi, event: EventApi | null) => {
    if (!allDay) {
      look({ start, end, id: event?.id ?? null });
    }
    // The server decides; what it says stands in the dialog.
    return true;
  };
  const drop = async ({ event, revert }: { event: EventApi; revert: () => void }) => {
    const { id, start, end } = event;
    look(null);
    if (!start || !end || !(await move(id, start, end))) {
      revert();
    }
  };
  return (
    <div ref={root} className={styles.grid} role="region" aria-label={label} data-view={view}>
      <FullCalendar
        ref={calendar}
        plugins={plugins}
        initialView={kinds[view]}
        initialDate={day}
        headerToolbar={false}
        timeZone="UTC"
        now={now}
        locale={locale}
        firstDay={firstDay}
        height={view === 'month' ? 'auto' : 'calc(100dvh - var(--header-height) - var(--footer-height) - 210px)'}
        allDaySlot={false}
        nowIndicator
        scrollTime={scrollTo()}
        scrollTimeReset={false}
        slotDuration="00:30:00"
        slotMinHeight={SLOT}
        snapDuration="00:15:00"
        slotHeaderInterval="01:00"
        slotHeaderFormat={CLOCK}
        eventTimeFormat={CLOCK}
        businessHours={WORKING}
        dayMaxEvents={view === 'month' ? 4 : false}
        moreLinkClass={styles.more}
        columnMoreLinkClass={styles.rest}
        moreLinkHint={moreHint}
        popoverClass={styles.popover}
        dayLaneInnerClass={strip ? styles.room : undefined}
        eventDisplay="block"
        displayEventEnd={view !== 'month'}
        navLinks
        navLinkDayClick={(at) => go(at.toISOString().slice(0, 10))}
        events={entries.map((entry) => ({ ...entry, ...colours[entry.tone] }))}
        slotEventOverlap={false}
        {...(view !== 'month' && { eventMaxStack: most })}
        eventTimeClass={styles.time}
        eventTitleClass={styles.title}
        eventDidMount={({ el, event }) => {
          el.title = event.title;
        }}
        eventClass={({ event, isMirror, isShort }) =>
          [styles.event, styles[String(event.extendedProps.tone ?? 'mine')], isMirror && styles.mirror, isShort && styles.short].filter(Boolean).join(' ')
        }
        eventClick={({ event, jsEvent }) => {
          jsEvent.preventDefault();
          open(event.id);
        }}
        eventInteractive
        selectable
        selectMirror
        selectMinDistance={4}
        longPressDelay={400}
        selectAllow={(at) => judged(at, null)}
        eventAllow={judged}
        select={({ start, end, allDay }) => {
          look(null);
          calendar.current?.getApi().unselect();
          // Days of a month stand for their working hours.
          create(allDay ? new Date(start.getTime() + MORNING) : start, allDay ? new Date(end.getTime() - EVENING) : end);
        }}
        unselect={() => look(null)}
        eventDragStop={() => look(null)}
        eventResizeStop={() => look(null)}
        eventDrop={(info) => void drop(info)}
        eventResize={(info) => void drop(info)}
      />
    </div>
  );
}
