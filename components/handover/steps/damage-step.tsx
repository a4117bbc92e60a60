'use client'

import { Armchair, CarFront } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { DamageForm } from '@/components/handover/damage/damage-form'
import { DamagePhoto } from '@/components/handover/damage/damage-photo'
import { useDamageWords } from '@/components/handover/damage/damage-words'
import { MarkedSketch } from '@/components/handover/damage/marked-sketch'
import { newMark } from '@/components/handover/damage/new-mark'
import { placeOnSketch } from '@/components/handover/damage/place-on-sketch'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { StepFrame } from '@/components/handover/step-frame'
import { Button } from '@/components/ui/button'
import { Money } from '@/components/ui/money'
import type { Damage } from '@/lib/handover/handover'

/** Marks on the vehicle: what was there before is shown, what is new is put where it is seen. */
export function DamageStep() {
  const t = useTranslations('handover.damage')
  const { handover } = useHandover()
  const damages = handover.shownDamages
  const [open, setOpen] = useState<{ damage: Damage; isNew: boolean; choosesPart?: boolean } | null>(null)
  const words = useDamageWords()
  const { knownDamages, vehicle, contract } = handover

  const begin = (at: Pick<Damage, 'x' | 'y' | 'view'>, choosesPart = false) =>
    setOpen({ damage: newMark(handover, at), isNew: true, choosesPart })
  const atFront = { view: 'front', ...placeOnSketch(vehicle.bodyType, 'front') } as const

  return (
    <StepFrame
      summary={t('summary', { count: damages.length, known: knownDamages.length })}
      primary={<NextButton label={damages.length > 0 ? t('next') : t('nextNone')} />}
    >
      <p className="text-muted">{t('intro')}</p>
      <div className="mx-auto w-full max-w-96 rounded-lg border bg-surface p-2">
        <MarkedSketch
          bodyType={vehicle.bodyType}
          label={t('sketch')}
          damages={damages}
          known={knownDamages}
          labelOf={words}
          onPress={(at) => begin(at)}
          onChoose={(damage) => setOpen({ damage, isNew: false })}
        />
      </div>
      <div className="grid gap-2 min-[360px]:grid-cols-2">
        <Button size="lg" className="min-h-12" onClick={() => begin(atFront, true)}>
          <CarFront />
          {t('addByPart')}
        </Button>
        <Button size="lg" className="min-h-12" onClick={() => begin({ x: 0.5, y: 0.5, view: 'interior' })}>
          <Armchair />
          {t('addInterior')}
        </Button>
      </div>
      {damages.length > 0 && (
        <ol className="grid gap-2">
          {damages.map((damage, index) => (
            <li key={damage.id}>
              <button
                type="button"
                onClick={() => setOpen({ damage, isNew: false })}
                className="flex min-h-14 w-full items-center gap-3 rounded border border-line-strong bg-surface px-3 py-2 text-left"
              >
                <span className="tabular grid size-6 shrink-0 place-items-center rounded-full bg-overdue font-semibold text-white text-xs">
                  {index + 1}
                </span>
                <DamagePhoto damage={damage} isNew />
                <span className="grid min-w-0 flex-1">
                  <span>{words(damage)}</span>
                  {damage.note && <span className="truncate text-muted text-sm">{damage.note}</span>}
                </span>
                {damage.chargeRappen > 0 && (
                  <Money amountRappen={damage.chargeRappen} currency={contract.currency} />
                )}
              </button>
            </li>
          ))}
        </ol>
      )}
      {knownDamages.length > 0 && (
        <section className="grid gap-1.5">
          <h2 className="font-medium text-sm">{t('known')}</h2>
          <ul className="grid gap-2 text-muted text-sm">
            {knownDamages.map((damage) => (
              <li key={damage.id} className="flex items-center gap-3">
                <DamagePhoto damage={damage} />
                <span className="min-w-0">
                  {words(damage)}
                  {damage.note && ` · ${damage.note}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {open && (
        <DamageForm
          key={open.damage.id}
          damage={open.damage}
          isNew={open.isNew}
          choosesPart={open.choosesPart}
          onClose={() => setOpen(null)}
        />
      )}
    </StepFrame>
  )
}
