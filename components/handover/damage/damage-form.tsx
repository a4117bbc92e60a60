'use client'

import { Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Choice } from '@/components/handover/choice'
import { DamageCharge } from '@/components/handover/damage/damage-charge'
import { placeOnSketch } from '@/components/handover/damage/place-on-sketch'
import { useHandover } from '@/components/handover/handover-context'
import { NotWritten } from '@/components/handover/phone/not-written'
import { Button } from '@/components/ui/button'
import { Field } from '@/components/ui/field'
import { Input } from '@/components/ui/input'
import { Sheet, SheetContent } from '@/components/ui/sheet'
import type { Damage } from '@/lib/handover/handover'
import { listPriceOf } from '@/lib/handover/rules'
import { DAMAGE_KINDS, DAMAGE_VIEWS, MOST_CHARGE_RAPPEN, SEVERITIES } from '@/lib/handover/schema'

type DamageFormProps = {
  damage: Damage
  isNew: boolean
  /** It was put nowhere on the sketch: which part it is on is chosen here. */
  choosesPart?: boolean | undefined
  onClose: () => void
}

const OUTSIDE = DAMAGE_VIEWS.filter((view) => view !== 'interior')

/** What a mark is: kind and extent by tapping, a note if need be, and at a return what it costs. */
export function DamageForm({ damage, isNew, choosesPart = false, onClose }: DamageFormProps) {
  const t = useTranslations('handover.damage')
  const { handover, mark: writeMark, removeMark } = useHandover()
  const [mark, setMark] = useState(damage)
  const isOff = mark.listRappen !== null && mark.chargeRappen !== mark.listRappen
  const isCharge = mark.chargeRappen >= 0 && mark.chargeRappen <= MOST_CHARGE_RAPPEN
  const cannotSave = !isCharge || (isOff && mark.chargeReason.trim() === '')

  /** Another kind or extent has another price; an amount of one's own stays. */
  function classify(part: Partial<Pick<Damage, 'kind' | 'severity' | 'view' | 'x' | 'y'>>) {
    const described = { ...mark, ...part }
    const listRappen = listPriceOf(handover.damagePrices, described)
    const follows = mark.chargeRappen === (mark.listRappen ?? 0)
    setMark({ ...described, listRappen, ...(follows && { chargeRappen: listRappen ?? 0 }) })
  }

  function closeIf(isWritten: boolean) {
    if (isWritten) onClose()
  }
  const save = () => void writeMark({ ...mark, chargeReason: isOff ? mark.chargeReason : '' }).then(closeIf)
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
            <Button variant="primary" size="xl" className="flex-1" disabled={cannotSave} onClick={save}>
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
            onChoose={(kind) => classify({ kind })}
          />
          {(choosesPart || mark.photo) && mark.view !== 'interior' && (
            <Choice
              legend={t('where')}
              options={OUTSIDE.map((value) => ({ value, label: t(`views.${value}`) }))}
              chosen={mark.view}
              onChoose={(view) => classify({ view, ...placeOnSketch(handover.vehicle.bodyType, view) })}
            />
          )}
          <Choice
            legend={t('severity')}
            options={SEVERITIES.map((value) => ({ value, label: t(`severities.${value}`) }))}
            chosen={mark.severity}
            onChoose={(severity) => classify({ severity })}
          />
          {handover.kind === 'return' && (
            <DamageCharge
              mark={mark}
              currency={handover.contract.currency}
              isListed={handover.damagePrices.length > 0}
              onChange={(part) => setMark({ ...mark, ...part })}
            />
          )}
          <Field label={t('note')} optional>
            <Input
              value={mark.note}
              maxLength={1_000}
              onChange={({ target }) => setMark({ ...mark, note: target.value })}
              className="h-12"
            />
          </Field>
          <NotWritten />
        </div>
      </SheetContent>
    </Sheet>
  )
}
