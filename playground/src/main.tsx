// Workers and editor styles first: Monaco looks for both as soon as it is imported.
import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './style.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { loadConfig } from './config';
import { Playground } from './playground';
import { seedTabs } from './tabs';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

try {
  const config = await loadConfig();
  seedTabs(config.tabs);
  createRoot(root).render(
    <StrictMode>
      <Playground config={config} />
    </StrictMode>,
  );
} catch (error) {
  root.textContent = `The Playground could not start. ${String(error)}`;
}
