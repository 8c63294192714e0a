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
everybody; a whole one needs \`account.note\` (of a prospect \`prospect.change\`) and is an entry of the audit, but in the file of all accounts, where their own telephones stand
whole for whoever has that right. Without the right a field is left out, and nothing that
depends on it is told.

**What decides.** The person's roles of the day and those of whom they stand in for, read anew at each request; the node; the day of the
company's time zone. Network, device and hour of the day decide nothing.

**What tries it.** \`test/rights\` calls every guarded route as everybody, with the row policies and without. \`test/mutation\` takes away every
row policy, every predicate on a market in the queries and every mask of a field, one at a time (decision 0013): five of the code's in
\`npm test\`, all with \`TONNAGE_DISCOVER=1\`. Predicates whose absence nobody can see are in \`test/mutation/equivalent.ts\` with the reason;
none is left that nobody has been found to miss and nobody has shown to be harmless.
`
}
