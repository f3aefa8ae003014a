"""Reads feeds with icalendar and vobject, and holds what they make of them against zoneinfo.

For each NAME.ics of the folder there is a NAME.json: what takes place, by the clocks of its zone.
Writes a NAME.utc beside it, with the instants, for readers in other languages. Where the program's
data of a zone is of another release than zoneinfo's, both may be right: that is left out and said.
"""

import json
import pathlib
import sys
import zoneinfo
from collections import defaultdict
from datetime import datetime, timedelta, timezone

import icalendar
import recurring_ical_events
import vobject

FROM = datetime(2020, 1, 1, tzinfo=timezone.utc)
TO = datetime(2045, 1, 1, tzinfo=timezone.utc)
MOST_LEFT_OUT = 2
FORM = "%Y-%m-%dT%H:%M:%SZ"


def utc(moment):
    return moment.astimezone(timezone.utc).strftime(FORM)


def offsets_agree(zone, known):
    """Whether zoneinfo takes the same offsets for what the program does, at some instants."""
    rules = zoneinfo.ZoneInfo(zone)
    return all(
        datetime.fromtimestamp(int(at), rules).utcoffset() == timedelta(seconds=offset)
        for at, offset in known.items()
    )


def expected(events_by_wall):
    """What takes place, as zoneinfo says: in a gap the offset before it, of two times the first."""
    events = []
    for event in events_by_wall:
        zone = zoneinfo.ZoneInfo(event["zone"])
        start, end = (
            utc(datetime.fromisoformat(event[name]).replace(tzinfo=zone)) for name in ("start", "end")
        )
        events.append([start, end, event["summary"]])
    return sorted(events)


def by_icalendar(text):
    calendar = icalendar.Calendar.from_ical(text)
    return sorted(
        [utc(event.start), utc(event.end), str(event["SUMMARY"])]
        for event in recurring_ical_events.of(calendar).between(FROM, TO)
        if event.get("STATUS") != "CANCELLED"
    )


def by_vobject(text):
    groups = defaultdict(list)
    for event in vobject.readOne(text).contents.get("vevent", []):
        groups[event.uid.value].append(event)
    found = []
    for events in groups.values():
        moved = {
            utc(event.recurrence_id.value): event for event in events if hasattr(event, "recurrence_id")
        }
        for event in events:
            length = event.dtend.value - event.dtstart.value
            rules = event.getrruleset(addRDate=True) if not hasattr(event, "recurrence_id") else None
            starts = list(rules) if rules else [event.dtstart.value]
            for start in starts:
                if rules and utc(start) in moved:
                    continue
                if event.status.value != "CANCELLED":
                    found.append([utc(start), utc(start + length), event.summary.value])
    return sorted(found)


def main(folder):
    differences, left_out, read = 0, [], 0
    for feed in sorted(pathlib.Path(folder).glob("*.ics")):
        told = json.loads(feed.with_suffix(".json").read_text())
        if not all(offsets_agree(zone, known) for zone, known in told["zones"].items()):
            left_out.append(feed.name)
            continue
        read += 1
        text = feed.read_bytes().decode()
        wanted = expected(told["events"])
        feed.with_suffix(".utc").write_text(json.dumps(wanted))
        for reader in (by_icalendar, by_vobject):
            found = reader(text)
            if found != wanted:
                differences += 1
                print(feed.name, reader.__name__)
                print("  wanted", [e for e in wanted if e not in found])
                print("  found ", [e for e in found if e not in wanted])
    print(f"{read} feeds, {differences} differences; of another release: {left_out}")
    return 1 if differences or len(left_out) > MOST_LEFT_OUT else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
