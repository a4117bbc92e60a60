import { headers } from 'next/headers'
import { alternatesOf } from '@/lib/booking-site/languages-of'

/** The addresses of a page of the site for search engines, as its own address names a language (proxy.ts) or not. */
export async function alternatesHere(path: Parameters<typeof alternatesOf>[0]) {
  return alternatesOf(path, (await headers()).get('x-language'))
}
