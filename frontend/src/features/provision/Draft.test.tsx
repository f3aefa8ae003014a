import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { open } from '@/app/test/open';
import { type Draft } from './draft';
import { clone, draftKept, field, heading, kept, serveWizard } from './test/wizard';

beforeEach(serveWizard);

/** The wizard with a draft that the browser kept, at a step. */
const at = (step: number, draft: Draft) => open(kept(step, draft));

test('the draft survives a reload, without its password', async () => {
  const first = at(3, { ...clone, name: '' });
  await heading('Step 3 of 6: Resources');
  await first.user.type(field('Name'), 'patient');
  await first.user.type(screen.getByLabelText('Password'), 'correct horse');
  await waitFor(() => expect(draftKept().name).toBe('patient'));
  first.unmount();

  open('/provision?step=3');

  expect(await screen.findByRole('textbox', { name: 'Name' })).toHaveValue('patient');
  expect(screen.getByLabelText('Password')).toHaveValue('');
  expect(JSON.stringify(localStorage)).not.toContain('correct horse');
});

test('starting over drops the draft, and can be undone', async () => {
  const { user } = at(3, clone);
  await heading('Step 3 of 6: Resources');

  await user.click(screen.getByRole('button', { name: 'Start over' }));
  expect(await heading('Step 1 of 6: Type')).toBeVisible();
  expect(draftKept().name).toBe('');
  await user.click(await screen.findByRole('button', { name: 'Undo' }));

  await waitFor(() => expect(draftKept().name).toBe('web-1'));
});

test('an address that asks for more than is known leads to what is missing', async () => {
  at(5, { ...clone, name: '' });

  expect(await heading('Step 3 of 6: Resources')).toBeVisible();
});
