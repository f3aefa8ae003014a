import { useQueryClient } from '@tanstack/react-query';
import { reservationKeys } from '@/features/reservations/keys';
import { NativeSelectField } from '@/shared/form/native';
import { TextareaField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { useForm } from '@/shared/form/useForm';
import { TagsField } from '@/shared/form/tags';
import { Dialog } from '@/shared/ui/Dialog';
import { notify } from '@/shared/ui/notify';
import { enter } from './api';
import { areTags, namesIn } from './names';
import { resourceTexts, type EnteredKind } from './texts';

const said = resourceTexts.form;
const kinds = Object.keys(said.kinds) as EnteredKind[];

type Values = { kind: EnteredKind; names: string; tags: string[] };

function check({ kind, names, tags }: Values): Faults {
  const found = namesIn(kind, names);
  return { ...('fault' in found && { names: found.fault }), ...(!areTags(tags) && { tags: said.tagRule }) };
}

/** Enters devices, VLANs and the like by hand, as many at once as one likes. */
export function AddDialog({ tags: known, close }: { tags: string[]; close: () => void }) {
  const cache = useQueryClient();
  const form = useForm({
    initial: { kind: 'device', names: '', tags: [] },
    check,
    fieldOf: (field) => (field === 'name' ? 'names' : field.replace(/\[.*$/, '')),
    send: ({ kind, names, tags }) => {
      const found = namesIn(kind, names);
      return enter(kind, 'names' in found ? found.names : [], tags);
    },
    done: async ({ entered, there }) => {
      await cache.invalidateQueries({ queryKey: reservationKeys.resources });
      close();
      notify({
        message: [said.entered(entered), there.length > 0 ? said.there(there) : ''].filter(Boolean).join(' '),
        color: entered > 0 ? 'green' : 'yellow',
      });
    },
    refused: () => void cache.invalidateQueries({ queryKey: reservationKeys.resources }),
  });
  const vlan = form.values.kind === 'vlan';
  return (
    <Dialog onClose={close} title={said.title}>
      <Form form={form}>
        <NativeSelectField field={form.at('kind')} label={said.kind} data={kinds.map((value) => ({ value, label: said.kinds[value] }))} data-autofocus />
        <TextareaField
          field={form.at('names')}
          label={vlan ? said.numbers : said.names}
          description={vlan ? said.numbersHint : said.namesHint}
          minRows={2}
          maxRows={8}
          required
          spellCheck={false}
        />
        <TagsField field={form.at('tags')} label={said.tags} description={said.tagsHint} data={known} />
        <DialogButtons close={close}>
          <SubmitButton form={form}>{said.submit}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
