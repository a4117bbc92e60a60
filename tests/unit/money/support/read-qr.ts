import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import jsqr from 'jsqr'
import sharp, { type Sharp } from 'sharp'
import type { QrMatrix } from '@/lib/money/documents/qr-bill/payload'

// The package is CommonJS: its function arrives one level deeper where modules are native.
const decode = (jsqr as unknown as { default?: typeof jsqr }).default ?? jsqr

/** The bytes a picture's QR code says, or null when there is none. */
export async function readPicture(picture: Sharp): Promise<string | null> {
  const { data, info } = await picture.ensureAlpha().raw().toBuffer({ resolveWithObject: true })
  const code = decode(new Uint8ClampedArray(data), info.width, info.height)
  return code && Buffer.from(code.binaryData).toString('utf8')
}

/** Draws the modules as a scanner would see them on paper, with a quiet zone and the cross in the middle. */
export async function readMatrix(matrix: QrMatrix): Promise<string | null> {
  const scale = 8
  const quiet = 4
  const size = (matrix.length + 2 * quiet) * scale
  const squares = matrix.flatMap((row, y) =>
    row.map((dark, x) =>
      dark
        ? `<rect x="${(x + quiet) * scale}" y="${(y + quiet) * scale}" width="${scale}" height="${scale}"/>`
        : '',
    ),
  )
  const middle = size / 2
  const cross = `<rect x="${middle - 35}" y="${middle - 35}" width="70" height="70" fill="#fff"/>`
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="100%" height="100%" fill="#fff"/>${squares.join('')}${cross}</svg>`
  return readPicture(sharp(Buffer.from(svg)))
}

/** Whether poppler's renderer is on this machine. */
export function canRender(): boolean {
  try {
    execFileSync('pdftoppm', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Renders a page of a PDF at 200 dpi and reads the code where the slip must have it. */
export async function readSlip(pdf: Uint8Array, page: number): Promise<string | null> {
  // 46 mm from 67/209 mm, and the 5 mm around it that stay white.
  return readCode(pdf, page, { x: 62, y: 204, width: 56, height: 56 })
}

/** Reads the code in a part of a page, given in millimetres from its upper left corner. */
export async function readCode(
  pdf: Uint8Array,
  page: number,
  area: { x: number; y: number; width: number; height: number },
): Promise<string | null> {
  const folder = mkdtempSync(path.join(tmpdir(), 'code-'))
  try {
    writeFileSync(path.join(folder, 'document.pdf'), pdf)
    const target = path.join(folder, 'page')
    const pages = ['-f', String(page), '-l', String(page), '-singlefile']
    execFileSync('pdftoppm', ['-png', '-r', '200', ...pages, path.join(folder, 'document.pdf'), target])
    const pixels = (millimetres: number) => Math.round((millimetres / 25.4) * 200)
    const place = {
      left: pixels(area.x),
      top: pixels(area.y),
      width: pixels(area.width),
      height: pixels(area.height),
    }
    return await readPicture(sharp(readFileSync(`${target}.png`)).extract(place))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Reads the code of a picture on a web page, given by its `data:` address, as large as a phone's camera sees it. */
export async function readImage(address: string): Promise<string | null> {
  const drawing = Buffer.from(address.slice(address.indexOf(',') + 1), 'base64')
  return readPicture(sharp(drawing, { density: 600 }).resize(900, 900).flatten({ background: '#fff' }))
}
