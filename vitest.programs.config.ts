import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['tests/programs/**/*.test.ts'], testTimeout: 60_000 } });
