import { useEffect, useRef, type PointerEvent } from 'react'

/** Dark on white whatever the screen's own colours are: it is printed. */
const INK = '#12181b'
const WIDTH = 2.4

const at = (event: PointerEvent) => ({ x: event.nativeEvent.offsetX, y: event.nativeEvent.offsetY })

/**
 * A field to sign in with a finger, a pen or a mouse. `onChange` hands over a PNG in Base64 after each stroke. Whoever cannot draw has
 * the other way: the scan of what was signed on paper.
 */
export function SignaturePad({
  label,
  onChange,
}: {
  readonly label: string
  readonly onChange: (png: string) => void
}) {
  const pad = useRef<HTMLCanvasElement>(null)
  const last = useRef<{ x: number; y: number } | null>(null)
  useEffect(() => {
    const canvas = pad.current
    const pen = canvas?.getContext('2d')
    if (!canvas || !pen) return
    // As many points as the screen has, so that it is sharp on paper; a long signature stays small.
    const scale = Math.min(2, window.devicePixelRatio || 1)
    canvas.width = canvas.clientWidth * scale
    canvas.height = canvas.clientHeight * scale
    pen.scale(scale, scale)
    Object.assign(pen, { lineWidth: WIDTH, lineCap: 'round', lineJoin: 'round', strokeStyle: INK })
  }, [])
  const line = (event: PointerEvent) => {
    const pen = pad.current?.getContext('2d')
    const from = last.current
    if (!pen || !from) return
    const to = at(event)
    pen.beginPath()
    pen.moveTo(from.x, from.y)
    pen.lineTo(to.x, to.y)
    pen.stroke()
    last.current = to
  }
  const end = () => {
    if (!last.current || !pad.current) return
    last.current = null
    onChange(pad.current.toDataURL('image/png').replace(/^data:[^,]*,/, ''))
  }
  return (
    <canvas
      ref={pad}
      className="signature-pad"
      role="img"
      aria-label={label}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId)
        last.current = at(event)
        line(event)
      }}
      onPointerMove={line}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
