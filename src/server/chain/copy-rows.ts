/**
 * Rows in PostgreSQL's binary COPY format, written into one buffer that is handed on when it is full.
 * Format: PostgreSQL manual, COPY, "Binary Format": per field a length (−1 = null) and the value, big-endian.
 */
const SIGNATURE = Buffer.from([
  0x50, 0x47, 0x43, 0x4f, 0x50, 0x59, 0x0a, 0xff, 0x0d, 0x0a, 0x00, 0, 0, 0, 0, 0, 0, 0, 0,
])
const END = Buffer.from([0xff, 0xff])
const CHUNK = 1 << 17
const TWO_32 = 4_294_967_296

export type CopyRows = {
  /** Begins a row of `fields` fields; at most `bytes` bytes of text will follow. */
  row(fields: number, bytes: number): void
  int2(value: number): void
  int4(value: number): void
  /** A safe integer, or null. */
  int8(value: number | null): void
  bool(value: boolean): void
  /** Lower-case hexadecimal, two characters a byte. */
  hex(text: string): void
  words(a: number, b: number): void
  text(value: string | null): void
  /** What is in the buffer, the end mark after it. */
  end(): void
}

export function copyRows(hand: (chunk: Buffer) => void): CopyRows {
  let buffer = Buffer.allocUnsafe(CHUNK)
  let at = SIGNATURE.copy(buffer)
  const pass = () => {
    if (at > 0) hand(buffer.subarray(0, at))
    buffer = Buffer.allocUnsafe(CHUNK)
    at = 0
  }
  const length = (value: number) => {
    at = buffer.writeInt32BE(value, at)
  }
  return {
    row(fields, bytes) {
      const need = 2 + fields * 20 + bytes * 3
      if (at + need > buffer.length) {
        pass()
        if (need > CHUNK) buffer = Buffer.allocUnsafe(need)
      }
      at = buffer.writeInt16BE(fields, at)
    },
    int2(value) {
      length(2)
      at = buffer.writeInt16BE(value, at)
    },
    int4(value) {
      length(4)
      at = buffer.writeInt32BE(value, at)
    },
    int8(value) {
      if (value === null) return length(-1)
      length(8)
      at = buffer.writeInt32BE(Math.floor(value / TWO_32), at)
      at = buffer.writeUInt32BE(value >>> 0, at)
    },
    bool(value) {
      length(1)
      at = buffer.writeUInt8(value ? 1 : 0, at)
    },
    hex(text) {
      length(text.length / 2)
      at += buffer.write(text, at, 'hex')
    },
    words(a, b) {
      length(8)
      at = buffer.writeUInt32BE(a, at)
      at = buffer.writeUInt32BE(b, at)
    },
    text(value) {
      if (value === null) return length(-1)
      const written = buffer.write(value, at + 4, 'utf8')
      length(written)
      at += written
    },
    end() {
      pass()
      hand(END)
    },
  }
}
