import type { ReactNode } from 'react';
import { guestTexts } from '@/features/guests/texts';
import { CheckboxField, TextareaField, TextField } from '@/shared/form/fields';
import { DialogButtons, Form, SubmitButton } from '@/shared/form/Form';
import type { Faults } from '@/shared/form/paths';
import { useForm } from '@/shared/form/useForm';
import { Dialog } from '@/shared/ui/Dialog';

const said = guestTexts.snapshots;
const NAME = /^[A-Za-z][A-Za-z0-9_-]{1,39}$/;
const initial = { name: '', description: '', ram: false };

type Props = {
  vmid: number;
  taken: string[];
  /** Whether the guest is one whose memory can be saved at all. */
  ram: boolean;
  running: boolean;
  /** What stands in the way now. */
  notice: ReactNode;
  close: () => void;
  go: (wanted: { name: string; description: string; ram?: boolean }) => Promise<unknown>;
};

/** Asks for a snapshot's name. */
export function TakeSnapshot({ vmid, taken, ram, running, notice, close, go }: Props) {
  const form = useForm({
    initial,
    check: ({ name }): Faults => {
      const wanted = name.trim();
      return taken.includes(wanted) ? { name: said.taken } : NAME.test(wanted) && wanted !== 'current' ? {} : { name: said.nameRule };
    },
    send: ({ name, description, ram: withRam }) => go({ name: name.trim(), description, ...(ram && { ram: withRam && running }) }),
    draft: { name: `snapshot ${vmid}`, version: 1 },
  });
  return (
    <Dialog onClose={close} title={said.take}>
      <Form form={form}>
        <TextField field={form.at('name')} label={said.name} description={said.nameRule} data-autofocus />
        <TextareaField field={form.at('description')} label={said.description} minRows={2} maxLength={8000} />
        {ram && <CheckboxField field={form.at('ram')} label={said.withRam} description={running ? undefined : said.ramStopped} disabled={!running} />}
        {notice}
        <DialogButtons
          close={() => {
            form.discard();
            close();
          }}
        >
          <SubmitButton form={form}>{said.create}</SubmitButton>
        </DialogButtons>
      </Form>
    </Dialog>
  );
}
