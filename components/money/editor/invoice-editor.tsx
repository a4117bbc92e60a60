'use client'

import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState, useTransition } from 'react'
import { toast } from 'sonner'
import type { FormAction, Refusal } from '@/components/dashboard/action-form'
import { DraftHead, type Head } from '@/components/money/editor/draft-head'
import { blankLine, DraftLines } from '@/components/money/editor/draft-lines'
import { DraftTotals } from '@/components/money/editor/draft-totals'
import { type EditedLine, pricedLines, problemsOf } from '@/components/money/editor/lines'
import { useDraftPrice } from '@/components/money/editor/use-draft-price'
import type { FoundCustomer } from '@/components/reservations/desk/customer-search'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Card } from '@/components/ui/card'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { formatMoney } from '@/lib/core/money'
import type { Draft, DraftPrice } from '@/lib/money/drafts/queries'

type InvoiceEditorProps = {
  /** What is changed; null for a new invoice. */
  draft: Draft | null
  /** For whom a new one is, where that is known. */
  customer: { id: string; name: string } | null
  today: string
  currency: string
  firstPrice: DraftPrice
  actions: {
    price: FormAction<DraftPrice>
    save: FormAction<{ id: string }>
    issue: FormAction<{ number: string }>
    remove: FormAction
    findCustomers: FormAction<FoundCustomer[]>
  }
}

/** An invoice that is written by hand; the database adds it up while one types. */
export function InvoiceEditor({ draft, customer, today, currency, firstPrice, actions }: InvoiceEditorProps) {
  const t = useTranslations('money.editor')
  const router = useRouter()
  const [draftId, keepId] = useState(draft?.id)
  const [idempotencyKey, renewKey] = useState(() => crypto.randomUUID())
  const [head, setHead] = useState<Head>({
    customer: draft?.customer ?? customer,
    serviceFrom: draft?.serviceFrom ?? today,
    serviceTo: draft?.serviceTo ?? today,
    dueOn: draft?.dueOn ?? '',
  })
  const [lines, setLines] = useState<EditedLine[]>(() => linesOf(draft, firstPrice))
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [checks, setChecks] = useState(0)
  const [isSaving, startSave] = useTransition()
  const priced = pricedLines(lines)
  const { price, problem } = useDraftPrice(
    actions.price,
    { lines: priced.map(({ key: _key, ...line }) => line), serviceTo: head.serviceTo },
    firstPrice,
  )
  const amounts = new Map(problem ? [] : priced.map(({ key }, place) => [key, price.amounts[place] ?? 0]))
  const problems = problemsOf(lines)
  const isChecked = checks > 0
  const isComplete = head.customer !== null && problems.size === 0 && problem === null

  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (checks > 0) page.current?.querySelector<HTMLElement>('[aria-invalid], [role=alert]')?.focus()
  }, [checks])

  async function save(): Promise<string | null> {
    if (!isComplete) {
      setChecks(checks + 1)
      return null
    }
    const answer = await actions.save({
      ...(draftId && { id: draftId }),
      customerId: head.customer?.id,
      serviceFrom: head.serviceFrom,
      serviceTo: head.serviceTo,
      ...(head.dueOn && { dueOn: head.dueOn }),
      lines: priced.map(({ key: _key, ...line }) => line),
      idempotencyKey,
    })
    setRefusal(answer.ok ? null : answer.error)
    // Whatever is saved next is another request.
    renewKey(crypto.randomUUID())
    if (!answer.ok) return null
    keepId(answer.data.id)
    return answer.data.id
  }

  function keep() {
    startSave(async () => {
      const id = await save()
      if (id === null) return
      toast.success(t('saved'))
      router.push(`/dashboard/invoices/${id}/edit`)
      router.refresh()
    })
  }

  async function issue() {
    const id = await save()
    if (id === null) return
    const answer = await actions.issue({ id })
    if (answer.ok) {
      toast.success(t('issued', { number: answer.data.number }))
      router.push(`/dashboard/invoices/${id}`)
      return
    }
    setRefusal(answer.error)
    // The draft is kept and has an address of its own now; the editor stays, with what is wrong beside it.
    window.history.replaceState(null, '', `/dashboard/invoices/${id}/edit`)
  }

  async function remove() {
    const answer = await actions.remove({ id: draftId })
    if (answer.ok) {
      toast.success(t('deleted'))
      router.push('/dashboard/invoices')
    } else setRefusal(answer.error)
  }

  return (
    <div ref={page} className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_18rem]">
      <div className="grid gap-4">
        <FormErrorSummary error={refusal} labels={{ serviceTo: t('serviceTo'), dueOn: t('due') }} />
        <DraftHead
          head={head}
          onChange={setHead}
          find={actions.findCustomers}
          errors={{
            ...refusal?.fields,
            ...(isChecked && !head.customer && { customer: t('problems.customer') }),
          }}
        />
        <Card title={t('lines')}>
          {problem && <Alert role="alert" tabIndex={-1} tone="warning" title={problem} className="mb-3" />}
          <DraftLines
            lines={lines}
            onChange={setLines}
            amounts={amounts}
            ratesBp={price.ratesBp}
            currency={currency}
            problems={isChecked ? problems : new Map()}
          />
        </Card>
      </div>
      <div className="grid gap-3 lg:sticky lg:top-16">
        <DraftTotals price={problem === null ? price : null} currency={currency} />
        {isComplete ? (
          <ConfirmDialog
            trigger={
              <Button variant="primary" size="lg">
                {t('issue')}
              </Button>
            }
            title={t('issueTitle')}
            tone="primary"
            consequences={[
              t('issueCharges', {
                amount: formatMoney(price.totalRappen, currency),
                customer: head.customer?.name ?? '',
              }),
              t('issueFinal'),
            ]}
            confirmLabel={t('issue')}
            onConfirm={issue}
          />
        ) : (
          <Button variant="primary" size="lg" onClick={() => setChecks(checks + 1)}>
            {t('issue')}
          </Button>
        )}
        <Button onClick={keep} loading={isSaving}>
          {t('save')}
        </Button>
        {draftId && (
          <ConfirmDialog
            trigger={<Button variant="ghost">{t('delete')}</Button>}
            title={t('deleteTitle')}
            consequences={[t('deleteText')]}
            confirmLabel={t('delete')}
            onConfirm={remove}
          />
        )}
      </div>
    </div>
  )
}

function linesOf(draft: Draft | null, { ratesBp }: DraftPrice): EditedLine[] {
  const known = (draft?.lines ?? []).map((line) => ({
    ...line,
    key: crypto.randomUUID(),
    quantity: String(line.quantity),
  }))
  return known.length > 0 ? known : [blankLine(ratesBp[0] ?? 0)]
}
