import { screen, within } from '@testing-library/react';
import { http, HttpResponse } from 'msw';
import { expect, test } from 'vitest';
import { expectAccessible, open } from '@/app/test/open';
import type { Preferences } from '@/shared/api/types';
import { problem } from '@/shared/test/cluster';
import { refuse, server } from '@/shared/test/server';

const preferred = (change: Partial<Preferences> = {}): Preferences => ({
  time_zone: null,
  locale: null,
  mail: null,
  mails: true,
  lab_time_zone: 'Europe/Rome',
  lab_locale: 'en-GB',
  mail_sent: true,
  ...change,
});

const card = async () => within(await screen.findByRole('region', { name: 'Mail' }));

test('an address, a zone and a language are kept', async () => {
  const sent: unknown[] = [];
  server.use(
    http.get('*/api/me/preferences', () => HttpResponse.json(preferred())),
    http.patch('*/api/me/preferences', async ({ request }) => {
      const change = (await request.json()) as Partial<Preferences>;
      sent.push(change);
      return HttpResponse.json(preferred(change));
    }),
  );
  const { user } = open('/profile');
  await user.type(await (await card()).findByRole('textbox', { name: 'Address' }), 'ada@lab.example');
  await user.type((await card()).getByLabelText('Zone of times', { selector: 'input' }), 'Asia/Tokyo');
  await user.click((await card()).getByRole('checkbox', { name: 'Send me mail' }));
  await user.click((await card()).getByRole('button', { name: 'Save preferences' }));

  expect(await (await card()).findByText('Saved.')).toBeVisible();
  expect(sent).toEqual([{ mail: 'ada@lab.example', mails: false, time_zone: 'Asia/Tokyo', locale: null }]);
  await expectAccessible();
});

test('what is wrong stands at its field', async () => {
  server.use(
    http.get('*/api/me/preferences', () => HttpResponse.json(preferred())),
    http.patch('*/api/me/preferences', () =>
      refuse(
        problem({
          type: 'urn:direttore:problem:invalid',
          title: 'Invalid',
          status: 400,
          detail: 'mail must be an address such as ada@lab.example',
          field: 'mail',
          errors: [{ field: 'mail', detail: 'must be an address such as ada@lab.example' }],
        }),
      ),
    ),
  );
  const { user } = open('/profile');
  await user.type(await (await card()).findByRole('textbox', { name: 'Address' }), 'ada');
  await user.click((await card()).getByRole('button', { name: 'Save preferences' }));

  expect(await (await card()).findByText(/^Must be an address such as/)).toBeVisible();
});

test('says where no mail is sent', async () => {
  server.use(http.get('*/api/me/preferences', () => HttpResponse.json(preferred({ mail_sent: false }))));
  open('/profile');

  expect(await screen.findByText(/No mail server is set/)).toBeVisible();
});
