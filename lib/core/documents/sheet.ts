import { type Color, PDFDocument, type PDFImage, type PDFPage, rgb } from 'pdf-lib'
import { markForArchive } from '@/lib/core/documents/archive'
import { embedFonts, type Face, type Fonts, runsOf, widthOf } from '@/lib/core/documents/fonts'
import { printable, wrapText } from '@/lib/core/documents/text'

/** Millimetres as points. */
export const mm = (millimetres: number): number => (millimetres * 72) / 25.4

const PAGE = { width: mm(210), height: mm(297) }
const MARGIN = mm(20)
/** Kept free above the lower margin for the page's foot. */
const FOOT = mm(8)

export const INK = { text: rgb(0.09, 0.1, 0.12), quiet: rgb(0.38, 0.4, 0.44), line: rgb(0.84, 0.85, 0.87) }

export type TextStyle = { face?: Face; size?: number; color?: Color; align?: 'left' | 'right' | 'center' }

/** What the foot of every page says; `page` receives the page's number and how many there are, `hash` stands beneath in figures of one width. */
export type Foot = { left: string; page: (number: number, count: number) => string; hash?: string }

export type SheetOptions = {
  title: string
  author: string
  language: string
  accent: string
  /** The company's logo as a PNG; its name stands in for it. */
  logo?: Uint8Array | undefined
  madeAt: Date
  /** Sets rows and gaps closer, where that saves a page. */
  tight?: boolean
}

const LOGO_BOX = { width: mm(55), height: mm(14) }

/** `#0f766e` as a colour; anything else is ink. */
export function inkOf(hex: string): Color {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex)
  if (!match) return INK.text
  const [red = 0, green = 0, blue = 0] = match.slice(1).map((part) => Number.parseInt(part, 16) / 255)
  return rgb(red, green, blue)
}

/**
 * An A4 document being written from top to bottom: `y` is the distance of the next line from the page's upper edge.
 * The same input gives the same bytes: dates are given, never taken from the clock.
 */
export class Sheet {
  readonly left = MARGIN
  readonly width = PAGE.width - 2 * MARGIN
  readonly bottom = PAGE.height - MARGIN - FOOT
  page: PDFPage
  y = MARGIN
  /** Where the foot goes on pages whose lower part is taken. */
  private readonly raisedFeet = new Map<PDFPage, number>()

  private constructor(
    readonly document: PDFDocument,
    readonly fonts: Fonts,
    readonly accent: Color,
    private readonly logo: PDFImage | undefined,
    readonly tight: boolean,
  ) {
    this.page = document.addPage([PAGE.width, PAGE.height])
  }

  static async open(options: SheetOptions): Promise<Sheet> {
    const document = await PDFDocument.create({ updateMetadata: false })
    document.setTitle(printable(options.title), { showInWindowTitleBar: true })
    document.setAuthor(printable(options.author))
    document.setLanguage(options.language)
    document.setProducer('CRMS')
    document.setCreationDate(options.madeAt)
    document.setModificationDate(options.madeAt)
    const logo = options.logo && (await document.embedPng(options.logo))
    return new Sheet(
      document,
      await embedFonts(document),
      inkOf(options.accent),
      logo,
      options.tight ?? false,
    )
  }

  /** Goes on at the top of a new page. */
  turn(): void {
    this.page = this.document.addPage([PAGE.width, PAGE.height])
    this.y = MARGIN
  }

  /** Makes sure that `height` fits on this page, else turns it; true when it turned. */
  ensure(height: number): boolean {
    if (this.y + height <= this.bottom) return false
    this.turn()
    return true
  }

  /** Keeps the lowest `height` of a page for something that must stand there; answers where it begins. */
  reserveBottom(height: number): number {
    const top = PAGE.height - height
    if (this.y > top - mm(14)) this.turn()
    this.raisedFeet.set(this.page, top - mm(9))
    return top
  }

  /** One line at a place of this page; `x` is the left, right or middle of it, `y` its baseline from the upper edge. */
  draw(text: string, x: number, y: number, style: TextStyle = {}): void {
    const { face = this.fonts.regular, size = 9, color = INK.text, align = 'left' } = style
    const line = printable(text)
    const share = { left: 0, center: 0.5, right: 1 }[align]
    let at = share === 0 ? x : x - widthOf(line, face, size) * share
    const runs = runsOf(line, face)
    for (const [index, run] of runs.entries()) {
      this.page.drawText(run.text, { x: at, y: PAGE.height - y, font: run.font, size, color })
      if (index < runs.length - 1) at += run.font.widthOfTextAtSize(run.text, size)
    }
  }

