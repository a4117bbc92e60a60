'use client'

import type { ComponentProps } from 'react'
import { useFormStatus } from 'react-dom'
import { Button } from '@/components/ui/button'

/** The button that sends the form around it; shows by itself that the form is being sent. */
export function SubmitButton({ loading, ...props }: ComponentProps<typeof Button>) {
  const { pending } = useFormStatus()
  return <Button variant="primary" {...props} type="submit" loading={pending || loading} />
}
