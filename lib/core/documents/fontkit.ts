import plainFontkit, { type Font } from '@pdf-lib/fontkit'
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

function openFont(bytes: Uint8Array): Font {
  const font = plainFontkit.create(bytes)
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
  return new Set(plainFontkit.create(bytes).characterSet)
}
