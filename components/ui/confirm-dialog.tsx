'use client'

import { useTranslations } from 'next-intl'
import {
  Action,
  AlertDialog,
  AlertDialogTrigger,
  Cancel,
  Content,
  Description,
  Overlay,
  Portal,
  Title,
} from 'radix-ui/alert-dialog'
import { type ReactNode, useState, useTransition } from 'react'
import { Button } from '@/components/ui/button'
import { scrimStyle } from '@/components/ui/overlay-style'

type ConfirmDialogProps = {
  /** The button that asks; without one, whoever shows the dialog says when it is open. */
  trigger?: ReactNode
  open?: boolean
  onOpenChange?: (isOpen: boolean) => void
  title: string
  /** What will happen, one sentence each, with the figures: "refunds CHF 120.00 to card ••42". */
  consequences: string[]
  /** The verb on the button, not "OK". */
  confirmLabel: string
  tone?: 'danger' | 'primary'
  /** A choice that belongs to it, beneath the consequences. */
  children?: ReactNode
  onConfirm: () => Promise<void> | void
}

/** Asks before something that is hard to take back, and says what it will do. Stays open until it is done. */
export function ConfirmDialog({
  trigger,
  open,
  onOpenChange,
  title,
  consequences,
  confirmLabel,
  tone = 'danger',
  children,
  onConfirm,
}: ConfirmDialogProps) {
  const t = useTranslations('ui')
  const [isAsking, setAsking] = useState(false)
  const [isWorking, startWork] = useTransition()

  function setOpen(next: boolean) {
    setAsking(next)
    onOpenChange?.(next)
  }

  function confirm() {
    startWork(async () => {
      await onConfirm()
      setOpen(false)
    })
  }

  return (
    <AlertDialog open={open ?? isAsking} onOpenChange={(next) => !isWorking && setOpen(next)}>
      {trigger && <AlertDialogTrigger asChild>{trigger}</AlertDialogTrigger>}
      <Portal>
        <Overlay className={scrimStyle} />
        <Content className="fixed inset-x-0 bottom-0 z-50 grid w-full gap-3 rounded-t-lg border border-line-strong bg-raised p-5 shadow-float outline-none max-sm:animate-slide-in-up sm:inset-0 sm:m-auto sm:h-fit sm:max-w-md sm:rounded-lg sm:animate-pop-in">
          <Title className="font-semibold text-lg">{title}</Title>
          <Description asChild>
            <ul className="grid gap-1.5 text-muted text-sm">
              {consequences.map((consequence) => (
                <li
                  key={consequence}
                  className="flex gap-2 before:mt-2 before:size-1 before:shrink-0 before:rounded-full before:bg-current"
                >
                  <span>{consequence}</span>
                </li>
              ))}
            </ul>
          </Description>
          {children}
          <div className="mt-2 flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
            <Cancel asChild>
              <Button disabled={isWorking}>{t('goBack')}</Button>
            </Cancel>
            <Action
              asChild
              onClick={(event) => {
                // Radix would close at once; we close when the work is done.
                event.preventDefault()
                confirm()
              }}
            >
              <Button variant={tone} loading={isWorking}>
                {confirmLabel}
              </Button>
            </Action>
          </div>
        </Content>
      </Portal>
    </AlertDialog>
  )
}
