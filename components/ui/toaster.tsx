'use client'

import { useTranslations } from 'next-intl'
import { Toaster as Sonner } from 'sonner'

/** The place where short messages appear (`toast` from sonner), styled as everything else. Once, in the root layout. */
export function Toaster() {
  const t = useTranslations('ui')
  return (
    <Sonner
      position="bottom-right"
      // Above a phone's navigation.
      mobileOffset={{ bottom: '5rem', left: '1rem', right: '1rem' }}
      style={{ fontFamily: 'inherit' }}
      containerAriaLabel={t('notifications')}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-full items-start gap-2.5 rounded-lg border border-line-strong bg-raised px-3 py-2.5 text-sm text-ink shadow-float sm:w-89',
          title: 'font-medium',
          description: 'text-muted text-xs',
          icon: 'mt-0.5 shrink-0',
          success: '[&_[data-icon]]:text-active-text',
          error: '[&_[data-icon]]:text-overdue-text',
          content: 'min-w-0 flex-1',
          actionButton: 'shrink-0 font-medium text-accent-text text-sm underline underline-offset-4',
        },
      }}
    />
  )
}
