const LARGEST = 44

/** Writes a name on the line of a signature's canvas, as large as it fits. */
export function writeName(canvas: HTMLCanvasElement, name: string) {
  const pen = canvas.getContext('2d')
  if (!pen) return
  const font = (size: number) =>
    `italic ${size}px "Snell Roundhand", "Segoe Script", "URW Chancery L", cursive`
  const room = canvas.offsetWidth - 48
  pen.fillStyle = '#111318'
  pen.font = font(LARGEST)
  pen.font = font(Math.min(LARGEST, (LARGEST * room) / Math.max(1, pen.measureText(name).width)))
  pen.fillText(name, 24, canvas.offsetHeight - 48)
}
