import type { IForbiddenRuleType } from 'dependency-cruiser'

/**
 * The rules of the house as dependency-cruiser reads them (docs/rules.md says them in words). Paths are relative to the
 * project. `types` in `dependencyTypesNot` is not used: an import of a type is an import.
 */
type Rule = IForbiddenRuleType

const chapters = ['chain', 'visits', 'assess', 'develop', 'cultivate', 'maintain'] as const
const testFile = '\\.test\\.tsx?$'

/** Packages that a pure ring may use: special functions and the schema library, never anything that does I/O. */
const schemaLibrary = 'node_modules/(zod|@hono/zod-openapi)/'

const later = chapters.slice(0, -1).map((chapter, at): Rule => ({
  name: `chapter-order-${chapter}`,
  severity: 'error',
  from: { path: `^src/domain/${chapter}/` },
  to: { path: `^src/domain/(${chapters.slice(at + 1).join('|')})/` },
}))

export const forbidden: Rule[] = [
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
  {
    name: 'domain-base',
    severity: 'error',
    from: { path: '^src/domain/[^/]+\\.ts$', pathNot: testFile },
    to: { pathNot: '^src/domain/[^/]+\\.ts$' },
  },
  {
    name: 'domain-is-pure',
    severity: 'error',
    from: { path: '^src/domain/', pathNot: testFile },
    to: { pathNot: '^src/domain/' },
  },
  ...later,
  {
    name: 'rhythm-stands-alone',
    severity: 'error',
    from: { path: '^src/rhythm/', pathNot: testFile },
    to: { pathNot: '^src/rhythm/' },
  },
  {
    name: 'routing-stands-alone',
    severity: 'error',
    from: { path: '^src/routing/', pathNot: testFile },
    to: { pathNot: '^src/routing/' },
  },
  {
    name: 'routing-check-is-independent',
    severity: 'error',
    from: { path: '^src/routing/check\\.ts$' },
    to: { path: '^src/routing/(construct|improve|solve|constraints/)' },
  },
  {
    name: 'contract-reads-domain',
    severity: 'error',
    from: { path: '^src/contract/', pathNot: testFile },
    to: { pathNot: `^src/(contract|domain)/|${schemaLibrary}` },
  },
  {
    name: 'language-reads-domain',
    severity: 'error',
    from: { path: '^src/language/', pathNot: testFile },
    to: { pathNot: '^src/(language|domain)/' },
  },
  {
    name: 'server-not-web-or-cli',
    severity: 'error',
    from: { path: '^src/server/' },
    to: { path: '^src/(web|cli)/' },
  },
  {
    name: 'web-not-server-or-cli',
    severity: 'error',
    from: { path: '^src/web/' },
    to: { path: '^src/(server|cli)/' },
  },
  {
    name: 'web-not-node',
    severity: 'error',
    from: { path: '^src/web/', pathNot: testFile },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'server-slices-meet-in-domain',
    severity: 'error',
    from: {
      path: '^src/server/(chain|visits|assess|develop|cultivate|maintain|people|intake|search|sync|notify|demo|jobs)/',
      pathNot: testFile,
    },
    to: {
      path: '^src/server/(chain|visits|assess|develop|cultivate|maintain|people|intake|search|sync|notify|demo|jobs)/',
      pathNot: '^src/server/$1/',
    },
  },
  {
    name: 'web-slices-meet-in-ui',
    severity: 'error',
    from: {
      path: '^src/web/(start|people|settings|data|assess|visits|develop|cultivate|maintain)/',
      pathNot: testFile,
    },
    to: {
      path: '^src/web/(start|people|settings|data|assess|visits|develop|cultivate|maintain)/',
      pathNot: '^src/web/$1/',
    },
  },
  {
    name: 'sql-in-stores',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: `^src/server/db/|^src/server/.*(^|/|-)store\\.ts$|${testFile}`,
    },
    to: { path: 'node_modules/(kysely|pg|pg-copy-streams)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'http-framework-at-the-edge',
    severity: 'error',
    from: {
      path: '^src/',
      pathNot: `^src/server/(app|main)\\.ts$|^src/server/http/|(^|/|-)routes\\.ts$|^src/contract/|${testFile}`,
    },
    to: { path: 'node_modules/(hono|@hono/[^/]+)/' },
  },
  {
    name: 'nobody-imports-tests',
    severity: 'error',
    from: { path: '^src/', pathNot: testFile },
    to: { path: `${testFile}|^test/|^benchmarks/` },
  },
]

export const forbiddenNames = /(^|[-/])(utils?|helpers?|common|shared|misc|manager|service|base)([-./]|$)/
export const maximumLines = { source: 300, test: 400 }
