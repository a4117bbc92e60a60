import plainFontkit, { type Font } from '@pdf-lib/fontkit'
import { LRUCache } from 'lru-cache'
import type { Fontkit } from 'pdf-lib/cjs/types/fontkit'

/** What a subset of a TrueType font holds while it is put together. */
type SubsetInMaking = { loca: { version?: number }; _addGlyph: (glyphId: number) => number }

/**
 * fontkit writes the short glyph index, which can name even places only, although it does not pad glyphs of odd
 * length: in fonts that are not padded already letters would be lost. The long index names every place.
 */
function useLongIndex(subset: SubsetInMaking): void {
  const add = subset._addGlyph.bind(subset)
  subset._addGlyph = (glyphId) => {
    subset.loca.version = 1
    return add(glyphId)
  }
}

/**
 * A letter that others are built upon (the L of Ł) is first met as their part, without a character, and fontkit keeps
 * it so: it would be drawn, but no longer be found or read aloud, in every later document.
 */
function keepCharacters(font: Font): void {
  const glyphOf = font.getGlyph.bind(font)
  font.getGlyph = (glyphId, codePoints = []) => {
    const glyph = glyphOf(glyphId, codePoints)
    if (glyph.codePoints.length === 0) glyph.codePoints = codePoints
    return glyph
  }
}

/** Texts whose layout is kept per font: labels and headings come again in every document. */
const KEPT_LAYOUTS = 4_000
const opened = new WeakMap<Uint8Array, Font>()

/** Reads a font once: parsing it, and laying out the same words, costs more than everything else on a page. */
function openFont(bytes: Uint8Array): Font {
  const known = opened.get(bytes)
  if (known) return known
  const font = prepareFont(bytes)
  opened.set(bytes, font)
  return font
}

function prepareFont(bytes: Uint8Array): Font {
  const font = plainFontkit.create(bytes)
  keepCharacters(font)
  const layOut = font.layout.bind(font)
  const layouts = new LRUCache<string, ReturnType<Font['layout']>>({ max: KEPT_LAYOUTS })
  // pdf-lib gives a font the same features in every document, so that the text alone is the key.
  font.layout = (text, ...rest) => {
    const kept = layouts.get(text)
    if (kept) return kept
    const layout = layOut(text, ...rest)
    layouts.set(text, layout)
    return layout
  }
  const createSubset = font.createSubset.bind(font)
  font.createSubset = () => {
    const subset = createSubset()
    useLongIndex(subset as unknown as SubsetInMaking)
    return subset
  }
  return font
}

/** The font library as pdf-lib wants it. */
export const fontkit = { create: openFont } as unknown as Fontkit

/** The characters a font has. */
export function charactersOf(bytes: Uint8Array): Set<number> {
  return new Set(openFont(bytes).characterSet)
}
