import { hostile as hostileTable } from '../make/files/hostile.ts'
import { jpegOfPhone, pdf, pngWith, webpWith } from '../make/pictures.ts'
import { mark } from '../rights/judge.ts'
import type { Chance } from './chance.ts'

const bytes = (from: string | Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(from as string))

/** A file that the route takes, of the kind that its query names. */
export function soundFile(
  chance: Chance,
  path: string,
  query: readonly (readonly [string, unknown])[],
): Uint8Array<ArrayBuffer> {
  if (path !== '/api/imports')
    return bytes(chance.one([pdf, pngWith('words'), jpegOfPhone(), webpWith('words')]))
  const kind = String(query.find(([name]) => name === 'kind')?.[1])
  return bytes(table(chance, kind))
}

function table(chance: Chance, kind: string): string {
  const n = String(chance.below(10_000))
  const place = chance.one(['own', 'sibling', 'far'])
  const market = mark('pc', place, 'x')
  const account = mark('ac', place, place)
  switch (kind) {
    case 'markets':
      return `market_code,market_name,parent_code,node_kind\nN${n},Market ${n},${mark('pc', 'north', 'x')},market\n`
    case 'accounts':
      return `account_code,account_name,tier,market_code,phone\nG${n},Account ${n},wholesaler,${market},1391234${n}\n`
    case 'products':
      return `sku_code,sku_name,pack_units,unit_ml,case_cost,valid_from\nP${n},Beer ${n},12,500,21.5,2025-01-01\n`
    case 'prices':
      return `sku_code,tier,list_price,valid_from\nLAGER,wholesaler,${n},2026-01-0${String(1 + chance.below(8))}\n`
    case 'supply-links':
      return `seller_code,buyer_code,valid_from\n${account},G${n},2026-01-01\n`
    case 'people':
      return `email,name,role,scope\nperson${n}@example.com,Person ${n},rep,${market}\n`
    default:
      return [
        'date,buyer_code,sku_code,pack_units,unit_ml,units,amount,cost,doc',
        `2025-11-0${String(1 + chance.below(9))},${account},LAGER,12,500,${n},400.5,300.25,D${n}`,
        ...(chance.yes(0.5) ? [`2025-11-02,NEW${n},LAGER,12,500,3,40.5,30.25,E${n}`] : []),
        ...(chance.yes(0.3) ? [`2025-13-45,${account},LAGER,12,500,1,2,3,F${n}`] : []),
      ].join('\n')
  }
}

/** A file that was spoilt: tables and workbooks with wild insides, pictures cut off, bytes from nowhere. */
export function brokenFile(chance: Chance): Uint8Array<ArrayBuffer> {
  const sound = chance.one([pdf, pngWith('x'), jpegOfPhone(), webpWith('x')])
  return chance.one([
    () => bytes(hostileTable(chance.below(100_000)).bytes),
    () => bytes(sound.subarray(0, chance.below(sound.length))),
    () => bytes(Buffer.concat([sound.subarray(0, 20), Buffer.alloc(40, 0xff), sound.subarray(20)])),
    () => bytes(Buffer.from(Array.from({ length: 300 }, () => chance.below(256)))),
    () => new Uint8Array(0),
    () => bytes('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'),
    () => bytes('MZ\u0090\0'),
  ])()
}
