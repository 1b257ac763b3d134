/**
 * The other reference: what Apollo Server on Fastify can do at all. The same schema and the same document, as text or
 * by the hash under which Apollo remembers it, but no limits, no credentials and no database: one resolver, which answers a constant.
 */
import { readFileSync } from 'node:fs';
import { ApolloServer } from '@apollo/server';
import fastifyApollo from '@as-integrations/fastify';
import { makeExecutableSchema } from '@graphql-tools/schema';
import Fastify from 'fastify';

const typeDefs = readFileSync(new URL('../schema.graphql', import.meta.url), 'utf8');

const constant = {
  __typename: 'ValidateCouponSuccess',
  discount: { amount: '5.99', currency: 'GBP' },
  total: { amount: '53.91', currency: 'GBP' },
};

const apollo = new ApolloServer({
  schema: makeExecutableSchema({ typeDefs, resolvers: { Query: { validateCoupon: () => constant } } }),
});
await apollo.start();

const app = Fastify();
app.get('/', () => 'It runs.');
await app.register(fastifyApollo(apollo));
await app.listen({ port: Number(process.env['PORT']), host: '127.0.0.1' });

process.on('disconnect', () => process.exit());
