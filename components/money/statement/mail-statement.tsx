'use client'

import { Mail } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { sendStatementAction } from '@/app/(dashboard)/dashboard/customers/statement-actions'
import { ConfirmAction } from '@/components/dashboard/confirm-action'
import { Button } from '@/components/ui/button'

type MailStatementProps = { customerId: string; email: string; language: string; from: string; until: string }

/** Sends the statement to its customer, after a look at where it goes. */
export function MailStatement({ customerId, email, language, from, until }: MailStatementProps) {
  const t = useTranslations('money.statement')
  // One key as long as this period stands open: pressing twice sends one mail.
  const [key] = useState(() => crypto.randomUUID())
  return (
    <ConfirmAction
      trigger={
        <Button>
          <Mail aria-hidden="true" />
          {t('mail')}
        </Button>
      }
      title={t('mailTitle')}
      consequences={[t('mailTo', { email }), t(`mailLanguages.${language}`)]}
      confirmLabel={t('mail')}
      tone="primary"
      action={sendStatementAction}
      input={{ customerId, from, until, idempotencyKey: key }}
      done={t('mailed')}
    />
  )
}
