import { Button, MantineProvider } from '@mantine/core';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createMemoryRouter, Link, RouterProvider } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetAway, noteSilence } from '@/shared/api/availability';
import { ApiProblem, noAnswer } from '@/shared/api/problem';
import { DraftOwner, readDraft } from './draft';
import { CheckboxField, NumberField, SecretField, TextField } from './fields';
import { Form, SubmitButton } from './Form';
import { LeaveGuard } from './LeaveGuard';
import { type Faults, pathOf, withValue } from './paths';
import { useForm } from './useForm';

type Values = { name: string; password: string; disks: { size: string }[]; start: boolean };
const initial: Values = { name: '', password: '', disks: [{ size: '8' }, { size: '16' }], start: false };
const draft = { name: 'guest', version: 1 };
let send: ReturnType<typeof vi.fn<(values: Values) => Promise<void>>>;
let done: () => Promise<void>;

const check = ({ name, disks }: Values): Faults => ({
  ...(name === '' && { name: 'Must not be empty.' }),
  ...Object.fromEntries(disks.flatMap(({ size }, index) => (/^\d+$/.test(size) ? [] : [[`disks.${index}.size`, 'Must be 1 to 131,072.']]))),
});

function GuestForm({ version = 1, now = initial }: { version?: number; now?: Values }) {
  const form = useForm({ initial: now, secrets: ['password'], check, send, done: () => done(), draft: { ...draft, version }, asks: true });
  return (
    <Form form={form}>
      <TextField field={form.at('name')} label="Name" required />
      <SecretField field={form.secret('password')} label="Password" />
      {form.values.disks.map((_, index) => (
        <NumberField key={index} field={form.at(`disks.${index}.size`)} label={`Disk ${index}`} unit="GiB" />
      ))}
      <CheckboxField field={form.at('start')} label="Start it" />
      <SubmitButton form={form}>Create</SubmitButton>
    </Form>
  );
}

function show({ who = 'ada', version = 1, now = initial }: { who?: string; version?: number; now?: Values } = {}) {
  const page = (
    <DraftOwner value={who}>
      <LeaveGuard />
      <GuestForm version={version} now={now} />
      <Link to="/elsewhere">Elsewhere</Link>
    </DraftOwner>
  );
  const router = createMemoryRouter([
    { path: '/', element: page },
    { path: '/elsewhere', element: <Button>There</Button> },
  ]);
  return {
    user: userEvent.setup(),
    ...render(
      <MantineProvider env="test">
        <RouterProvider router={router} />
      </MantineProvider>,
    ),
  };
}

const refusal = (errors: { field: string; detail: string }[]) =>
  new ApiProblem({ type: 'invalid', title: 'The request is wrong', detail: 'wrong', status: 400, errors });
const create = () => screen.getByRole('button', { name: 'Create' });
const name = () => screen.getByRole('textbox', { name: /Name/ });
const password = () => screen.getByLabelText('Password');

beforeEach(() => {
  sessionStorage.clear();
  send = vi.fn<(values: Values) => Promise<void>>().mockResolvedValue();
  done = () => Promise.resolve();
});
afterEach(() => act(forgetAway));

test('what is wrong is said at each field and above all, is not sent, and the first wrong field has the focus', async () => {
  const { user } = show();
  await user.clear(screen.getByRole('textbox', { name: 'Disk 1 (GiB)' }));
  await user.click(create());

  expect(name()).toHaveAccessibleDescription('Must not be empty.');
  expect(name()).toHaveFocus();
  expect(screen.getByRole('alert')).toHaveTextContent('Correct 2 fields before you continue:');
  expect(send).not.toHaveBeenCalled();

  await user.click(screen.getByRole('button', { name: 'Disk 1 (GiB): Must be 1 to 131,072.' }));

  expect(screen.getByRole('textbox', { name: 'Disk 1 (GiB)' })).toHaveFocus();
});

test('what the server says of a field stands at it, as a sentence, until that is changed; what was typed stays', async () => {
  send.mockRejectedValueOnce(refusal([{ field: 'disks[1].size', detail: 'must be at most 8' }]));
  const { user } = show();
  await user.type(name(), 'web-1');
  await user.type(password(), 'correct horse');
  await user.click(create());

  const size = screen.getByRole('textbox', { name: 'Disk 1 (GiB)' });
  await waitFor(() => expect(size).toHaveFocus());
  expect(size).toHaveAccessibleDescription('Must be at most 8.');
  expect(size).toBeInvalid();
  expect(name()).toHaveValue('web-1');
  expect(password()).toHaveValue('correct horse');
  await user.type(size, '{Backspace}');
  expect(size).toBeValid();

  await user.click(create());

  expect(send).toHaveBeenLastCalledWith({ ...initial, name: 'web-1', password: 'correct horse', disks: [{ size: '8' }, { size: '1' }] }, expect.anything());
});

