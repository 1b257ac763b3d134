import js from '@eslint/js';
import graphql from '@graphql-eslint/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import { ladderRules } from './eslint/ladder.js';

const nodeGlobals = [
  'process',
  'console',
  'Buffer',
  'URL',
  'fetch',
  'AbortSignal',
  'setTimeout',
  'clearTimeout',
  'performance',
];

const unsafe = ['assignment', 'argument', 'call', 'member-access', 'return'];

export default defineConfig(
  globalIgnores(['**/dist/', '**/generated/', '**/generated.ts', 'coverage/', '.tearline/']),

  {
    name: 'javascript',
    files: ['**/*.{js,mjs}'],
    extends: [js.configs.recommended],
    languageOptions: { globals: Object.fromEntries(nodeGlobals.map((name) => [name, 'readonly'])) },
  },
  {
    name: 'typescript',
    files: ['**/*.{ts,tsx}'],
    extends: [js.configs.recommended, tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['playground/vite.config.ts'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      // The enums of graphql-js are strings, and read best as such.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // A function is async because its caller awaits it, also while it has nothing to await itself.
      '@typescript-eslint/require-await': 'off',
      // Our objects are made of closures and do not know `this`: a method may be taken from its object.
      '@typescript-eslint/unbound-method': 'off',
      // Fastify's plugins and handlers are async functions by design.
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
    },
  },
  {
    name: 'answers of a server',
    // Tests and the Playground read JSON that has no type, and look at what is in it.
    files: ['test/**', 'bench/**', 'playground/**'],
    rules: Object.fromEntries(unsafe.map((what) => [`@typescript-eslint/no-unsafe-${what}`, 'off'])),
  },
  {
    name: 'tests',
    files: ['test/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        ...['mock', 'doMock'].map((property) => ({
          object: 'vi',
          property,
          message: 'Test files share their worker, and would share what is replaced: hand it in instead.',
        })),
      ],
    },
  },
  ...ladderRules,

  {
    name: 'schema',
    files: ['schema.graphql'],
    plugins: { '@graphql-eslint': graphql },
    languageOptions: {
      parser: graphql.parser,
      parserOptions: { graphQLConfig: { schema: './schema.graphql' } },
    },
    rules: {
      ...graphql.configs['flat/schema-recommended'].rules,
      ...graphql.configs['flat/schema-relay'].rules,
      // Lists inside an object, such as the lines of a discount, are short and whole: only what grows is a connection.
      // And a list of customers with their sums is paged as well, although such a sum is no Node.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      // Money, failures and what a mutation answers have no identity of their own.
      '@graphql-eslint/strict-id-in-types': 'off',
      // One line for one sentence, a block for more.
      '@graphql-eslint/description-style': 'off',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
        },
      ],
    },
  },
);
