import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

// Where "npm run dev" sends what is not the UI's.
const api = new URL(process.env.API ?? 'http://127.0.0.1:8000').origin;
const toApi = { target: api, changeOrigin: true };

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { '@': fileURLToPath(new URL('src', import.meta.url)) } },
  build: { target: 'es2023', manifest: true, chunkSizeWarningLimit: 1000 },
  server: {
    port: Number(process.env.PORT ?? 5173),
    allowedHosts: true,
    proxy: {
      // The API refuses what a page of another origin sends; here the page comes from it by way of this server.
      '/api': { ...toApi, headers: { origin: api } },
      '/docs': toApi,
      '/redoc': toApi,
      '/docs-assets': toApi,
      '/openapi.json': toApi,
      '/openapi.yaml': toApi,
    },
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 15_000,
    // Somewhere that is not in UTC, so that one zone is not taken for the other.
    env: { TZ: 'Europe/Rome' },
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
