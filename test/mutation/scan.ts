import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import ts from 'typescript'

/** One place in the source that can be taken away by itself. `name`: the file, what stands there, and which of several alike. */
export type Site = {
  readonly id: number
  readonly kind: 'predicate' | 'mask'
  readonly name: string
  readonly line: number
}
/** A change of the text between two places: what is put before and after, or in place of it. */
type Edit = { readonly from: number; readonly to: number; readonly text: string; readonly nth: number }
type Found = {
  readonly kind: Site['kind']
  readonly at: number
  readonly what: string
  edits(id: number): Edit[]
}

const ROOT = path.resolve(import.meta.dirname, '../../src/server')
/** The walls themselves, backups, data for show, the check of the whole ledger and the reading of files: they know no caller. */
const APART = /^((db|demo|intake\/read)\/|chain\/check-store)/

const VALUE = String.raw`(?:\$\d+|\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\})(?:::uuid(?:\[\])?)?`
const COLUMN = String.raw`(?:\b[a-z]\w*\.)?\b(?:market_id|other_market|post_market|markets)|\$\{sql\.ref\((?:column|market)\)\}|\$\{column\('markets'\)\}`
/** Anything goes for null. */
const OPEN = String.raw`\$\d+::uuid\[\] IS NULL OR (?:\w+\.)?\b(?:market_id|node_id|id) = ANY \(\$\d+\)`
/** A market of a row against markets that are given from outside; of nodes, whose ids are markets, only where null is everything. */
const PREDICATE = new RegExp(
  [
    String.raw`\(${OPEN}\)`,
    OPEN,
    String.raw`(?:${COLUMN}) (?:=|<@|&&) (?:ANY \(${VALUE}\)|${VALUE})`,
    String.raw`\br\.node_id = ANY \(${VALUE}\)`,
    String.raw`\$\{(?:inside|among)\([^)]*\)\}`,
  ].join('|'),
  'g',
)
/** Ids of products, which have no market. */
const NO_MARKET = /\bs\.id\b/

/** Every place in the source of the server, in the order of files and lines. */
export function sitesOf(): { readonly sites: readonly Site[]; marked(file: string): string | undefined } {
  const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !APART.test(file))
    .toSorted()
    .map((file) => [file, readFileSync(path.join(ROOT, file), 'utf8')] as const)
  const trees = new Map(
    files.map(([file, text]) => [file, ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)]),
  )
  const flags = flagsIn([...trees.values()])
  const sites: Site[] = []
  const texts = new Map<string, string>()
  for (const [file, text] of files) {
    const tree = trees.get(file)
    if (!tree) continue
    const seen = new Map<string, number>()
    const edits: Edit[] = []
    const found = [...predicatesIn(tree), ...masksIn(tree, flags)].toSorted((a, b) => a.at - b.at)
    for (const one of found) {
      const what = one.what.replaceAll(/\s+/g, ' ').trim()
      const times = (seen.get(what) ?? 0) + 1
      seen.set(what, times)
      const id = sites.length
      sites.push({
        id,
        kind: one.kind,
        name: `${file} › ${what}${times > 1 ? ` (${String(times)})` : ''}`,
        line: tree.getLineAndCharacterOfPosition(one.at).line + 1,
      })
      edits.push(...one.edits(id))
    }
    texts.set(path.join(ROOT, file), applied(text, edits))
  }
  return { sites, marked: (file) => texts.get(file) }
}

function applied(text: string, edits: readonly Edit[]): string {
  let made = text
  for (const { from, to, text: put } of edits.toSorted((a, b) => b.from - a.from || b.nth - a.nth))
    made = made.slice(0, from) + put + made.slice(to)
  return made
}

const around = (from: number, to: number, before: string, after: string): Edit[] => [
  { from, to: from, text: before, nth: 1 },
  { from: to, to, text: after, nth: 0 },
]

function every(tree: ts.Node, look: (node: ts.Node) => void): void {
  look(tree)
  ts.forEachChild(tree, (child) => every(child, look))
}

function predicatesIn(tree: ts.SourceFile): Found[] {
  const literal: { from: number; to: number }[] = []
  const found: Found[] = []
  every(tree, (node) => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node))
      literal.push({ from: node.getStart(), to: node.end })
    if (
      ts.isCallExpression(node) &&
      ts.isPropertyAccessExpression(node.expression) &&
      node.expression.name.text === 'where' &&
      node.arguments[0] &&
      ts.isStringLiteral(node.arguments[0]) &&
      /(^|\.)market_id$/.test(node.arguments[0].text)
    ) {
      const dot = node.expression.name.getStart() - 1
      found.push({
        kind: 'predicate',
        at: dot,
        what: node.getText().slice(dot - node.getStart()),
        edits: (id) => around(dot, node.end, `.$if(!globalThis.tonnageWall(${String(id)}), (q) => q`, ')'),
      })
    }
  })
  for (const match of tree.text.matchAll(PREDICATE)) {
    const [from, to] = [match.index, match.index + match[0].length]
    if (!literal.some((one) => one.from < from && to < one.to) || NO_MARKET.test(match[0])) continue
    // What is set or matched to itself in a list of assignments is no condition.
    if (/\bSET\s+(?:\w+ = [^,]+,\s*)*$/.test(tree.text.slice(Math.max(0, from - 80), from))) continue
    found.push({
      kind: 'predicate',
      at: from,
      what: match[0],
      edits: (id) => around(from, to, `/*w${String(id)}[*/`, `/*]w${String(id)}*/`),
    })
  }
  return found
}

