import { discreet } from '../evaluation/discreet.js';
import type { Resolvers } from '../generated/graphql.js';
import { named, namedAll } from '../lib/named.js';
import { forOwn } from '../platform/rights.js';
import type { Scope } from '../platform/scope.js';
import * as actions from './actions.js';
import { standingOf } from './core.js';
import type { RefusedCode } from './errors.js';

/** Failures where GraphQL takes any error: each by its own name, as far as it may be told. */
const errors = (scope: Scope, refusals: readonly RefusedCode[]) =>
  namedAll(refusals.map(({ typed, ...refusal }) => discreet(scope, typed, refusal)));

export const resolvers: Resolvers = {
  Query: {
    reservation: (_, { id }, { scope }) => actions.findReservation(scope, id),
  },

  Mutation: {
    reserveCoupons: async (_, { input }, { scope }) =>
      named(await actions.reserveCoupons(scope, forOwn(scope, input)), ({ reservation, refusals }) => ({
        __typename: 'ReserveCouponsSuccess',
        reservation,
        refusals: errors(scope, refusals),
      })),
    confirmReservation: async (_, { input }, { scope }) => {
      const confirmed = await actions.confirmReservation(scope, { ...input });
      const told = 'couponCode' in confirmed ? discreet(scope, confirmed.couponCode, confirmed) : confirmed;
      return named(told, (reservation) => ({ __typename: 'ConfirmReservationSuccess', reservation }));
    },
    releaseReservation: async (_, { input }, { scope }) =>
      named(await actions.releaseReservation(scope, { ...input }), (reservation) => ({
        __typename: 'ReleaseReservationSuccess',
        reservation,
      })),
  },

  Reservation: {
    status: async (reservation, _, { scope, loaders }) =>
      standingOf(reservation, await loaders.heldByReservation.load(reservation.id), scope.now()),
    redemptions: ({ id }, _, { loaders }) => loaders.heldByReservation.load(id),
  },

  ReservationRefusedError: {
    refusals: ({ refusals }, _, { scope }) => errors(scope, refusals),
  },
};
