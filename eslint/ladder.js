/**
 * Who may import whom, as lint rules made from one list.
 *
 * Flat config replaces a rule where two entries match, it does not merge them: so there is one entry for each folder
 * and kind of file, and each carries the whole list of what is forbidden there.
 */

/** The domains, lowest first. A domain imports only from those before it. */
export const ladder = [
  'audit',
  'tenants',
  'keys',
  'jobs',
  'channels',
  'conditions',
  'customers',
  'segments',
  'limits',
  'rules',
  'campaigns',
  'discounts',
  'coupons',
  'templates',
  'fraud',
  'experiments',
  'evaluation',
  'redemptions',
  'promotions',
  'returns',
  'reservations',
  'brands',
  'fans',
  'schedules',
  'imports',
  'webhooks',
  'analytics',
  'sandbox',
  'reconciliation',
];

/** The folders of src/ that are no domains. A folder in neither list would obey no rule, so a test refuses it. */
export const otherFolders = ['lib', 'platform', 'api', 'demo', 'cli', 'generated'];

/** What puts the server, and the commands, together out of everything else. */
const assembly = ['app', 'processes', 'worker', 'cli'];

/** Forbids imports whose specifier matches. Relative specifiers end in `.js`, as Node wants them. */
const forbid = (regex, message) => ({ regex, message });

/** Any of these folders or files, reached from a folder beside them. */
const beside = (names) => `^(\\.\\./)+(${names.join('|')})(/|\\.js$)`;

const nothingImportsMain = forbid(
  '(^|/)src/main\\.js$|^(\\.\\.?/)+main\\.js$',
  'Nothing imports main.ts, which acts when imported: move what you need to a file of its own, and let main.ts import that.',
);

/**
 * A file of a domain, or what lies in the folder of its name beside it: where a store or actions grow too long, they are
 * split by noun, `store.ts` into `store/cards.ts`, which obeys the same rules.
 */
const split = (name) => `${name}(/[\\w-]+)?\\.js$`;

const foreignStore = forbid(
  `^(\\.\\./)+(${ladder.join('|')})/${split('store')}`,
  "Another domain's store is its own: call a function of its actions.ts, and add one there if it lacks.",
);

const foreignResolvers = forbid(
  `^(\\.\\./)+(${ladder.join('|')})/${split('resolvers')}`,
  "Another domain's resolvers serve only GraphQL: call its actions.ts, or its pure files.",
);

const generatedPrisma = forbid(
  '(^|/)generated/prisma/|^@prisma/',
  'Only store.ts speaks Prisma: put the query into the store of this domain, and have it take and give plain values.',
);

const database = forbid(
  '(^|/)platform/database\\.js$',
  'Only store.ts opens the database: put the query into the store of this domain, and call it from actions.ts.',
);

const generatedGraphql = forbid(
  '(^|/)generated/graphql\\.js$',
  "Only resolvers.ts speaks GraphQL: say it in the domain's own types, in core.ts, and unpack the input in resolvers.ts.",
);

const io = forbid(
  [
    '^(node:)?(fs|net|tls|dgram|dns|http|https|http2|os|process|child_process|cluster|worker_threads|readline|timers|stream|inspector|perf_hooks)(/|$)',
    '^(pg|pg-boss|undici|nodemailer|fastify|@fastify/.*|@as-integrations/.*|@apollo/server.*|pino|prom-client)$',
  ].join('|'),
  'This file is pure and does no I/O: take what it needs as an argument, and let store.ts or the platform fetch it.',
);

/** Not a matter of I/O: a hash is pure, a random number is not. */
const randomCrypto = {
  name: 'node:crypto',
  importNames: [
    'randomBytes',
    'randomFill',
    'randomFillSync',
    'randomInt',
    'randomUUID',
    'webcrypto',
    'getRandomValues',
    'generateKey',
    'generateKeySync',
  ],
  message: 'Randomness is handed in: use scope.randomBytes or scope.newId, or take it as an argument.',
};

const unknownClock = 'The clock is handed in: use scope.now(), or take `now: Date` as an argument.';
const unknownDice = 'Randomness is handed in: use scope.randomBytes, or take it as an argument.';
const unknownIds = 'Ids are handed in: use scope.newId(prefix), or take the id as an argument.';

/** What would make a test depend on when, and how often, it runs. */
const nothingFetched = [
  { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: unknownClock },
  { selector: "CallExpression[callee.type='Identifier'][callee.name='Date']", message: unknownClock },
  { selector: "MemberExpression[object.name='Date'][property.name='now']", message: unknownClock },
  { selector: "MemberExpression[object.name='performance'][property.name='now']", message: unknownClock },
  { selector: "MemberExpression[object.name='Math'][property.name='random']", message: unknownDice },
  { selector: "MemberExpression[property.name='getRandomValues']", message: unknownDice },
  { selector: "MemberExpression[property.name='randomUUID']", message: unknownIds },
  {
    selector: "MemberExpression[object.name='process'][property.name='env']",
    message: 'The environment is read once, by config.ts: take the value as an argument.',
  },
];

/** `import()` and `import('…').T` would slip past the rule of dependency. */
const nothingHidden = ['ImportExpression', 'TSImportType'].map((selector) => ({
  selector,
  message: 'Import at the top of the file, where the rule of dependency can see it.',
}));

const entry = (name, files, { patterns, paths = [], syntax = [], ignores = [] }) => ({
  name: `ladder/${name}`,
  files,
  ignores,
  rules: {
    'no-restricted-imports': ['error', { paths, patterns: [nothingImportsMain, ...patterns] }],
    'no-restricted-syntax': ['error', ...syntax],
  },
});

