import { z } from 'zod'
import { pictureFile } from '@/lib/companies/picture-file'
import { currentRequest } from '@/lib/core/current-request'
import { respond } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'

type PictureRoute = { params: Promise<{ company: string; file: string }> }

/** A logo or a photo of a company's site, the same on every host; another picture has another name, so it is kept for good. */
export function GET(_request: Request, { params }: PictureRoute): Promise<Response> {
  return respond(async () => {
    const { company, file } = await params
    const { requestId } = await currentRequest()
    const { bytes, type } = await pictureFile(parseInput(z.uuid(), company), file, requestId)
    return new Response(bytes, {
      headers: { 'content-type': type, 'cache-control': 'public, max-age=31536000, immutable' },
    })
  })
}
