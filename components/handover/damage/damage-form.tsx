'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { MoneyInput } from '@/components/ui/money-input'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { Damage } from '@/lib/handover/handover'
import { DAMAGE_KINDS, SEVERITIES } from '@/lib/handover/schema'

type DamageFormProps = {
  damage: Damage
  isNew: boolean
  onClose: () => void
}

/** What a mark is: kind and extent by tapping, a note if need be, and at a return what it costs. */
export function DamageForm({ damage, isNew, onClose }: DamageFormProps) {
  const t = useTranslations('handover.damage')
  const words = useTranslations('handover.phone')
  const { handover, mark: writeMark, removeMark, failure } = useHandover()
  const [mark, setMark] = useState(damage)
  const isNegative = mark.chargeRappen < 0

  function closeIf(isWritten: boolean) {
    if (isWritten) onClose()
  }
  const save = () => void writeMark(mark).then(closeIf)
  const remove = () => void removeMark(mark.id).then(closeIf)

  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        side="bottom"
        title={t('formTitle', { view: t(`views.${mark.view}`) })}
        footer={
          <div className="flex w-full gap-2 pb-safe">
            {!isNew && (
              <Button size="xl" onClick={remove} aria-label={t('remove')}>
                <Trash2 />
              </Button>
            )}
            <Button variant="primary" size="xl" className="flex-1" disabled={isNegative} onClick={save}>
              {t('save')}
            </Button>
          </div>
        }
      >
        <div className="mx-auto grid max-w-xl gap-5">
          <Choice
            legend={t('kind')}
            options={DAMAGE_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            chosen={mark.kind}
            onChoose={(kind) => setMark({ ...mark, kind })}
          />
          <Choice
            legend={t('severity')}
            options={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))}
            chosen={mark.severity}
            onChoose={(severity) => setMark({ ...mark, severity })}
          />
          {handover.kind === 'return' && (
            <Field
              label={t('charge')}
              help={t('chargeHelp')}
              error={isNegative ? t('chargeNegative') : undefined}
            >
              <MoneyInput
                currency={handover.contract.currency}
                defaultValue={mark.chargeRappen}
                onAmountChange={(amount) => setMark({ ...mark, chargeRappen: amount ?? 0 })}
                className="h-12"
              />
            </Field>
          )}
          <Field label={t('note')} optional>
            <Input
              value={mark.note}
              maxLength={1_000}
              onChange={({ target }) => setMark({ ...mark, note: target.value })}
              className="h-12"
            />
          </Field>
          {failure && (
            <Alert tone="danger" role="alert">
              {words(`notWritten.${failure}`)}
            </Alert>
          )}
        </div>
      </SheetContent>
    </Sheet>
  )
}
