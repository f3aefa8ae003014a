import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test, vi } from 'vitest';
import { open } from '@/app/test/open';
import { operation, person, problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

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

test('all operations that the filter lets through are saved, not only the page that is shown', async () => {
  noteFiles();
  const asked: string[] = [];
  server.use(
    http.get('*/api/operations', ({ request }) => {
      const query = new URL(request.url).searchParams;
      if (query.get('limit') !== '200') {
        return HttpResponse.json({ operations: [operation({ id: 'op-0' })], next: 'shown' });
      }
      asked.push(query.toString());
      const from = Number(query.get('after') ?? 0);
      return HttpResponse.json({ operations: [operation({ id: `op-${from}` })], next: from < 2 ? String(from + 1) : null });
    }),
  );
  const { user } = open('/operations?status=running');
  await screen.findByRole('table', { name: 'Operations' });
  asked.length = 0;

  await user.click(screen.getByRole('button', { name: 'Export as CSV' }));

  await vi.waitFor(() => expect(made[0]?.trim().split('\r\n')).toHaveLength(4));
  expect(asked.filter((query) => query.includes('status=running'))).toHaveLength(3);
  expect(await screen.findByText('operations.csv has all 3 rows.')).toBeVisible();
});

test('a file of rows that could not all be read is not saved', async () => {
  noteFiles();
  server.use(
    http.get('*/api/operations', ({ request }) =>
      new URL(request.url).searchParams.get('after') === 'next'
        ? refuse(problem({ detail: 'Proxmox is away.' }))
        : HttpResponse.json({ operations: [operation()], next: 'next' }),
    ),
  );
  const { user } = open('/operations');
  await screen.findByRole('table', { name: 'Operations' });

  await user.click(screen.getByRole('button', { name: 'Export as CSV' }));

  expect(await screen.findByText(/^Nothing was saved, as not all rows could be read: Proxmox is away/)).toBeVisible();
  expect(made).toEqual([]);
});

test('the operations that are shown are saved as a file', async () => {
  noteFiles();
  server.use(http.get('*/api/operations', () => HttpResponse.json({ operations: [operation()], next: null })));
  const { user } = open('/operations');
  await screen.findByRole('table', { name: 'Operations' });

  await user.click(screen.getByRole('button', { name: 'Export as CSV' }));

  await vi.waitFor(() => expect(made[0]).toContain('id,kind,vmid,status,error,node,requested_by,created,started,finished\r\n'));
  expect(made[0]).toContain(',start,1042,running,,pve1,local,2026-03-01T09:00:00Z');
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
