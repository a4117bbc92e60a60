import { useEffect, useRef } from 'react'
import SignaturePad from 'signature_pad'

/**
 * A canvas to sign on, sharp on every display, and the pad that draws on it; `ended` hears the end of each stroke. What was drawn
 * before comes back first. Paper is white in the dark too: what is drawn here is printed.
 */
export function useSignaturePad(ended: (drawing: SignaturePad) => void, drawn: string | null = null) {
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const before = useRef(drawn)
  const heard = useRef(ended)
  heard.current = ended

  useEffect(() => {
    const field = canvas.current
    if (!field) return
    const scale = Math.max(2, window.devicePixelRatio)
    field.width = field.offsetWidth * scale
    field.height = field.offsetHeight * scale
    field.getContext('2d')?.scale(scale, scale)
    const drawing = new SignaturePad(field, { penColor: '#111318', backgroundColor: '#ffffff' })
    pad.current = drawing
    if (before.current)
      void drawing.fromDataURL(before.current, { width: field.offsetWidth, height: field.offsetHeight })
    const hear = () => heard.current(drawing)
    drawing.addEventListener('endStroke', hear)
    return () => {
      drawing.removeEventListener('endStroke', hear)
      drawing.off()
    }
  }, [])

  return { canvas, pad }
}
