import { typefaceFile } from '@/lib/core/typeface-file'
import { TYPEFACE_NAMES } from '@/lib/core/typefaces'

type FontRoute = { params: Promise<{ file: string }> }

/** A face of the curated set, the same on every host; nobody but a page of ours asks for it. */
export async function GET(_request: Request, { params }: FontRoute): Promise<Response> {
  const { file } = await params
  const name = TYPEFACE_NAMES.find((known) => file === `${known}.woff2`)
  if (!name) return new Response(null, { status: 404 })
  return new Response(await typefaceFile(name), {
    headers: { 'content-type': 'font/woff2', 'cache-control': 'public, max-age=31536000, immutable' },
  })
}
