import { BlockList, isIP } from 'node:net'

/** The proxies that an installation trusts to say who asked them. */
export type Proxies = { has(address: string): boolean }

/**
 * Reads `TONNAGE_PROXIES`: addresses and networks (`10.0.0.0/8`) apart by commas. Undefined where a part is neither: half a list
 * would trust the wrong ones.
 */
export function proxiesNamed(text: string): Proxies | undefined {
  const list = new BlockList()
  for (const part of text.split(',').map((one) => one.trim()))
    if (part !== '' && !added(list, part)) return undefined
  return {
    has: (address) => {
      const kind = isIP(address)
      return kind !== 0 && list.check(address, kind === 4 ? 'ipv4' : 'ipv6')
    },
  }
}

function added(list: BlockList, part: string): boolean {
  const [address = '', bits, ...more] = part.split('/')
  const kind = isIP(address)
  if (kind === 0 || more.length > 0) return false
  const family = kind === 4 ? 'ipv4' : 'ipv6'
  if (bits === undefined) list.addAddress(address, family)
  else if (!/^\d{1,3}$/.test(bits) || Number(bits) > (kind === 4 ? 32 : 128)) return false
  else list.addSubnet(address, Number(bits), family)
  return true
}

/**
 * Who asked: the socket's address, unless it is a trusted proxy's. Then `X-Forwarded-For` is read from its end, past further trusted
 * ones, to the first that is none: everything before it is a claim of that one. What is no address ends the reading.
 */
export function peerAddress(socket: string, forwarded: string | undefined, proxies: Proxies): string {
  let peer = plain(socket)
  for (const hop of (forwarded ?? '').split(',').toReversed()) {
    const next = plain(hop.trim())
    if (!proxies.has(peer) || isIP(next) === 0) return peer
    peer = next
  }
  return peer
}

/** An IPv4 address as such, also where a socket of both kinds gives it as `::ffff:…`. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}
