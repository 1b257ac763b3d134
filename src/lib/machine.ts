/** What can be done in which state: action → the states it starts from, and the one it leads to. */
export type Machine<State extends string, Action extends string> = Record<
  Action,
  { readonly from: readonly State[]; readonly to: State }
>;

/** The state after the action: 'same' if it holds already, undefined if it cannot be reached from here. */
export function transition<State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
  action: Action,
): State | 'same' | undefined {
  const { from, to } = machine[action];
  if (state === to) return 'same';
  return from.includes(state) ? to : undefined;
}

export const possibleActions = <State extends string, Action extends string>(
  machine: Machine<State, Action>,
  state: State,
): Action[] => (Object.keys(machine) as Action[]).filter((action) => machine[action].from.includes(state));
