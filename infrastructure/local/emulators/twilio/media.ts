import { randomBytes } from 'node:crypto'
import { type Route, route } from '../server/router.ts'
import { TwilioError } from './errors.ts'

export interface Media {
  sid: string
  contentType: string
  /** Base64. */
  content: string
}

/** What Twilio tells of a message whose file it could not fetch. */
export const MEDIA_FAILED = 63019

/** A medium under an id of its own. */
export function newMedia(contentType: string, bytes: Buffer): Media {
  return { sid: `ME${randomBytes(16).toString('hex')}`, contentType, content: bytes.toString('base64') }
}

/** Fetches what goes with a message, as Twilio does before it sends it; null when one cannot be had. */
export async function fetchMedia(urls: string[]): Promise<Media[] | null> {
  try {
    return await Promise.all(
      urls.map(async (url) => {
        const answer = await fetch(url)
        if (!answer.ok) throw new Error(String(answer.status))
        return newMedia(answer.headers.get('content-type') ?? '', Buffer.from(await answer.arrayBuffer()))
      }),
    )
  } catch {
    return null
  }
}

/** The files of a form that a person sends as the customer. */
export async function mediaOfForm(form: FormData): Promise<Media[]> {
  const files = form.getAll('media').filter((file): file is File => file instanceof File && file.size > 0)
  return Promise.all(files.map(async (file) => newMedia(file.type, Buffer.from(await file.arrayBuffer()))))
}

/** Twilio's store of media: it asks nobody who they are. */
export function mediaRoutes(find: (sid: string) => Media | undefined): Route[] {
  return [
    route('GET', '/media/:sid', (call) => {
      const medium = find(call.params.sid ?? '')
      if (!medium) throw new TwilioError(404, 20404, 'The requested resource was not found')
      return new Response(Buffer.from(medium.content, 'base64'), {
        headers: { 'content-type': medium.contentType },
      })
    }),
  ]
}
