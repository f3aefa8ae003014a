import { useEffect, useMemo } from 'react';
import { change, preview } from '@/features/reservations/api';
import { askedAgain } from '@/features/reservations/book/again';
import { changeOf, etagOf } from '@/features/reservations/change/useChanges';
import { written } from '@/features/reservations/time/wall';
import { fromOf, toOf } from '@/features/reservations/words';
import { problemOf } from '@/shared/api/problem';
import type { Ghost } from './ghost';
import { drawn, type Asked, type Judgement } from './judge';

const REST = 250;

/** What the server would be asked by dropping it there; null where that is not known yet, or nothing would change. */
function probeOf({ from, to, moving, lane, origin }: Asked, zone: string): ((signal: AbortSignal) => Promise<unknown>) | null {
  if (moving) {
    const lanes = lane && origin && lane.id !== origin.id ? { origin, lane } : undefined;
    const changes = { ...changeOf(moving, from, to, lanes), dry_run: true };
    const isThere = from === fromOf(moving) && to === toOf(moving) && !lanes;
    return isThere ? null : (signal) => change({ id: moving.id, etag: etagOf(moving) }, changes, { signal });
  }
  if (!lane || !drawn(lane).whole) {
    return null;
  }
  const { name } = lane;
  const times = { start_dt: written(from, zone), end_dt: written(to, zone), time_zone: zone };
  const claims = askedAgain([{ ...drawn(lane), resource: lane }]);
  return (signal) => preview({ title: name, ...times, claims }, signal);
}

/** Why the server would not have it, in its words; null where it would, or cannot be asked. */
async function refusalOf(probe: (signal: AbortSignal) => Promise<unknown>, signal: AbortSignal): Promise<string | null> {
  try {
    await probe(signal);
    return null;
  } catch (error) {
    const { status, detail } = problemOf(error);
    return [403, 409, 422].includes(status) ? detail : null;
  }
}

/** Says what is known of a place while something is dragged, and asks the server once it rests where nothing known is in its way. */
class Looking {
  private at = '';
  private timer: ReturnType<typeof setTimeout> | undefined;
  private asking: AbortController | undefined;

  constructor(
    private readonly ghost: Ghost,
    private readonly judge: (asked: Asked) => Judgement,
    private readonly zone: string,
  ) {}

  readonly look = (asked: Asked | null): void => {
    const at = asked ? [asked.moving?.id, asked.lane?.id, asked.from, asked.to].join() : '';
    if (asked && at === this.at) {
      return;
    }
    this.stop();
    this.at = at;
    const judgement = asked && this.judge(asked);
    this.ghost.show(judgement);
    const probe = asked && !judgement?.taken ? probeOf(asked, this.zone) : null;
    if (probe) {
      this.timer = setTimeout(() => void this.ask(probe), REST);
    }
  };

  readonly stop = (): void => {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.asking = undefined;
  };

  private async ask(probe: (signal: AbortSignal) => Promise<unknown>) {
    const asking = new AbortController();
    this.asking = asking;
    const text = await refusalOf(probe, asking.signal);
    if (text !== null && this.asking === asking) {
      this.ghost.show({ taken: true, text });
    }
  }
}

export function useLook(ghost: Ghost, judge: (asked: Asked) => Judgement, zone: string): (asked: Asked | null) => void {
  const looking = useMemo(() => new Looking(ghost, judge, zone), [ghost, judge, zone]);
  useEffect(() => looking.stop, [looking]);
  return looking.look;
}
