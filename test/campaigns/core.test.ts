import { describe, expect, test } from 'vitest';
import {
  act,
  defaultReturnPolicy,
  isRunning,
  start,
  statusOf,
  type Campaign,
  type CampaignAction,
  type CampaignState,
} from '../../src/campaigns/core.js';

const now = new Date('2026-03-02T12:00:00.000Z');
const at = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

const campaign = (fields: Partial<Campaign>): Campaign => ({
  id: 'campaign_01kjq6psg0e008000000000001',
  name: 'Spring',
  description: null,
  state: 'DRAFT',
  startsAt: null,
  endsAt: null,
  channels: [],
  metadata: {},
  ...defaultReturnPolicy,
  version: 1,
  createdAt: at(-100),
  updatedAt: at(-100),
  ...fields,
});

const windows = {
  open: [null, null],
  'still to come': [at(1), null],
  'still to come, with an end': [at(1), at(2)],
  'from this instant on': [now, null],
  'under way': [at(-1), at(1)],
  'under way without a start': [null, at(1)],
  'up to this instant': [at(-1), now],
  past: [at(-2), at(-1)],
  'past without a start': [null, at(-1)],
} as const;

describe('given a campaign of each state and window, its status', () => {
  const table: Record<CampaignState, Record<keyof typeof windows, string>> = {
    DRAFT: {
      open: 'DRAFT',
      'still to come': 'DRAFT',
      'still to come, with an end': 'DRAFT',
      'from this instant on': 'DRAFT',
      'under way': 'DRAFT',
      'under way without a start': 'DRAFT',
      'up to this instant': 'DRAFT',
      past: 'DRAFT',
      'past without a start': 'DRAFT',
    },
    ACTIVE: {
      open: 'ACTIVE',
      'still to come': 'SCHEDULED',
      'still to come, with an end': 'SCHEDULED',
      'from this instant on': 'ACTIVE',
      'under way': 'ACTIVE',
      'under way without a start': 'ACTIVE',
      'up to this instant': 'ENDED',
      past: 'ENDED',
      'past without a start': 'ENDED',
    },
    PAUSED: {
      open: 'PAUSED',
      'still to come': 'PAUSED',
      'still to come, with an end': 'PAUSED',
      'from this instant on': 'PAUSED',
      'under way': 'PAUSED',
      'under way without a start': 'PAUSED',
      'up to this instant': 'ENDED',
      past: 'ENDED',
      'past without a start': 'ENDED',
    },
    ENDED: {
      open: 'ENDED',
      'still to come': 'ENDED',
      'still to come, with an end': 'ENDED',
      'from this instant on': 'ENDED',
      'under way': 'ENDED',
      'under way without a start': 'ENDED',
      'up to this instant': 'ENDED',
      past: 'ENDED',
      'past without a start': 'ENDED',
    },
  };
  const cases = Object.entries(table).flatMap(([state, byWindow]) =>
    Object.entries(byWindow).map(([window, status]) => ({ state, window, status })),
  ) as { state: CampaignState; window: keyof typeof windows; status: string }[];

  test.each(cases)('$state, $window: $status', ({ state, window, status }) => {
    const [startsAt, endsAt] = windows[window];

    expect(statusOf({ state, startsAt, endsAt }, now)).toBe(status);
    expect(isRunning({ state, startsAt, endsAt }, now)).toBe(status === 'ACTIVE');
  });
});

describe('given a campaign of each state, an action', () => {
  const failed = (possible: string[]) => ({ possible });
  const table: Record<
    CampaignState,
    Record<CampaignAction, CampaignState | 'same' | { possible: string[] }>
  > = {
    DRAFT: {
      activateCampaign: 'ACTIVE',
      pauseCampaign: failed(['activateCampaign', 'endCampaign']),
      resumeCampaign: failed(['activateCampaign', 'endCampaign']),
      endCampaign: 'ENDED',
    },
    ACTIVE: {
      activateCampaign: 'same',
      pauseCampaign: 'PAUSED',
      resumeCampaign: 'same',
      endCampaign: 'ENDED',
    },
    PAUSED: {
      activateCampaign: failed(['resumeCampaign', 'endCampaign']),
      pauseCampaign: 'same',
      resumeCampaign: 'ACTIVE',
      endCampaign: 'ENDED',
    },
    ENDED: {
      activateCampaign: failed([]),
      pauseCampaign: failed([]),
      resumeCampaign: failed([]),
      endCampaign: 'same',
    },
  };
  const cases = Object.entries(table).flatMap(([state, byAction]) =>
    Object.entries(byAction).map(([action, outcome]) => ({ state, action, outcome })),
  ) as { state: CampaignState; action: CampaignAction; outcome: string | { possible: string[] } }[];

  test.each(cases)('$state, $action: $outcome', ({ state, action, outcome }) => {
    const before = campaign({ state });

    const after = act(before, action, now);

    if (outcome === 'same') return expect(after).toBe(before);
    if (typeof outcome === 'string') {
      return expect(after).toEqual({ ...before, state: outcome, version: 2, updatedAt: now });
    }
    expect(after).toMatchObject({ failure: 'CampaignTransition', status: state, possible: outcome.possible });
  });

  test('that is not possible says so in a sentence', () => {
    expect(act(campaign({ state: 'PAUSED' }), 'activateCampaign', now)).toMatchObject({
      message:
        'activateCampaign is not possible for a campaign that is PAUSED; possible: resumeCampaign, endCampaign.',
    });
    expect(act(campaign({ state: 'ENDED' }), 'pauseCampaign', now)).toMatchObject({
      message: 'pauseCampaign is not possible for a campaign that is ENDED; nothing is.',
    });
  });
});

describe('given a campaign whose end has passed, starting it', () => {
  const over = { startsAt: at(-2), endsAt: at(-1) };

  test.each([
    ['DRAFT', 'activateCampaign'],
    ['PAUSED', 'resumeCampaign'],
    ['ACTIVE', 'activateCampaign'],
    ['ACTIVE', 'resumeCampaign'],
  ] as const)('fails from %s by %s, naming the end', (state, action) => {
    expect(start(campaign({ state, ...over }), action, now)).toEqual({
      failure: 'CampaignOver',
      message: "The campaign's end, 2026-03-02T11:00:00.000Z, has passed.",
      endsAt: at(-1),
    });
  });

  test('fails at the very instant of its end', () => {
    expect(start(campaign({ endsAt: now }), 'activateCampaign', now)).toMatchObject({
      failure: 'CampaignOver',
    });
  });

  test('is not possible at all once it was ended, wherever its end is moved', () => {
    expect(start(campaign({ state: 'ENDED', ...over }), 'resumeCampaign', now)).toMatchObject({
      failure: 'CampaignTransition',
      possible: [],
    });
  });
});
