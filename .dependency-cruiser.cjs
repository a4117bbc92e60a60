/** The ways imports may flow. `npm run check` prints the comment of the rule that was broken. */

const ROOMS = 'core|supabase|integrations'

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      comment: 'Two files that need each other are one thing in two places: move what they share below both.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'screens-do-not-query',
      severity: 'error',
      comment:
        'app/ and components/ call lib/<feature>; only features hold a database client. A query in a screen skips permissions, error codes and tests.',
      from: { path: '^(app|components)/' },
      to: { path: '^lib/supabase/' },
    },
    {
      name: 'screens-do-not-talk-to-postgrest',
      severity: 'error',
      comment:
        'The Supabase SDK is wrapped once, in lib/supabase, so that every call carries the caller and the company.',
      from: { pathNot: '^(lib/(supabase|core)/|infrastructure/|tests/|proxy\\.ts$)' },
      to: { path: '^node_modules/@supabase/' },
    },
    {
      name: 'features-do-not-import-features',
      severity: 'error',
      comment:
        "Features meet in app/ or in SQL, never in each other's code; the types of a schema.ts are the one exception.",
      from: { path: `^lib/(?!(?:${ROOMS})/)([^/]+)/` },
      to: { path: '^lib/', pathNot: [`^lib/(${ROOMS})/`, '^lib/$1/', '/schema\\.ts$'] },
    },
    {
      name: 'rooms-do-not-import-features',
      severity: 'error',
      comment: 'core, supabase and integrations lie below the features: what they need of one is passed in.',
      from: { path: `^lib/(${ROOMS})/` },
      to: { path: '^lib/', pathNot: `^lib/(${ROOMS})/` },
    },
    {
      name: 'core-does-not-import-integrations',
      severity: 'error',
      comment: 'lib/core knows no third party: handlers are registered from outside.',
      from: { path: '^lib/core/' },
      to: { path: '^lib/integrations/' },
    },
    {
      name: 'lib-does-not-import-screens',
      severity: 'error',
      comment: 'The product must work without its screens: lib/ never looks up at app/ or components/.',
      from: { path: '^lib/' },
      to: { path: '^(app|components)/' },
    },
    {
      name: 'secret-key-stays-behind-machines',
      severity: 'error',
      comment:
        'lib/supabase/admin.ts passes row-level security. Only webhooks, cron (lib/core/{outbox,inbox,sweeps,service-context,health}.ts) and integrations may use it.',
      from: {
        pathNot:
          '^(lib/core/(outbox|inbox|sweeps|service-context|health)\\.ts$|lib/integrations/|app/api/(webhooks|cron)/|tests/|infrastructure/)',
      },
      to: { path: '^lib/supabase/admin\\.ts$' },
    },
    {
      name: 'sdk-in-its-integration',
      severity: 'error',
      comment: "A provider's SDK is configured once, in lib/integrations/<provider>/client.ts.",
      from: { path: '^(app|components|lib)/', pathNot: '^lib/integrations/' },
      to: { path: '^node_modules/(stripe|resend|twilio)/' },
    },
    {
      name: 'product-does-not-know-its-workshop',
      severity: 'error',
      comment: 'infrastructure/ and tests/ are tools around the product; the product runs without them.',
      from: { path: '^(app|components|lib)/|^proxy\\.ts$' },
      to: { path: '^(infrastructure|tests)/' },
    },
    {
      name: 'no-development-dependency-at-runtime',
      severity: 'error',
      comment: 'A production image has no devDependencies.',
      from: { path: '^(app|components|lib)/|^proxy\\.ts$' },
      to: { dependencyTypes: ['npm-dev'], pathNot: '^node_modules/@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(\\.next[^/]*|\\.local)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
    reporterOptions: { text: { highlightFocused: true } },
  },
}
