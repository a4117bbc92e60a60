import { z } from 'zod'
import { AppError } from '@/lib/core/errors'

const Alternatives = z.array(
  z
    .object({ vehicle_id: z.string(), make: z.string(), model: z.string(), total_rappen: z.number() })
    .transform(({ vehicle_id, total_rappen, ...vehicle }) => ({
      ...vehicle,
      vehicleId: vehicle_id,
      totalRappen: total_rappen,
    })),
)

/** The refusal with the other vehicles that are free, as the site names things. */
export function withAlternatives(error: AppError): AppError {
  const { data } = Alternatives.safeParse(error.details.alternatives)
  return data
    ? new AppError(error.code, { status: error.status, details: { alternatives: data }, cause: error })
    : error
}
