import { Tooltip } from '@mantine/core';
import { ago, moment, utc } from '@/format/time';
import { useNow } from '@/format/useNow';
import { texts } from '@/texts/en';

type At = {
  /** A date-time of the API, or milliseconds since 1970. */
  at: string | number;
};

const millis = (at: string | number) => (typeof at === 'number' ? at : Date.parse(at));

/** A moment in the reader's zone; UTC and how long ago on hover. */
export function Moment({ at }: At) {
  const when = millis(at);
  const now = useNow();
  return (
    <Tooltip label={texts.ui.agoTitle(ago(when, now), utc(when))}>
      <time dateTime={new Date(when).toISOString()}>{moment(when)}</time>
    </Tooltip>
  );
}

/** How long ago something was; the moment itself on hover. */
export function Ago({ at }: At) {
  const when = millis(at);
  const now = useNow();
  return (
    <Tooltip label={texts.ui.agoTitle(moment(when), utc(when))}>
      <time dateTime={new Date(when).toISOString()}>{ago(when, now)}</time>
    </Tooltip>
  );
}
