import { z } from 'zod'
import { pdfFile } from '@/app/api/pdf-file'
import { apiRoute } from '@/lib/core/route'
import { parseInput } from '@/lib/core/validation'
import { voucherFile } from '@/lib/money/vouchers/queries'

/** A voucher as PDF, in the language it was issued in: to print and hand over. */
export const GET = apiRoute({ permission: 'payments.take' }, async ({ ctx, params }) =>
  pdfFile(await voucherFile(ctx, parseInput(z.uuid(), params.id))),
)
