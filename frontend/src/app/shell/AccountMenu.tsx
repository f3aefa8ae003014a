import { ActionIcon, Box, Menu, Text } from '@mantine/core';
import { IconLogout, IconUser, IconUserCircle } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { useMe } from '@/features/access/rights';
import { accessTexts } from '@/features/access/texts';
import { api, body } from '@/shared/api/client';
import { problemOf } from '@/shared/api/problem';
import { forgetDrafts } from '@/shared/form/draft';
import { notify } from '@/shared/ui/notify';
import { DisplayItems } from './DisplayMenu';
import { usePages } from './pages';

const said = accessTexts.account;

/** Who is signed in, their profile and the way out; on a phone also what has no other place there. */
export function AccountMenu() {
  const me = useMe();
  const navigate = useNavigate();
  const more = usePages().filter(({ right }) => right !== undefined);
  const leave = useMutation({
    mutationFn: () => body(api.POST('/api/session/oidc/sign-out')),
    // Without leaving the provider too, one click would let the next person at this browser in.
    onSuccess: ({ href }) => {
      forgetDrafts();
      void (href === null ? navigate('/sign-in') : location.assign(href));
    },
    onError: (error) => notify({ color: 'red', title: problemOf(error).title, message: problemOf(error).detail }),
  });
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={said.menu(me.display)}>
          <IconUserCircle size={22} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <Text fw={650} c="var(--mantine-color-text)">
            {me.display}
          </Text>
          {me.display === me.name ? accessTexts.roles[me.role] : `${me.name} · ${accessTexts.roles[me.role]}`}
        </Menu.Label>
        <Menu.Divider />
        <Menu.Item component={Link} to="/profile" leftSection={<IconUser size={16} />}>
          {said.profile}
        </Menu.Item>
        {more.map((page) => (
          <Menu.Item key={page.to} component={Link} to={page.to} leftSection={<page.icon size={16} />} hiddenFrom="sm">
            {page.label}
          </Menu.Item>
        ))}
        <Box hiddenFrom="sm">
          <Menu.Divider />
          <DisplayItems />
        </Box>
        {me.via === 'session' && (
          <>
            <Menu.Divider />
            <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => leave.mutate()}>
              {said.signOut}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