/** What a domain may not import from other folders, whatever the kind of file. */
function neighbours(domain) {
  const higher = ladder.slice(ladder.indexOf(domain) + 1);
  return [
    foreignStore,
    foreignResolvers,
    ...(higher.length > 0
      ? [
          forbid(
            beside(higher),
            `This domain stands higher on the ladder than ${domain}: turn the call round, so that the higher one calls ${domain}, or move what both need to a lower domain.`,
          ),
        ]
      : []),
    forbid(
      beside(['api']),
      'A domain does not know the API: take what you need as an argument, or move it to the platform.',
    ),
    forbid(
      beside(['demo']),
      "A domain does not know the demo tenant: let src/demo/ call this domain's actions.",
    ),
    forbid(beside(['config']), 'A domain does not read the configuration: take the value as an argument.'),
    forbid(
      beside(assembly),
      'A domain does not know how the server is put together: take what you need as an argument.',
    ),
  ];
}

const ownStoreFromResolvers = forbid(
  `^\\.{1,2}/${split('store')}`,
  'Resolvers ask actions, never the store: call a function of actions.ts, and add one there if it lacks.',
);
const ownResolvers = forbid(
  `^\\.{1,2}/${split('resolvers')}`,
  'Resolvers are the outermost layer of a domain: move what you need to actions.ts or to a pure file.',
);
const ownActionsFromStore = forbid(
  `^\\.{1,2}/${split('actions')}`,
  'Actions call the store, never the other way round: have the action load and decide, and the store only keep.',
);
const shellFromPure = forbid(
  `(^\\./|/)${split('(store|actions)')}`,
  'This file is pure: take the values as arguments, and let actions.ts load, decide and save.',
);
const platformFromPure = forbid(
  beside(['platform']),
  'This file is pure and knows no platform, not even its types: take the values it needs (such as `now: Date`) as arguments.',
);

const domainEntries = ladder.flatMap((domain) => {
  const folder = `src/${domain}`;
  const shared = { paths: [randomCrypto], syntax: [...nothingFetched, ...nothingHidden] };
  const filesOf = (kind) => [`${folder}/${kind}.ts`, `${folder}/${kind}/*.ts`];
  const shell = ['store', 'actions', 'resolvers'].flatMap(filesOf);
  return [
    entry(`${domain}/store`, filesOf('store'), {
      ...shared,
      patterns: [...neighbours(domain), ownResolvers, ownActionsFromStore, generatedGraphql],
    }),
    entry(`${domain}/actions`, filesOf('actions'), {
      ...shared,
      patterns: [...neighbours(domain), ownResolvers, generatedPrisma, database, generatedGraphql],
    }),
    entry(`${domain}/resolvers`, filesOf('resolvers'), {
      ...shared,
      patterns: [...neighbours(domain), ownStoreFromResolvers, generatedPrisma, database],
    }),
    entry(`${domain}/pure`, [`${folder}/**/*.ts`], {
      ...shared,
      ignores: shell,
      patterns: [
        ...neighbours(domain),
        ownResolvers,
        shellFromPure,
        platformFromPure,
        generatedPrisma,
        generatedGraphql,
        io,
      ],
    }),
  ];
});

export const ladderRules = [
  entry('everywhere', ['**/*.{ts,tsx,js,mjs}'], { patterns: [] }),
  entry('lib', ['src/lib/**/*.ts'], {
    paths: [randomCrypto],
    syntax: [...nothingFetched, ...nothingHidden],
    patterns: [
      forbid(
        '^\\.\\./',
        'lib knows nobody: move this file to where it is used, or take the value as an argument.',
      ),
      generatedPrisma,
      io,
    ],
  }),
  entry('platform', ['src/platform/**/*.ts'], {
    syntax: nothingHidden,
    patterns: [
      forbid(
        beside([...ladder, ...assembly, 'api', 'demo', 'config']),
        'The platform knows only lib: take the value as an argument, or move this file to the domain that needs it.',
      ),
      generatedGraphql,
    ],
  }),
  entry('api', ['src/api/**/*.ts'], {
    syntax: nothingHidden,
    patterns: [
      forbid(
        foreignStore.regex,
        "The API does not reach into a domain's store: call a function of its actions.ts, and add one there if it lacks.",
      ),
      forbid(
        beside(['demo', ...assembly]),
        'The API does not know the demo tenant nor how the server is put together: take what you need as an argument.',
      ),
      forbid(
        generatedPrisma.regex,
        "Only the stores and the platform speak Prisma: call a domain's actions.ts, or take the type from the platform.",
      ),
    ],
  }),
  entry('cli', ['src/cli/**/*.ts'], {
    syntax: nothingHidden,
    patterns: [
      forbid(
        `${foreignStore.regex}|${foreignResolvers.regex}|${generatedPrisma.regex}`,
        'A command does what a caller of the API could: call the actions of the domains.',
      ),
    ],
  }),
  entry('demo', ['src/demo/**/*.ts'], {
    syntax: nothingHidden,
    patterns: [
      forbid(
        `${foreignStore.regex}|${foreignResolvers.regex}`,
        'The demo tenant is made as its owner would make it: call the actions of the domains.',
      ),
      forbid(
        beside(['api']),
        'The demo tenant knows only domains: let app.ts bring it and the API together, and the platform hold what both need.',
      ),
      generatedPrisma,
      database,
    ],
  }),
  ...domainEntries,
];
