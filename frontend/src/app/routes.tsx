import { Navigate, type RouteObject } from 'react-router';
import { ErrorPage } from '@/shared/ui/ErrorPage';
import { fetched } from '@/shared/ui/fetched';
import { NotFound } from './shell/NotFound';
import { SignedIn } from './shell/SignedIn';

/** Every page at its address. A page's file exports it as `Component` and is fetched when it is first opened. */
export const routes: RouteObject[] = [
  { path: 'sign-in', HydrateFallback: () => null, errorElement: <ErrorPage />, lazy: () => fetched(() => import('@/features/access/SignIn')) },
  { path: 'welcome', HydrateFallback: () => null, errorElement: <ErrorPage />, lazy: () => fetched(() => import('@/features/access/Welcome')) },
  {
    element: <SignedIn />,
    errorElement: <ErrorPage />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, lazy: () => fetched(() => import('@/features/dashboard/Dashboard')) },
          { path: 'resources', lazy: () => fetched(() => import('@/features/guests/Resources')) },
          {
            path: 'guests/:node/:kind/:vmid',
            lazy: () => fetched(() => import('@/features/guests/GuestPage')),
            children: [
              { index: true, lazy: () => fetched(() => import('@/features/guests/Summary')) },
              { path: 'hardware', lazy: () => fetched(() => import('@/features/guests/Hardware')) },
              { path: 'network', lazy: () => fetched(() => import('@/features/guests/GuestNetwork')) },
              { path: 'snapshots', lazy: () => fetched(() => import('@/features/guests/Snapshots')) },
              { path: 'tasks', lazy: () => fetched(() => import('@/features/guests/Tasks')) },
            ],
          },
          { path: 'provision', lazy: () => fetched(() => import('@/features/provision/Provision')) },
          { path: 'operations', lazy: () => fetched(() => import('@/features/operations/Operations')) },
          { path: 'operations/:id', lazy: () => fetched(() => import('@/features/operations/OperationPage')) },
          { path: 'groups/:id', lazy: () => fetched(() => import('@/features/groups/GroupPage')) },
          { path: 'reservations', lazy: () => fetched(() => import('@/features/reservations/Reservations')) },
          { path: 'reservations/resources', lazy: () => fetched(() => import('@/features/reservations/resources/Resources')) },
          { path: 'reservations/rules', lazy: () => fetched(() => import('@/features/reservations/policies/Policies')) },
          { path: 'reservations/approvals', lazy: () => fetched(() => import('@/features/reservations/approvals/Approvals')) },
          { path: 'reservations/waiting', lazy: () => fetched(() => import('@/features/reservations/waiting/Waiting')) },
          { path: 'reservations/blackouts', lazy: () => fetched(() => import('@/features/reservations/blackouts/Blackouts')) },
          { path: 'reservations/:id', lazy: () => fetched(() => import('@/features/reservations/page/ReservationPage')) },
          {
            path: 'inventory',
            lazy: () => fetched(() => import('@/features/inventory/Inventory')),
            children: [
              { index: true, element: <Navigate replace to="devices" /> },
              { path: 'devices', lazy: () => fetched(() => import('@/features/inventory/Devices')) },
              { path: 'prefixes', lazy: () => fetched(() => import('@/features/inventory/Prefixes')) },
              { path: 'addresses', lazy: () => fetched(() => import('@/features/inventory/Addresses')) },
              { path: 'vlans', lazy: () => fetched(() => import('@/features/inventory/Vlans')) },
              { path: 'drift', lazy: () => fetched(() => import('@/features/inventory/Drift')) },
            ],
          },
          { path: 'inventory/devices/:id', lazy: () => fetched(() => import('@/features/inventory/DevicePage')) },
          { path: 'inventory/prefixes/:id', lazy: () => fetched(() => import('@/features/inventory/PrefixPage')) },
          { path: 'webhooks', lazy: () => fetched(() => import('@/features/webhooks/Webhooks')) },
          { path: 'webhooks/:id', lazy: () => fetched(() => import('@/features/webhooks/WebhookPage')) },
          { path: 'profile', lazy: () => fetched(() => import('@/features/access/Profile')) },
          { path: 'people', lazy: () => fetched(() => import('@/features/access/People')) },
          { path: 'people/:name', lazy: () => fetched(() => import('@/features/access/PersonPage')) },
          { path: 'teams/:team', lazy: () => fetched(() => import('@/features/access/TeamPage')) },
          { path: 'audit', lazy: () => fetched(() => import('@/features/audit/Audit')) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
