import { headers } from 'next/headers'
import { currentRequest } from '@/lib/core/current-request'
import { apiRoute } from '@/lib/core/route'
import { performStep } from '@/lib/handover/commands'
import { Step } from '@/lib/handover/schema'

/** Takes one step of a handover from a phone; the same step again changes nothing. */
export const POST = apiRoute(
  { permission: 'handover.perform', recent: true, body: Step },
  async ({ ctx, body }) => {
    const { ip } = await currentRequest()
    const userAgent = (await headers()).get('user-agent')
    return performStep(ctx, body, { ip: ip === 'unknown' ? null : ip, userAgent })
  },
)