test('what the server says of a field that is not here stands above, beside links to those that are', async () => {
  send.mockRejectedValueOnce(
    refusal([
      { field: 'name', detail: 'is taken' },
      { field: 'colour', detail: 'must be red' },
    ]),
  );
  const { user } = show();
  await user.type(name(), 'web-1{Enter}');

  const alert = await screen.findByRole('alert');
  expect(alert).toHaveTextContent('colour: must be red');
  await user.click(screen.getByRole('button', { name: 'Name: is taken' }));
  expect(name()).toHaveFocus();
});

test('a problem of no field is told in full', async () => {
  send.mockRejectedValueOnce(new ApiProblem({ type: 'busy', title: 'The guest is busy', detail: 'another operation has it', status: 409 }));
  const { user } = show();
  await user.type(name(), 'web-1{Enter}');

  expect(await screen.findByRole('alert')).toHaveTextContent('The guest is busyanother operation has it');
});

test('it is sent once, however often that is asked for', async () => {
  let answer = () => {};
  send.mockReturnValue(new Promise((resolve) => (answer = resolve)));
  const { user } = show();
  await user.type(name(), 'web-1{Enter}{Enter}');
  await user.click(create());

  expect(send).toHaveBeenCalledTimes(1);
  act(() => answer());
});

test('nothing is sent while Direttore does not answer, by the Enter key neither, and the button says why', async () => {
  const { user } = show();
  act(() => noteSilence('/api/about', noAnswer()));
  await user.type(name(), 'web-1{Enter}');

  expect(send).not.toHaveBeenCalled();
  expect(create()).toHaveAccessibleDescription('Direttore does not answer.');
});

test('what was typed is there after a reload, said to be restored, without secrets', async () => {
  const first = show();
  await first.user.type(name(), 'web-1');
  await first.user.type(password(), 'correct horse');
  first.unmount();
  expect(JSON.stringify([sessionStorage, localStorage])).not.toContain('correct');

  const { user } = show();
  expect(name()).toHaveValue('web-1');
  expect(password()).toHaveValue('');
  expect(screen.getByText('Draft restored')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Discard' }));

  expect(name()).toHaveValue('');
  expect(screen.queryByText('Draft restored')).not.toBeInTheDocument();
  expect(readDraft(draft, 'ada').restored).toBe(false);
});

test('a draft is one person’s, of one shape, and gone once it was sent', async () => {
  const first = show();
  await first.user.type(name(), 'web-1');
  first.unmount();

  const other = show({ who: 'ana' });
  expect(name()).toHaveValue('');
  other.unmount();
  const later = show();
  await later.user.click(create());
  await waitFor(() => expect(readDraft(draft, 'ada').restored).toBe(false));
  await later.user.type(name(), 'web-2');
  later.unmount();

  show({ version: 2 });
  expect(name()).toHaveValue('');
});

test('a draft is gone once it was sent, also where the form goes away meanwhile', async () => {
  let sent = () => {};
  done = () => new Promise<void>((resolve) => (sent = resolve));
  send.mockResolvedValue({ id: 'new' } as never);
  const { user, unmount } = show();
  await user.type(name(), 'web-1');
  await user.click(create());
  await waitFor(() => expect(readDraft(draft, 'ada').restored).toBe(false));

  await act(() => Promise.resolve());
  unmount();
  sent();
  expect(readDraft(draft, 'ada').restored).toBe(false);
});

test('a draft undoes nothing that was changed elsewhere meanwhile', async () => {
  const first = show();
  await first.user.type(name(), 'web-1');
  await first.user.click(screen.getByRole('checkbox', { name: 'Start it' }));
  first.unmount();

  const part = show({ now: { ...initial, name: 'db-1' } });
  expect(name()).toHaveValue('db-1');
  expect(screen.getByRole('checkbox', { name: 'Start it' })).toBeChecked();
  expect(screen.getByText('Draft restored, but for what has been changed elsewhere meanwhile')).toBeVisible();
  await part.user.click(screen.getByRole('button', { name: 'Discard' }));
  await part.user.type(name(), '-new');
  part.unmount();

  show({ now: { ...initial, name: 'db-2' } });
  expect(name()).toHaveValue('db-2');
  expect(screen.getByText(/^Your draft was dropped/)).toBeVisible();
});

test('leaving is asked about while something is typed; what is left is dropped', async () => {
  const { user } = show();
  await user.click(screen.getByRole('checkbox', { name: 'Start it' }));
  await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await user.click(await screen.findByRole('button', { name: 'Stay' }));
  expect(screen.getByRole('checkbox', { name: 'Start it' })).toBeChecked();

  await user.click(screen.getByRole('link', { name: 'Elsewhere' }));
  await user.click(await screen.findByRole('button', { name: 'Discard and leave' }));

  expect(await screen.findByRole('button', { name: 'There' })).toBeVisible();
  expect(readDraft(draft, 'ada').restored).toBe(false);
});

test('places in values are those of the API', () => {
  expect(pathOf('disks[0].size')).toBe('disks.0.size');
  expect(withValue(initial, 'disks.1.size', '32')).toEqual({ ...initial, disks: [{ size: '8' }, { size: '32' }] });
});
