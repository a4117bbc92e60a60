import { execFileSync } from 'node:child_process'

/** The words of a PDF, by poppler. */
export function textOf(pdf: Uint8Array): string {
  return execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' }).replace(
    /\s+/g,
    ' ',
  )
}
