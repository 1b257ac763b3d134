import { readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { getDirective, MapperKind, mapSchema } from '@graphql-tools/utils';
import { defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { resolvers as audit } from '../audit/resolvers.js';
import { resolvers as brands } from '../brands/resolvers.js';
import { resolvers as campaigns } from '../campaigns/resolvers.js';
import { resolvers as conditions } from '../conditions/resolvers.js';
import { resolvers as coupons } from '../coupons/resolvers.js';
import { resolvers as customers } from '../customers/resolvers.js';
import { resolvers as discounts } from '../discounts/resolvers.js';
import { resolvers as evaluation } from '../evaluation/resolvers.js';
import { resolvers as fans } from '../fans/resolvers.js';
import { resolvers as keys } from '../keys/resolvers.js';
import { resolvers as limits } from '../limits/resolvers.js';
import { resolvers as promotions } from '../promotions/resolvers.js';
import { requireRight } from '../platform/rights.js';
import type { Right } from '../platform/scope.js';
import { resolvers as redemptions } from '../redemptions/resolvers.js';
import { resolvers as reservations } from '../reservations/resolvers.js';
import { resolvers as returns } from '../returns/resolvers.js';
import { resolvers as rules } from '../rules/resolvers.js';
import { resolvers as sandbox } from '../sandbox/resolvers.js';
import { resolvers as segments } from '../segments/resolvers.js';
import { resolvers as templates } from '../templates/resolvers.js';
import { resolvers as tenants } from '../tenants/resolvers.js';
import type { Context } from './context.js';
import { resolvers as node } from './node.js';
import { resolvers as scalars } from './scalars.js';

const typeDefs = readFileSync(new URL('../../schema.graphql', import.meta.url), 'utf8');

/** Told the outcome of every field that has kinds of outcomes: the name of the type that it answered. */
export type OnOutcome = (field: string, outcome: string) => void;

export function createSchema(onOutcome: OnOutcome = () => undefined): GraphQLSchema {
  const schema = makeExecutableSchema<Context>({
    typeDefs,
    resolvers: [
      scalars,
      node,
      audit,
      tenants,
      keys,
      conditions,
      customers,
      segments,
      limits,
      campaigns,
      discounts,
      coupons,
      templates,
      rules,
      evaluation,
      redemptions,
      promotions,
      returns,
      reservations,
      brands,
      fans,
      sandbox,
    ],
    inheritResolversFromInterfaces: true,
  });
  return guarded(schema, onOutcome);
}

/** Makes `@auth` true: a field that bears it resolves only for a credential with that right. */
function guarded(schema: GraphQLSchema, onOutcome: OnOutcome): GraphQLSchema {
  return mapSchema(schema, {
    [MapperKind.OBJECT_FIELD]: (field, name) => {
      const auth = getDirective(schema, field, 'auth')?.[0] as { requires: Right } | undefined;
      if (!auth) return field;
      const { resolve = defaultFieldResolver } = field;
      return {
        ...field,
        resolve: async (source, args, context: Context, info) => {
          requireRight(context.scope, auth.requires);
          const answer: unknown = await resolve(source, args, context, info);
          if (typeof answer === 'object' && answer !== null && '__typename' in answer) {
            onOutcome(name, String(answer.__typename));
          }
          return answer;
        },
      };
    },
  });
}
