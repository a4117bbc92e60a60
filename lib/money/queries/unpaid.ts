import type { CompanyContext } from '@/lib/core/context'
import { allRows } from '@/lib/supabase/all-rows'

export type Unpaid = {
  count: number
  openRappen: number
  lateCount: number
  lateRappen: number
  /** Late by more than thirty days. */
  oldCount: number
  oldRappen: number
}

const OLD_DAYS = 30

/** What customers still owe, and how much of it is past its due date; unpaid invoices stay few. */
export async function sumUnpaid(ctx: CompanyContext, today: string): Promise<Unpaid> {
  const rows = await allRows((from, to) =>
    ctx.db
      .from('invoices')
      .select('id, due_on, due_rappen, paid_rappen')
      .eq('company_id', ctx.companyId)
      .in('status', ['open', 'partially_paid', 'overdue'])
      .order('id')
      .range(from, to),
  )
  const late = rows.filter((row) => row.due_on < today)
  const open = (among: typeof rows) => among.reduce((sum, row) => sum + row.due_rappen - row.paid_rappen, 0)
  const oldBefore = new Date(Date.parse(today) - OLD_DAYS * 86_400_000).toISOString().slice(0, 10)
  const old = late.filter((row) => row.due_on < oldBefore)
  return {
    count: rows.length,
    openRappen: open(rows),
    lateCount: late.length,
    lateRappen: open(late),
    oldCount: old.length,
    oldRappen: open(old),
  }
}
