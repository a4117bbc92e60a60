'use client'

import { type ComponentProps, useActionState, useEffect, useRef } from 'react'
import { Line } from '@/components/booking-site/details-form/line'
import { Fold } from '@/components/booking-site/fold'
import { buttonStyle } from '@/components/ui/button-style'
import type { Refusal } from '@/lib/money/pay-link/refusal'

type LineFormProps = {
  send: (before: Refusal | null, form: FormData) => Promise<Refusal | null>
  name: string
  label: string
  submit: string
  input: ComponentProps<'input'>
  /** Folded away under this title until it is opened or refused. */
  folded?: string
}

/** One question with its button. What was refused stands in it still, and why beneath; that it does without scripts as well. */
export function LineForm({ send, name, label, submit, input, folded }: LineFormProps) {
  const [refusal, run, isSending] = useActionState(send, null)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => {
    if (refusal) field.current?.focus()
  }, [refusal])
  const form = (
    <form action={run} className="grid gap-3 sm:grid-cols-[minmax(0,1fr)_auto]">
      <Line name={name} label={label} error={refusal?.problem}>
        {({ className, ...control }) => (
          <input
            {...control}
            {...input}
            ref={field}
            required
            defaultValue={refusal?.typed}
            className={`${className} ${input.className ?? ''}`}
          />
        )}
      </Line>
      <button
        type="submit"
        disabled={isSending}
        aria-busy={isSending || undefined}
        className={buttonStyle({ size: 'lg', className: 'sm:mt-6.5 sm:self-start' })}
      >
        {submit}
      </button>
    </form>
  )
  if (!folded) return form
  return (
    <Fold title={folded} open={refusal !== null} className="border-t pt-2">
      {form}
    </Fold>
  )
}
