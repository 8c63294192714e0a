/**
 * Cuts a migration into its statements, so that each goes to the server as a query of its own. Knows line and block comments,
 * quoted names and strings ('' doubled; no E'' escapes), and dollar quotes.
 */
export function statementsOf(sql: string): string[] {
  const found: string[] = []
  let start = 0
  let at = 0
  while (at < sql.length) {
    if (sql[at] === ';') {
      found.push(sql.slice(start, at))
      start = at + 1
    }
    at = afterToken(sql, at)
  }
  found.push(sql.slice(start))
  return found.map((statement) => statement.trim()).filter((statement) => withoutComments(statement) !== '')
}

function afterToken(sql: string, at: number): number {
  const two = sql.slice(at, at + 2)
  if (two === '--') return after(sql, '\n', at + 2)
  if (two === '/*') return after(sql, '*/', at + 2)
  const one = sql[at]
  if (one === "'" || one === '"') return after(sql, one, at + 1)
  if (one === '$') {
    const tag = /^\$(?:[A-Za-z_]\w*)?\$/.exec(sql.slice(at, at + 64))?.[0]
    if (tag) return after(sql, tag, at + tag.length)
  }
  return at + 1
}

function after(sql: string, mark: string, from: number): number {
  const found = sql.indexOf(mark, from)
  return found === -1 ? sql.length : found + mark.length
}

function withoutComments(statement: string): string {
  return statement
    .replace(/--[^\n]*/g, '')
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .trim()
}
