import { SimpleGrid } from '@mantine/core';
import { useSnapshotNames } from '@/features/guests/useSnapshotNames';
import { reservationTexts } from '@/features/reservations/texts';
import { NativeSelectField, SuggestField } from '@/shared/form/choices';
import type { Field } from '@/shared/form/useForm';
import { actTexts } from './actTexts';
import { namedEnds, namedStarts, type NamedEnd, type NamedStart } from './ends';

const said = reservationTexts.form;

type Props = {
  /** The guest, or null where there is more than one. */
  vmid: number | null;
  /** Where its start has passed, only its end is asked. */
  start: { act: Field<NamedStart>; from: Field<string> } | null;
  end: { act: Field<NamedEnd>; as: Field<string> };
  /** Whether others are made beside, of which the end is asked along with it. */
  made?: boolean;
};

/** What happens at the start and at the end with a guest that is there already. */
export function ActsFields({ vmid, start, end, made = false }: Props) {
  const [back, put] = [start?.act.value === 'rollback', end.act.value === 'restore'];
  const names = useSnapshotNames(vmid, back || put);
  const ends: NamedEnd[] = made ? [...namedEnds, 'destroy'] : [...namedEnds];
  return (
    <>
      {start && (
        <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
          <NativeSelectField field={start.act} label={actTexts.guestAtStart} data={namedStarts.map((value) => ({ value, label: actTexts.starts[value] }))} />
          {back && <SuggestField field={start.from} label={actTexts.startFrom} data={names} maxLength={40} required />}
        </SimpleGrid>
      )}
      <SimpleGrid cols={{ base: 1, xs: 2 }} verticalSpacing="xs">
        <NativeSelectField
          field={end.act}
          label={made ? said.atEnd : actTexts.guestAtEnd}
          data={ends.map((value) => ({ value, label: value === 'restore' ? actTexts.restored : said.ends[value] }))}
        />
        {put && <SuggestField field={end.as} label={actTexts.endAs} data={names} maxLength={40} required />}
      </SimpleGrid>
    </>
  );
}
