import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Fastify from 'fastify';
import { describe, expect, it } from 'vitest';
import { loadExamples } from '../../src/api/examples.js';
import { playground, type PlaygroundOptions } from '../../src/api/playground.js';

async function started(options: PlaygroundOptions) {
  const app = Fastify();
  await app.register(playground, options);
  return app;
}

function builtPage(): string {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<title>Tearline Playground</title>');
  writeFileSync(join(folder, 'assets/index-abc123.js'), 'export {};');
  return folder;
}

describe('given the page is built', () => {
  it('is answered at / and asked for anew each time', async () => {
    const app = await started({ folder: builtPage() });
    const page = await app.inject('/');
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('Tearline Playground');
    expect(page.headers['cache-control']).toBe('no-cache');
  });

  it('may load and call nothing but its own server', async () => {
    const app = await started({ folder: builtPage() });
    const policy = String((await app.inject('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/https?:|\*/);
  });

  it('keeps its hashed files for a year', async () => {
    const app = await started({ folder: builtPage() });
    const asset = await app.inject('/playground/assets/index-abc123.js');
    expect(asset.statusCode).toBe(200);
    expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  });
});

describe('given the page is not built', () => {
  it('says how to build it', async () => {
    const app = await started({ folder: join(tmpdir(), 'nothing-here') });
    const page = await app.inject('/');
    expect(page.statusCode).toBe(503);
    expect(page.body).toContain('npm run build:playground');
  });
});

describe('the configuration', () => {
  it('has the demo key and a tab for each section, and is never cached', async () => {
    const app = await started({ folder: builtPage(), demoKey: 'demo-key' });
    const answer = await app.inject('/playground/config.json');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.json()).toMatchObject({
      demo: { key: 'demo-key' },
      tabs: loadExamples().map(({ title }) => ({ title })),
    });
  });

  it('has no key when there is no demo tenant', async () => {
    const app = await started({ folder: builtPage() });
    expect((await app.inject('/playground/config.json')).json()).toMatchObject({ demo: null });
  });
});

it('leaves the other routes of the server alone', async () => {
  const app = await started({ folder: builtPage() });
  app.get('/health', async () => 'well');
  expect((await app.inject('/health')).headers).not.toHaveProperty('content-security-policy');
});
