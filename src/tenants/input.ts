import { z } from 'zod';
import { text } from '../lib/input.js';

export const newTenant = z.object({ name: text(1, 100) });
