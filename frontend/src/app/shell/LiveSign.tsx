import { Tooltip } from '@mantine/core';
import { IconBolt, IconBoltOff, IconPlugConnected } from '@tabler/icons-react';
import { useLive } from '@/shared/api/LiveProvider';
import { ago } from '@/shared/format/time';
import { useNow } from '@/shared/format/useNow';
import { State } from '@/shared/ui/State';
import { shellTexts } from './texts';

const said = shellTexts.live;

/** Says whether changes arrive as they happen, and since when they do not. */
export function LiveSign() {
  const { phase, since } = useLive();
  const now = useNow();
  const detail = {
    live: said.liveDetail,
    connecting: said.connectingDetail,
    paused: said.pausedDetail,
    cut: said.cutDetail(ago(since, now)),
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