const isAsked = (node: ts.Node) =>
  ts.isCallExpression(node) &&
  ts.isPropertyAccessExpression(node.expression) &&
  node.expression.getText().endsWith('.rights.has')
const isWhole = (node: ts.Node) => ts.isBinaryExpression(node) && /^\w+\.scope === '\*'$/.test(node.getText())

/** Whether the condition only decides about a refusal of the whole request. */
function refuses(node: ts.Node): boolean {
  for (let at = node; at.parent; at = at.parent)
    if (ts.isIfStatement(at.parent))
      return (
        at.parent.expression === at &&
        /^\{?\s*(return|throw)\b.*(oRight|efuse)/s.test(at.parent.thenStatement.getText())
      )
  return false
}

type Flags = { readonly properties: Set<string>; readonly inFile: Map<ts.Node, Set<string>> }

/** By what names a right or a whole scope is handed on: variables and parameters of each file, properties of all. */
function flagsIn(trees: readonly ts.SourceFile[]): Flags {
  const flags: Flags = { properties: new Set(), inFile: new Map(trees.map((tree) => [tree, new Set()])) }
  const takers = new Map<string, { tree: ts.Node; parameters: readonly ts.ParameterDeclaration[] }>()
  for (const tree of trees)
    every(tree, (node) => {
      if (ts.isFunctionDeclaration(node) && node.name)
        takers.set(node.name.text, { tree, parameters: node.parameters })
    })
  const size = () =>
    flags.properties.size + [...flags.inFile.values()].reduce((sum, one) => sum + one.size, 0)
  for (let before = -1; before !== size();) {
    before = size()
    for (const tree of trees) {
      const own = flags.inFile.get(tree)
      every(tree, (node) => {
        if (ts.isVariableDeclaration(node) && carries(node.initializer, flags)) own?.add(node.name.getText())
        if (
          ts.isBindingElement(node) &&
          !node.propertyName &&
          flags.properties.has(node.name.getText()) &&
          ts.isVariableDeclaration(node.parent.parent)
        )
          own?.add(node.name.getText())
        if (ts.isPropertyAssignment(node) && carries(node.initializer, flags))
          flags.properties.add(node.name.getText())
        if (ts.isShorthandPropertyAssignment(node) && own?.has(node.name.text))
          flags.properties.add(node.name.text)
        if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression)) return
        const taker = takers.get(node.expression.text)
        for (const [at, argument] of node.arguments.entries()) {
          const parameter = taker?.parameters[at]
          if (parameter?.type?.getText() === 'boolean' && carries(argument, flags))
            flags.inFile.get(taker?.tree ?? tree)?.add(parameter.name.getText())
        }
      })
    }
  }
  return flags
}

function carries(value: ts.Node | undefined, flags: Flags): boolean {
  if (value === undefined) return false
  if (ts.isIdentifier(value)) return flags.inFile.get(value.getSourceFile())?.has(value.text) ?? false
  if (ts.isPropertyAccessExpression(value)) return flags.properties.has(value.name.text)
  if (ts.isBinaryExpression(value) && value.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken)
    return carries(value.left, flags)
  return isAsked(value) || (isWhole(value) && !refuses(value))
}

function masksIn(tree: ts.SourceFile, flags: Flags): Found[] {
  const found: Found[] = []
  const note = (node: ts.Node, what: string, before: (id: string) => string, after: string) =>
    found.push({
      kind: 'mask',
      at: node.getStart(),
      what,
      edits: (id) => around(node.getStart(), node.end, before(String(id)), after),
    })
  every(tree, (node) => {
    const flag =
      (ts.isIdentifier(node) || ts.isPropertyAccessExpression(node)) &&
      isCondition(node) &&
      carries(node, flags)
    if (flag || ((isAsked(node) || (isWhole(node) && givesAway(node))) && !refuses(node)))
      note(node, shown(node), (id) => `(globalThis.tonnageWall(${id}) || (`, '))')
    if (ts.isCallExpression(node) && node.expression.getText() === 'maskedPhone')
      note(
        node,
        node.getText(),
        (id) => `(globalThis.tonnageWall(${id}) ? ${node.arguments[0]?.getText() ?? ''} : `,
        ')',
      )
    if (
      ts.isCallExpression(node) &&
      ts.isArrayLiteralExpression(node.parent) &&
      /^'[a-z]+\.[a-z]+'$/.test(node.arguments[1]?.getText() ?? '')
    )
      note(node, node.getText(), (id) => `globalThis.tonnageColumn(${id}, `, ')')
  })
  return found
}

/** With something after it that says which of several it is. */
const shown = (node: ts.Node) =>
  node.parent.getText().length < 100
    ? node.parent.getText()
    : `${node.getText()} ${node.parent.getText().slice(node.getText().length, 80)}`

function isCondition(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isTemplateSpan(parent)) return node.getSourceFile().fileName.endsWith('store.ts')
  if (ts.isConditionalExpression(parent)) return parent.condition === node
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken
  if (ts.isIfStatement(parent)) return parent.expression === node
  return (
    ts.isBinaryExpression(parent) &&
    (parent.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken ||
      parent.operatorToken.kind === ts.SyntaxKind.BarBarToken)
  )
}

/** A whole scope that shows something, not one that widens a query. */
function givesAway(node: ts.Node): boolean {
  const { parent } = node
  if (ts.isConditionalExpression(parent)) return parent.whenFalse.getText() === 'null'
  return (
    ts.isVariableDeclaration(parent) ||
    ts.isPropertyAssignment(parent) ||
    (ts.isBinaryExpression(parent) && ts.isPropertyAssignment(parent.parent))
  )
}
