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
      '/api': {
        ...toApi,
        // The API refuses what a page of another origin sends. Pages of this server are as good as its own, whatever
        // its name; those of others stay what they are.
        configure: (proxy) =>
          proxy.on('proxyReq', (sent, { headers: { origin, host } }) => {
            if (origin?.replace(/^https?:\/\//, '') === host) {
              sent.setHeader('origin', api);
            }
          }),
      },
      '/docs': toApi,
      '/redoc': toApi,
      '/docs-assets': toApi,
      '/openapi.json': toApi,
      '/openapi.yaml': toApi,
    },
  },
  test: {
    environment: './src/shared/test/environment.ts',
    isolate: false,
    maxWorkers: '100%',
    setupFiles: ['src/shared/test/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 600_000,
    // Somewhere that is not in UTC, so that one zone is not taken for the other.
    env: { TZ: 'Europe/Rome' },
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
