import { AppError } from '@/lib/core/errors'

/** The record an address wants beside the list; one that is not there leaves the list as it is. */
export async function orNothing<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof AppError && ['not_found', 'invalid_input'].includes(error.code)) return null
    throw error
  }
}
