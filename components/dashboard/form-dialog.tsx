'use client'

import { type ReactNode, useState } from 'react'
import { ActionForm, type FormAction, type Refusal } from '@/components/dashboard/action-form'
import { Dialog, DialogContent, DialogTrigger } from '@/components/ui/dialog'

type FormDialogProps = {
  /** The button that opens it. */
  trigger: ReactNode
  title: string
  description?: string
  action: FormAction
  submit: string
  done?: string
  labels?: Record<string, string>
  /** Says something of its own about a refusal; null leaves it to the summary. */
  explain?: (error: Refusal) => ReactNode
  children: ReactNode
}

/** A short form over the page; closes when it is done. */
export function FormDialog({ trigger, title, description, children, ...form }: FormDialogProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>{trigger}</DialogTrigger>
      <DialogContent title={title} description={description}>
        <ActionForm {...form} onDone={() => setOpen(false)}>
          {children}
        </ActionForm>
      </DialogContent>
    </Dialog>
  )
}
