import { crc32, deflateSync } from 'node:zlib'
import { chanceOf } from './chance.ts'

const [WIDTH, HEIGHT] = [320, 240]
type Colour = readonly [number, number, number]

/** A picture (PNG) of crates before a wall, another for each name: it stands for a photo in a company that does not exist. */
export function pictureOf(name: string): Buffer {
  const chance = chanceOf(0, name)
  const wall: Colour = [chance.whole(190, 230), chance.whole(190, 225), chance.whole(180, 215)]
  const crates = Array.from({ length: 24 }, (): Colour => {
    return chance.happens(0.7)
      ? [30, chance.whole(100, 130), chance.whole(60, 90)]
      : [chance.whole(170, 200), 40, 40]
  })
  return png((x, y) => {
    const [column, row] = [Math.floor((x - 40) / 40), Math.floor((y - 60) / 40)]
    const crate = column >= 0 && column < 6 && row >= 0 && row < 4 ? crates[row * 6 + column] : undefined
    if (y >= 220) return [120, 110, 100]
    return crate && (x - 40) % 40 > 2 && (y - 60) % 40 > 2 ? crate : wall
  })
}

/** A name as somebody writes it with a finger: strokes without meaning, black on white. */
export function signatureOf(name: string): Buffer {
  const chance = chanceOf(0, `signature ${name}`)
  const waves = Array.from(
    { length: 3 },
    () => [chance.between(12, 40), chance.between(18, 46), chance.share() * 6] as const,
  )
  return png((x, y) => {
    const on = waves.some(([length, high, shift], at) => {
      const middle = 80 + at * 36
      const line = middle + high * Math.sin(x / length + shift) * Math.sin(x / 61)
      return x > 30 + at * 24 && x < 290 - at * 40 && Math.abs(y - line) < 2.4
    })
    return on ? [20, 20, 30] : [255, 255, 255]
  })
}

function png(colourAt: (x: number, y: number) => Colour): Buffer {
  const rows = Buffer.alloc(HEIGHT * (1 + WIDTH * 3))
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (1 + WIDTH * 3) + 1 + x * 3)
  const head = Buffer.alloc(13)
  head.writeUInt32BE(WIDTH, 0)
  head.writeUInt32BE(HEIGHT, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(kind: string, body: Buffer): Buffer {
  const typed = Buffer.concat([Buffer.from(kind), body])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(typed))
  return Buffer.concat([size, typed, check])
}
