import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/programs/**'],
    server: { deps: { external: [/dist\/generated\//] } },
    // No test may depend on where or when it runs: a time zone and a locale far from the product's own.
    env: { TZ: 'America/Los_Angeles', LC_ALL: 'C' },
    testTimeout: 30_000,
  },
});
