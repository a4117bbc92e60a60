import { preload } from 'react-dom'
import {
  fontFamilyOf,
  TYPEFACE_NAMES,
  type TypefaceName,
  typefaceCss,
  typefaceUrl,
} from '@/lib/core/typefaces'

/** The face of a page: loaded ahead, alone, its stand-in as wide as itself, so that no line moves when it has come. */
export function Typeface({ name }: { name: TypefaceName }) {
  preload(typefaceUrl(name), { as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' })
  return (
    <style href={`typeface-${name}`} precedence="typeface">
      {`${typefaceCss(name)}:root{--font-text:${fontFamilyOf(name)}}`}
    </style>
  )
}

/** Makes every face known where one is chosen; a browser loads those that words are set in. */
export function AllTypefaces() {
  return (
    <style href="typefaces" precedence="typeface">
      {TYPEFACE_NAMES.map(typefaceCss).join('')}
    </style>
  )
}
