"""Holds the VTIMEZONE blocks of a feed against zoneinfo, as icalendar and vobject understand them.

The blocks are renamed, so that no reader can take what it knows of the zone itself. zones.json: what the
program takes for the offset at some instants, by zone.
"""

import json
import pathlib
import re
import sys
import zoneinfo
from datetime import datetime, timedelta
from io import StringIO

import icalendar
from dateutil import tz
from readers import offsets_agree

MOST_LEFT_OUT = 30


def differs(name, read, zone, first, last):
    """The first local time that is neither skipped nor twice there, and is read otherwise."""
    local = first
    while local < last:
        early = local.replace(tzinfo=zone, fold=0)
        late = local.replace(tzinfo=zone, fold=1)
        if early.utcoffset() == late.utcoffset():
            found = local.replace(tzinfo=read).utcoffset()
            if found != early.utcoffset():
                return f"{name} at {local}: {found} instead of {early.utcoffset()}"
        local += timedelta(hours=6, minutes=11)
    return None


def main(folder, first, last):
    first, last = datetime.fromisoformat(first), datetime.fromisoformat(last)
    known = json.loads((pathlib.Path(folder) / "zones.json").read_text())
    wrong, left_out, equal = [], [], 0
    for name, offsets in known.items():
        block = (pathlib.Path(folder) / (name.replace("/", ":") + ".vtimezone")).read_bytes().decode()
        renamed = re.sub("TZID:.*?\r\n", "TZID:Zone of the test\r\n", block)
        zone = zoneinfo.ZoneInfo(name)
        if not offsets_agree(name, offsets):
            left_out.append(name)
            continue
        by_icalendar = icalendar.Timezone.from_ical(renamed).to_tz(lookup_tzid=False)
        by_dateutil = tz.tzical(StringIO(renamed)).get()
        found = [
            difference
            for reader, read in (("icalendar", by_icalendar), ("dateutil, as vobject", by_dateutil))
            if (difference := differs(f"{reader}: {name}", read, zone, first, last))
        ]
        wrong += found
        equal += not found
    print(*wrong, sep="\n")
    print(f"{equal} of {len(known)} zones are equal; of another release: {left_out}")
    return 1 if wrong or len(left_out) > MOST_LEFT_OUT or equal < 500 else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
