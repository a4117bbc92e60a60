import { drawSketch } from '@/app/api/cron/outbox/sketch-picture'
import type { PaperTools } from '@/lib/contracts/documents/handler'
import { slipFor } from '@/lib/money/documents/debt-slip'

/** What the papers of contracts are written with, by the outbox or by whoever opens one before its job has come. */
export const paperTools: PaperTools = { drawSketch, findSlip: slipFor }
