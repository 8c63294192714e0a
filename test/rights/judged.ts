import { seenBlind } from './blind.ts'
import { mark, secretsIn, textOf } from './judge.ts'
import { holds, holdsSomewhere, isBeneath } from './oracle.ts'
import type { Asking, Row } from './row.ts'
import type { Actor } from './world-people.ts'
import type { Grown } from './world.ts'

/** One route as one actor, in every way in which it can be asked: how many answers were looked at, and what is wrong with them. */
export async function judged(
  world: Grown,
  actor: Actor,
  row: Row,
): Promise<{ checks: number; differences: string[] }> {
  const differences: string[] = []
  let checks = 0
  const askings = row.ask(actor, world)
  const out = actor.stranger ?? false
  const barred = row.needs !== 'signed-in' && !holdsSomewhere(actor, row.needs)
  let unknown = ''
  for (const [at, asking] of (out || barred ? askings.slice(0, 2) : askings).entries()) {
    const text = masked(await textOf(await world.call(actor.apiKey, asking.call)), asking.asked)
    const status = Number(text.slice(0, 3))
    if (askings.length > 1 && at === 0) unknown = text
    checks += 1
    const say = (what: string) =>
      differences.push(`${actor.key} · ${row.route} · ${asking.call.path} · ${asking.key}: ${what}`)
    const done = status < 300 || (row.ok ?? []).includes(status)
    if (out) {
      if (status !== 401) say(`${String(status)} for a stranger`)
    } else if (barred) {
      if (status !== 403) say(`${String(status)} without the right`)
    } else if (asking.verdict === 'yes' && !done) say(`refused: ${text.slice(-300)}`)
    else if (asking.verdict === 'no' && status !== 403) say(`${String(status)} instead of a refusal`)
    else if (asking.verdict === 'unseen') {
      const missing = row.missing ?? 404
      if (at === 0 && missing !== 0 && status !== missing && !(status === 403 && row.verb !== 'get'))
        say(`${String(status)} for what is not there`)
      if (text !== unknown) say(`tells that it is there:\n${text}\ninstead of\n${unknown}`)
    }
    if (status >= 500) say('a fault')
    for (const secret of secretsIn(world, text, {
      persona: actor,
      right: row.needs,
      people: row.people ?? false,
    }))
      say(`shows ${secret}`)
    if (!out && !barred && row.needs !== 'signed-in')
      for (const field of seenBlind(actor, row.route, row.needs, text))
        say(`shows ${field} to who may not see it`)
    if (!out && !barred && asking.verdict === 'yes')
      for (const lack of lacks(actor, row, asking, text)) say(`does not show ${lack}`)
  }
  return { checks, differences }
}

/** What was asked for is no secret, and may differ. */
function masked(text: string, asked: readonly string[]): string {
  let left = text
  for (const one of asked)
    if (one !== '') left = left.replaceAll(one, '…').replaceAll(encodeURIComponent(one), '…')
  return left
}

function lacks(actor: Actor, { shows, needs }: Row, { node, asked }: Asking, text: string): string[] {
  if (!shows || needs === 'signed-in') return []
  return (['own', 'sibling', 'near', 'far'] as const)
    .filter((market) => holds(actor, needs, market) && (node === undefined || isBeneath(market, node)))
    .flatMap((market) => shows.map((kind) => mark(kind, market, kind === 'an' ? market : 'x')))
    .filter((sign) => !asked.includes(sign) && !text.toLowerCase().includes(sign))
}
