import { rights, rightsOf, roles } from '../../src/domain/chain/reach.ts'

/** docs/security/rights.md: made from the definitions, so that it cannot say anything else. */
export function rightsDocument(): string {
  const head = `| Right | ${roles.join(' | ')} |\n| --- |${' --- |'.repeat(roles.length)}`
  const rows = rights.map(
    (right) =>
      `| \`${right}\` | ${roles.map((role) => (rightsOf(role).has(right) ? '●' : '')).join(' | ')} |`,
  )
  return `# Rights by role

Made by \`npx tsx scripts/rights.ts\` from \`src/domain/chain/reach.ts\`; a test compares it. A role holds at a node of the territory tree and all
beneath it; the roles of the company's own are sets of the same rights. Which right a route needs is \`x-access\` in the OpenAPI document
(\`/api/openapi.json\`).

${head}
${rows.join('\n')}

**Fields.** Costs, margins and contributions need \`contribution.read\`, in every list, sum, order, filter and file. Telephones are masked for
everybody; a whole one needs \`account.note\` and is an entry of the audit. Without the right a field is left out, and nothing that
depends on it is told.

**What decides.** The person's roles of the day and those of whom they stand in for, read anew at each request; the node; the day of the
company's time zone. Network, device and hour of the day decide nothing.
`
}
