import type { RouteObject } from 'react-router';
import { NotFound } from '@/shell/NotFound';
import { Shell } from '@/shell/Shell';
import { ErrorPage } from '@/ui/ErrorPage';

/** Every page at its address. A page's file exports it as `Component` and is fetched when it is first opened. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    HydrateFallback: () => null,
    children: [
      {
        errorElement: <ErrorPage />,
        children: [
          { index: true, lazy: () => import('@/dashboard/Dashboard') },
          { path: 'resources', lazy: () => import('@/guests/Resources') },
          {
            path: 'guests/:node/:kind/:vmid',
            lazy: () => import('@/guests/GuestPage'),
            children: [
              { index: true, lazy: () => import('@/guests/Summary') },
              { path: 'hardware', lazy: () => import('@/guests/Hardware') },
              { path: 'network', lazy: () => import('@/guests/GuestNetwork') },
              { path: 'snapshots', lazy: () => import('@/guests/Snapshots') },
              { path: 'tasks', lazy: () => import('@/guests/Tasks') },
            ],
          },
          { path: 'provision', lazy: () => import('@/provision/Provision') },
          { path: 'operations', lazy: () => import('@/operations/Operations') },
          { path: 'operations/:id', lazy: () => import('@/operations/OperationPage') },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
