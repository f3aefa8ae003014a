import { Group, Radio } from '@mantine/core';

type Props = { label: string; all: string; some: string; every: boolean; change: (every: boolean) => void };

/** Whether all of something may be used, or only what is named. */
export function AllOrSome({ label, all, some, every, change }: Props) {
  return (
    <Radio.Group label={label} value={every ? 'all' : 'some'} onChange={(value) => change(value === 'all')}>
      <Group gap="lg" mt={4}>
        <Radio value="all" label={all} />
        <Radio value="some" label={some} />
      </Group>
    </Radio.Group>
  );
}
