'use client'

import { BellRing } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type FormEvent, useState, useTransition } from 'react'
import { toast } from 'sonner'
import type { FormAction, Refusal } from '@/components/dashboard/action-form'
import { EquipmentChoice } from '@/components/dashboard/equipment-choice'
import { useAnswer } from '@/components/dashboard/use-answer'
import { CustomerChoice, customerOf } from '@/components/reservations/desk/customer-choice'
import type { FoundCustomer } from '@/components/reservations/desk/customer-search'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'
import { Field } from '@/components/ui/field'
import { FormErrorSummary } from '@/components/ui/form-error-summary'
import { Textarea } from '@/components/ui/textarea'
import type { Equipment } from '@/lib/core/equipment'
import type { SimilarCustomer } from '@/lib/customers/duplicates'

type WaitingDialogProps = {
  /** What is waited for. */
  wish: {
    startsAt: string
    endsAt: string
    categoryId?: string | undefined
    locationId?: string | undefined
    equipment: Equipment[]
  }
  /** Somebody who was chosen before, on their own page. */
  customer: FoundCustomer | null
  put: FormAction<string>
  findCustomers: FormAction<FoundCustomer[]>
  findSimilar: FormAction<SimilarCustomer[]>
}

/** Puts somebody on the waiting list for what the desk has just looked for. */
export function WaitingDialog(props: WaitingDialogProps) {
  const t = useTranslations('reservations.waiting')
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button>
          <BellRing aria-hidden="true" />
          {t('add')}
        </Button>
      </DialogTrigger>
      <DialogContent title={t('addTitle')} description={t('addText')}>
        <WaitingForm {...props} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  )
}

type WaitingFormProps = WaitingDialogProps & { onDone: () => void }

/** Who was chosen goes with the dialog: the next one who waits is somebody else. */
function WaitingForm({ wish, customer, put, findCustomers, findSimilar, onDone }: WaitingFormProps) {
  const t = useTranslations('reservations.waiting')
  const router = useRouter()
  const answered = useAnswer()
  const [idempotencyKey, renewKey] = useState(() => crypto.randomUUID())
  const [chosen, setChosen] = useState<FoundCustomer | null>(customer)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const [isWorking, startWork] = useTransition()

  function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    event.stopPropagation()
    const form = new FormData(event.currentTarget)
    const entry = {
      ...wish,
      equipment: form.getAll('equipment'),
      note: form.get('note') || undefined,
      hasAgreed: form.get('hasAgreed') === 'on' || undefined,
      ...(chosen ? { customerId: chosen.id } : { customer: customerOf(form) }),
    }
    startWork(async () => {
      const answer = await answered(put({ entry, idempotencyKey }))
      // What was refused was not made; a corrected wish is a new one. Without an answer it may have been.
      if (answer.ok || answer.error.code !== 'unavailable') renewKey(crypto.randomUUID())
      if (!answer.ok) return setRefusal(answer.error)
      onDone()
      toast.success(t('added'))
      router.refresh()
    })
  }

  const fields = withoutPrefix(refusal?.fields ?? {})
  return (
    <form onSubmit={send} noValidate className="grid gap-5">
      <FormErrorSummary
        error={refusal && { ...refusal, fields: {}, message: fields.customerId ?? refusal.message }}
      />
      <CustomerChoice
        chosen={chosen}
        onChoose={setChosen}
        find={findCustomers}
        findSimilar={findSimilar}
        errors={fields}
      />
      <details open={wish.equipment.length > 0}>
        <summary className="cursor-pointer font-medium text-sm">{t('columns.equipment')}</summary>
        <div className="pt-3">
          <EquipmentChoice legend={t('columns.equipment')} legendHidden chosen={wish.equipment} />
        </div>
      </details>
      <Field name="note" label={t('columns.note')} error={fields.note} optional>
        <Textarea rows={2} />
      </Field>
      <Checkbox name="hasAgreed" label={t('agreed')} error={fields.hasAgreed} />
      <div>
        <Button type="submit" variant="primary" loading={isWorking}>
          {t('add')}
        </Button>
      </div>
    </form>
  )
}

/** The fields' problems, as this form names its fields. */
function withoutPrefix(fields: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, problem]) => [name.replace(/^entry\./, ''), problem]),
  )
}
