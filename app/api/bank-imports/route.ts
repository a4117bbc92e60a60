import { apiRoute } from '@/lib/core/route'
import { importBankFile } from '@/lib/money/bank/commands'
import { NewBankFile } from '@/lib/money/bank/schema'

/** Takes a file from the bank as the request's bare bytes. */
export const POST = apiRoute(
  { permission: 'payments.take', query: NewBankFile, status: 201 },
  ({ ctx, query, request }) => importBankFile(ctx, query, request.body),
)
