import type { RouteObject } from 'react-router';
import { NotFound } from '@/shell/NotFound';
import { Shell } from '@/shell/Shell';
import { ErrorPage } from '@/ui/ErrorPage';
import { fetched } from '@/ui/fetched';

/** Every page at its address. A page's file exports it as `Component` and is fetched when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, lazy: () => fetched(() => import('@/dashboard/Dashboard')) },
          { path: 'resources', lazy: () => fetched(() => import('@/guests/Resources')) },
          {
            path: 'guests/:node/:kind/:vmid',
            lazy: () => fetched(() => import('@/guests/GuestPage')),
            children: [
              { index: true, lazy: () => fetched(() => import('@/guests/Summary')) },
              { path: 'hardware', lazy: () => fetched(() => import('@/guests/Hardware')) },
              { path: 'network', lazy: () => fetched(() => import('@/guests/GuestNetwork')) },
              { path: 'snapshots', lazy: () => fetched(() => import('@/guests/Snapshots')) },
              { path: 'tasks', lazy: () => fetched(() => import('@/guests/Tasks')) },
            ],
          },
          { path: 'provision', lazy: () => fetched(() => import('@/provision/Provision')) },
          { path: 'operations', lazy: () => fetched(() => import('@/operations/Operations')) },
          { path: 'operations/:id', lazy: () => fetched(() => import('@/operations/OperationPage')) },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
