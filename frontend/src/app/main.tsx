import '@mantine/core/styles.layer.css';
import './main.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter } from 'react-router';
import { newQueryClient } from '@/shared/api/cache';
import { App } from './App';
import { routes } from './routes';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App router={createBrowserRouter(routes)} cache={newQueryClient()} />
    </StrictMode>,
  );
}
