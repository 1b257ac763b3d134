import { vi } from 'vitest';

// Runs before each test file. A worker loads the packages once, but what src/ and test/ remember is each file's own: the
// tenants of one file have the same ids as those of another, in another database.
vi.resetModules();
