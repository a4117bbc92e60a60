'use client'

import { type ComponentProps, useState } from 'react'
import { toast } from 'sonner'
import type { FormAction } from '@/components/dashboard/action-form'
import { Button } from '@/components/ui/button'

type ToStripeProps = Omit<ComponentProps<typeof Button>, 'onClick' | 'loading'> & {
  action: FormAction<{ url: string }>
  input?: Record<string, unknown>
}

/** A button that leads to a page at Stripe, which is opened only now. */
export function ToStripe({ action, input = {}, ...button }: ToStripeProps) {
  const [isOpening, setOpening] = useState(false)

  async function open() {
    setOpening(true)
    const answer = await action(input)
    // Stays busy until the browser has left.
    if (answer.ok) return window.location.assign(answer.data.url)
    toast.error(answer.error.message)
    setOpening(false)
  }

  return <Button {...button} loading={isOpening} onClick={open} />
}
