import { z } from 'zod';
import { metadataOrEmpty, none, text } from '../lib/input.js';
import type { JsonObject } from '../lib/json.js';
import type { Money } from '../lib/money.js';
import { itemsOff, nothingOff, type Basket, type Off } from './basket.js';

/** Something the customer gets beside the order, such as points. The shop hands it out; Tearline says when. */
export interface Reward {
  /** The shop's own id of it. */
  readonly itemId: string;
  readonly name: string;
  readonly description: string | null;
  /** The shop's own word for what it is, such as "points". */
  readonly type: string;
  /** What the shop needs to hand it out. */
  readonly payload: JsonObject;
}

export interface RewardDiscount {
  readonly kind: 'REWARD';
  readonly reward: Reward;
}

export const reward = {
  input: z
    .object({
      itemId: text(1, 200),
      name: text(1, 200),
      description: none(text(0, 1_000)),
      type: text(1, 100),
      payload: metadataOrEmpty,
    })
    .transform((reward): RewardDiscount => ({ kind: 'REWARD', reward })),
  given: ({ reward }: RewardDiscount) => ({ reward }),
  amounts: (): readonly Money[] => [],
  off: ({ reward }: RewardDiscount, basket: Basket): Off => ({ ...itemsOff(nothingOff(basket)), reward }),
  freesShipping: (): boolean => false,
};
