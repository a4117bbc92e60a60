import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { PDFDocument, PDFFont } from 'pdf-lib'
import { charactersOf, fontkit } from '@/lib/core/documents/fontkit'
import { processWide } from '@/lib/core/process-wide'

/** Where the packages keep their files; next.config.js lists the same folders for the standalone build. */
const FILES = {
  regular: 'geist/dist/fonts/geist-sans/Geist-Regular.ttf',
  semibold: 'geist/dist/fonts/geist-sans/Geist-SemiBold.ttf',
  mono: 'geist/dist/fonts/geist-mono/GeistMono-Regular.ttf',
  slip: '@expo-google-fonts/arimo/400Regular/Arimo_400Regular.ttf',
  slipBold: '@expo-google-fonts/arimo/700Bold/Arimo_700Bold.ttf',
} as const

type FontFile = keyof typeof FILES

/** A face, and the one that helps out where it lacks a letter: a name must never lose one. */
export type Face = { font: PDFFont; covers: (character: string) => boolean; fallback?: Face }

export type Fonts = { regular: Face; semibold: Face; mono: Face; slip: Face; slipBold: Face }

type Letters = { bytes: Uint8Array; codePoints: Set<number> }

async function readFont(file: FontFile): Promise<Letters> {
  const bytes = await readFile(join(process.cwd(), 'node_modules', FILES[file]))
  return { bytes, codePoints: charactersOf(bytes) }
}

function lettersOf(file: FontFile): Promise<Letters> {
  return processWide(`documents.font.${file}`, () => readFont(file))
}

/**
 * Embeds the faces of our documents, letters that occur only. Figures have one width, so that columns of amounts
 * align; ligatures are off because they make text hard to find in a PDF.
 */
export async function embedFonts(document: PDFDocument): Promise<Fonts> {
  document.registerFontkit(fontkit)
  const embed = async (file: FontFile, fallback?: Face): Promise<Face> => {
    const { bytes, codePoints } = await lettersOf(file)
    const font = await document.embedFont(bytes, { subset: true, features: { tnum: true, liga: false } })
    return { font, covers: (character) => codePoints.has(character.codePointAt(0) ?? 0), fallback }
  }
  const slip = await embed('slip')
  const slipBold = await embed('slipBold')
  return {
    slip,
    slipBold,
    regular: await embed('regular', slip),
    semibold: await embed('semibold', slipBold),
    mono: await embed('mono', slip),
  }
}

/** A picture, or what joins, colours or frames one: no letter, and the text says the same without it. */
const PICTURE =
  /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Variation_Selector}|\u200D|\u20E3/u

/** Splits a text into runs of one font each; a picture that no font has is left out, a letter becomes a question mark. */
export function runsOf(text: string, face: Face): { text: string; font: PDFFont }[] {
  const runs: { text: string; font: PDFFont }[] = []
  let hasGap = false
  for (const character of text) {
    const holder = face.covers(character)
      ? face
      : face.fallback?.covers(character)
        ? face.fallback
        : undefined
    const last = runs.at(-1)
    if (!holder && PICTURE.test(character)) {
      hasGap = true
      continue
    }
    // Of the two blanks around what was left out, one stays.
    if (hasGap && character === ' ' && (!last || last.text.endsWith(' '))) continue
    const font = holder?.font ?? face.font
    const letter = holder ? character : '?'
    if (last?.font === font) last.text += letter
    else runs.push({ text: letter, font })
  }
  return runs
}

/** Width of a text in points. */
export function widthOf(text: string, face: Face, size: number): number {
  return runsOf(text, face).reduce((width, run) => width + run.font.widthOfTextAtSize(run.text, size), 0)
}
