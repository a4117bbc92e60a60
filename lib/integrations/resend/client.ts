import 'server-only'
import { Resend } from 'resend'
import { env } from '@/lib/core/env'
import { processWide } from '@/lib/core/process-wide'

/** Resend's SDK, configured once. */
export function resend(): Resend {
  return processWide('resend', () => {
    const baseUrl = env().RESEND_BASE_URL
    return new Resend(env().RESEND_API_KEY, baseUrl ? { baseUrl } : {})
  })
}
