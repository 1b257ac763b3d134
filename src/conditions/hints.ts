import type { Change } from './change.js';
import type { Condition } from './core.js';
import type { Situation } from './situation.js';

export const changesFor = (_condition: Condition, _situation: Situation): readonly Change[] | null => null;
