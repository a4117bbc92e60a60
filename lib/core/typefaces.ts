/** A face a company may choose for its pages: where its file is, and how the face shown until it has come is made as wide. */
type Typeface = {
  family: string
  file: string
  weights: string
  fallback: { local: string; size: string; ascent: string; descent: string }
}

const arial = (size: string, ascent: string, descent: string) => ({ local: 'Arial', size, ascent, descent })
const times = (size: string, ascent: string, descent: string) => ({
  local: 'Times New Roman',
  size,
  ascent,
  descent,
})

/** The curated set, the product's own face first. Measures of the stand-ins as `next/font` computes them, by average width. */
export const TYPEFACES = {
  geist: {
    family: 'Geist',
    // Its Latin letters alone, cut out of the package's file by HarfBuzz (subset-font), half as heavy.
    file: 'app/fonts/geist-latin.woff2',
    weights: '100 900',
    fallback: arial('104.76%', '95.94%', '28.16%'),
  },
  fraunces: {
    family: 'Fraunces',
    file: 'node_modules/@fontsource-variable/fraunces/files/fraunces-latin-wght-normal.woff2',
    weights: '100 900',
    fallback: times('115.45%', '84.71%', '22.09%'),
  },
  'space-grotesk': {
    family: 'Space Grotesk',
    file: 'node_modules/@fontsource-variable/space-grotesk/files/space-grotesk-latin-wght-normal.woff2',
    weights: '300 700',
    fallback: arial('109.69%', '89.71%', '26.62%'),
  },
  nunito: {
    family: 'Nunito',
    file: 'node_modules/@fontsource-variable/nunito/files/nunito-latin-wght-normal.woff2',
    weights: '200 1000',
    fallback: arial('101.39%', '99.71%', '34.82%'),
  },
  'source-serif-4': {
    family: 'Source Serif 4',
    file: 'node_modules/@fontsource-variable/source-serif-4/files/source-serif-4-latin-wght-normal.woff2',
    weights: '200 900',
    fallback: times('117.91%', '87.87%', '28.41%'),
  },
} as const satisfies Record<string, Typeface>

export type TypefaceName = keyof typeof TYPEFACES
export const TYPEFACE_NAMES = Object.keys(TYPEFACES) as [TypefaceName, ...TypefaceName[]]

/** Where a face is loaded from, on every host. */
export function typefaceUrl(name: TypefaceName): string {
  return `/fonts/${name}.woff2`
}

/** The value of `font-family` for a face. */
export function fontFamilyOf(name: TypefaceName): string {
  const { family } = TYPEFACES[name]
  return `"${family}", "${family} until loaded", ui-sans-serif, system-ui, sans-serif`
}

/** The rules that make a face known under its name, and its stand-in, which takes the same room. A browser loads it when it is used. */
export function typefaceCss(name: TypefaceName): string {
  const { family, weights, fallback } = TYPEFACES[name]
  return [
    `@font-face{font-family:"${family}";font-style:normal;font-weight:${weights};font-display:swap;src:url(${typefaceUrl(name)}) format("woff2")}`,
    `@font-face{font-family:"${family} until loaded";src:local("${fallback.local}");size-adjust:${fallback.size};ascent-override:${fallback.ascent};descent-override:${fallback.descent};line-gap-override:0%}`,
  ].join('')
}
