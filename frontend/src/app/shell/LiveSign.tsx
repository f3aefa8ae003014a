import { Tooltip } from '@mantine/core';
import { IconBolt, IconBoltOff, IconPlugConnected } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useAway } from '@/shared/api/availability';
import { useLive } from '@/shared/api/LiveProvider';
import { ask } from '@/shared/api/useRecovery';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { State } from '@/shared/ui/State';
import { shellTexts } from './texts';

const said = shellTexts.live;

/** Says whether changes arrive as they happen, and since when they do not. */
export function LiveSign() {
  const live = useLive();
  const silent = useAway();
  const now = useNow();
  const away = silent?.party === 'direttore';
  // What answers nothing tells nothing either, even where its stream has not broken yet.
  const { phase, since } = away && live.phase === 'live' ? { phase: 'cut' as const, since: silent.since } : live;
  useEffect(() => {
    // Its end may be that of the whole API: whether it is, is known at once and not at the next reading.
    if (live.phase === 'cut') {
      void ask('direttore');
    }
  }, [live.phase]);
  const detail = {
    live: said.liveDetail,
    connecting: said.connectingDetail,
    paused: said.pausedDetail,
    cut: (away ? said.cutAwayDetail : said.cutDetail)(ago(since, now)),
  }[phase];
  const tone = phase === 'live' ? 'good' : phase === 'cut' ? 'bad' : 'calm';
  const icon = phase === 'live' ? <IconBolt /> : phase === 'cut' ? <IconBoltOff /> : <IconPlugConnected />;
  return (
    <Tooltip label={detail} multiline maw={320}>
      <span tabIndex={0} role="status" aria-label={`${said[phase]}. ${detail}`}>
        <State tone={tone} icon={icon}>
          {said[phase]}
        </State>
      </span>
    </Tooltip>
  );
}
