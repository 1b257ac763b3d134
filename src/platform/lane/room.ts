export interface RoomOptions {
  /** How many batches may be under way at once, whatever they are; fewer than there are connections, which others need too. */
  readonly inAll: number;
  /** How many of them may be of one tenant. */
  readonly perTenant: number;
}

/** What lanes of different kinds share: the connections of one database. */
export interface Room {
  hasPlace(): boolean;
  hasPlaceFor(tenantId: string): boolean;
  enter(tenantId: string): void;
  leave(tenantId: string): void;
  /** `wake` is called whenever somebody of a tenant has left. */
  onLeave(wake: (tenantId: string) => void): void;
}

export function createRoom({ inAll, perTenant }: RoomOptions): Room {
  const inside = new Map<string, number>();
  const lanes: ((tenantId: string) => void)[] = [];
  let all = 0;

  return {
    hasPlace: () => all < inAll,
    hasPlaceFor: (tenantId) => (inside.get(tenantId) ?? 0) < perTenant,
    enter(tenantId) {
      all += 1;
      inside.set(tenantId, (inside.get(tenantId) ?? 0) + 1);
    },
    leave(tenantId) {
      all -= 1;
      const left = inside.get(tenantId)! - 1;
      if (left === 0) inside.delete(tenantId);
      else inside.set(tenantId, left);
      // Each kind is the first to hear of it in its turn: the last would be left without a place.
      lanes.push(...lanes.splice(0, 1));
      for (const wake of [...lanes]) wake(tenantId);
    },
    onLeave: (wake) => void lanes.push(wake),
  };
}