  /** Whose document it is, at this height of the page: the company's logo, or its name in its colour. */
  drawSender(name: string): void {
    if (!this.logo) {
      this.draw(name, this.left, this.y + 14, { face: this.fonts.semibold, size: 14, color: this.accent })
      return
    }
    const size = this.logo.scaleToFit(LOGO_BOX.width, LOGO_BOX.height)
    this.page.drawImage(this.logo, { x: this.left, y: PAGE.height - this.y - size.height, ...size })
  }

  /** The lines a text takes within a width. */
  lines(text: string, width: number, { face = this.fonts.regular, size = 9 }: TextStyle = {}): string[] {
    return text
      .split('\n')
      .flatMap((part) => wrapText(printable(part), width, (line) => widthOf(line, face, size)))
  }

  /** A paragraph from `y` on, over as many pages as it needs; moves `y` below it. */
  paragraph(text: string, style: TextStyle & { x?: number; width?: number; leading?: number } = {}): void {
    const { x = this.left, width = this.width, size = 9, leading = size * 1.42 } = style
    for (const line of this.lines(text, width, style)) {
      this.ensure(leading)
      this.draw(line, x, this.y + size, style)
      this.y += leading
    }
  }

  /** A hairline across the type area, or a part of it. */
  rule(y = this.y, { x = this.left, width = this.width, color = INK.line, thickness = 0.5 } = {}): void {
    const height = PAGE.height - y
    this.page.drawLine({ start: { x, y: height }, end: { x: x + width, y: height }, color, thickness })
  }

  /** A dashed line from one place to another. */
  dashes(from: { x: number; y: number }, to: { x: number; y: number }): void {
    const flip = ({ x, y }: { x: number; y: number }) => ({ x, y: PAGE.height - y })
    this.page.drawLine({
      start: flip(from),
      end: flip(to),
      thickness: 0.5,
      dashArray: [3, 3],
      color: INK.text,
    })
  }

  /** A rectangle; `x` and `y` are its upper left corner. */
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    style: { fill?: Color; border?: Color; thickness?: number } = {},
  ): void {
    this.page.drawRectangle({
      x,
      y: PAGE.height - y - height,
      width,
      height,
      color: style.fill,
      borderColor: style.border,
      borderWidth: style.border ? (style.thickness ?? 0.5) : 0,
    })
  }

  /** A picture scaled into a box without distortion, at its upper left; answers the size it took. */
  async picture(
    bytes: Uint8Array,
    x: number,
    y: number,
    box: { width: number; height: number },
  ): Promise<{ width: number; height: number }> {
    const isPng = bytes[0] === 0x89
    const image = isPng ? await this.document.embedPng(bytes) : await this.document.embedJpg(bytes)
    const scale = Math.min(box.width / image.width, box.height / image.height)
    const size = { width: image.width * scale, height: image.height * scale }
    this.page.drawImage(image, { x, y: PAGE.height - y - size.height, ...size })
    return size
  }

  /** Outlines given as SVG paths in a `size` × `size`-like box, drawn at a place and scale. */
  outline(path: string, x: number, y: number, scale: number, color = INK.quiet): void {
    this.page.drawSvgPath(path, { x, y: PAGE.height - y, scale, borderColor: color, borderWidth: 0.8 })
  }

  /** A filled circle with a number in it: a mark on a sketch. */
  mark(x: number, y: number, label: string, fill: Color): void {
    this.page.drawCircle({ x, y: PAGE.height - y, size: 6, color: fill })
    this.draw(label, x, y + 2.6, {
      face: this.fonts.semibold,
      size: 7.5,
      color: rgb(1, 1, 1),
      align: 'center',
    })
  }

  /** Writes the foot of every page and answers the finished bytes. */
  async finish(foot: Foot): Promise<Uint8Array> {
    const pages = this.document.getPages()
    for (const [index, page] of pages.entries()) {
      this.page = page
      const y = this.raisedFeet.get(page) ?? PAGE.height - MARGIN
      const style = { size: 7.5, color: INK.quiet }
      this.rule(y - 10)
      this.draw(foot.left, this.left, y, style)
      this.draw(foot.page(index + 1, pages.length), this.left + this.width, y, { ...style, align: 'right' })
      if (foot.hash) this.draw(foot.hash, this.left, y + 9, { ...style, size: 6.5, face: this.fonts.mono })
    }
    await markForArchive(this.document)
    return this.document.save({ useObjectStreams: true })
  }
}
