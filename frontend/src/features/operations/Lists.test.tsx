import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { open } from '@/app/test/open';
import { operation, person } from '@/shared/test/cluster';
import { server } from '@/shared/test/server';

const made: string[] = [];

/** Notes what is saved as a file. */
function noteFiles() {
  made.length = 0;
  vi.spyOn(URL, 'createObjectURL').mockImplementation((file) => {
    void (file as Blob).text().then((text) => made.push(text));
    return 'blob:file';
  });
  vi.spyOn(URL, 'revokeObjectURL').mockReturnValue();
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
}

test('the operations that are shown are saved as a file', async () => {
  noteFiles();
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [operation()], next: null })));
  const { user } = open('/operations');
  await screen.findByRole('table', { name: 'Operations' });

  await user.click(screen.getByRole('button', { name: 'Export as CSV' }));

  await vi.waitFor(() => expect(made[0]).toContain('id,kind,status,node,vmid,requested_by,created,started,finished,error\r\n'));
  expect(made[0]).toContain(',start,running,pve1,1042,local,2026-03-01T09:00:00Z');
});

test('a list of people keeps views of its own, apart from those of guests', async () => {
  localStorage.setItem('direttore.views', JSON.stringify([{ name: 'Running', search: '?q=status%3Arunning' }]));
  server.use(http.get('*/api/people', () => HttpResponse.json({ people: [person()] })));
  const { user } = open('/people?q=ana');
  await screen.findByRole('table', { name: 'People' });
  await user.click(screen.getByRole('button', { name: 'Saved views' }));
  const dialog = await screen.findByRole('dialog', { name: 'Saved views' });
  expect(within(dialog).queryByText('Running')).not.toBeInTheDocument();

  await user.type(within(dialog).getByRole('textbox'), 'Anas{Enter}');

  expect(JSON.parse(localStorage.getItem('direttore.views.people') ?? '[]')).toEqual([{ name: 'Anas', search: '?q=ana' }]);
});
