import { Tooltip } from '@mantine/core';
import { ago, elsewhere, moment } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { useZone } from '@/shared/format/useZone';
import { uiTexts } from './texts';

type At = {
  /** A date-time of the API, or milliseconds since 1970. */
  at: string | number;
};

const millis = (at: string | number) => (typeof at === 'number' ? at : Date.parse(at));

/** A moment in the chosen zone; how long ago and in the other zone on hover. */
export function Moment({ at }: At) {
  const when = millis(at);
  const now = useNow();
  const [zone] = useZone();
  return (
    <Tooltip label={uiTexts.agoTitle(ago(when, now), elsewhere(when, zone))}>
      <time dateTime={new Date(when).toISOString()}>{moment(when, zone)}</time>
    </Tooltip>
  );
}

/** How long ago something was; the moment itself on hover. */
export function Ago({ at }: At) {
  const when = millis(at);
  const now = useNow();
  const [zone] = useZone();
  return (
    <Tooltip label={uiTexts.agoTitle(moment(when, zone), elsewhere(when, zone))}>
      <time dateTime={new Date(when).toISOString()}>{ago(when, now)}</time>
    </Tooltip>
  );
}
