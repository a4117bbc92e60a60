'use client'

import { Minus, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Choice } from '@/components/handover/choice'
import { useHandover } from '@/components/handover/handover-context'
import { NextButton } from '@/components/handover/next-button'
import { NotTicked } from '@/components/handover/readings/not-ticked'
import { StepFrame } from '@/components/handover/step-frame'
import { useBookedExtras, useThingName } from '@/components/handover/use-booked-extras'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { openPieces, thingsAlong } from '@/lib/handover/pieces'

const MOST_KEYS = 9

/** Keys and what goes along with the vehicle; at a return what went out is held against what came back. */
export function AccessoriesStep() {
  const t = useTranslations('handover.accessories')
  const { handover, draft, change } = useHandover()
  const { keys, accessories } = draft
  const booked = useBookedExtras(handover)
  const nameOf = useThingName(handover)
  const open = openPieces(handover, draft)
  const before = handover.pickup
  const offered = before?.accessories ?? thingsAlong(handover.contract)
  const missing = offered.filter((one) => !accessories.includes(one))
  const isShort = before !== null && ((before.keys !== null && keys < before.keys) || missing.length > 0)
  const step = 'size-14 border border-line-strong bg-surface [&_svg]:size-5'
  const count = (more: number) => change({ keys: Math.min(MOST_KEYS, Math.max(0, keys + more)) })

  return (
    <StepFrame
      summary={isShort ? t('short') : open.length > 0 && t('decide')}
      primary={<NextButton label={t('next')} disabled={open.length > 0} />}
    >
      {!before && booked && <p>{t('booked', { names: booked })}</p>}
      <div className="flex items-center justify-between gap-3">
        <div className="grid">
          <span id="keys" className="font-medium text-sm">
            {t('keys')}
          </span>
          {before?.keys != null && (
            <span className="text-muted text-sm">{t('keysBefore', { count: before.keys })}</span>
          )}
        </div>
        <div className="flex items-center gap-3">
          <IconButton label={t('fewer')} onClick={() => count(-1)} className={step}>
            <Minus />
          </IconButton>
          <output aria-labelledby="keys" className="tabular w-8 text-center font-semibold text-xl">
            {keys}
          </output>
          <IconButton label={t('more')} onClick={() => count(1)} className={step}>
            <Plus />
          </IconButton>
        </div>
      </div>
      {offered.length > 0 && (
        <Choice
          legend={t(handover.kind === 'return' ? 'back' : 'along')}
          options={offered.map((value) => ({ value, label: nameOf(value) }))}
          chosen={accessories}
          onChoose={(one) =>
            change({
              accessories: accessories.includes(one)
                ? accessories.filter((known) => known !== one)
                : [...accessories, one],
            })
          }
        />
      )}
      <NotTicked />
      {before && missing.length > 0 && (
        <Button size="xl" onClick={() => change({ accessories: [...offered], keys: before.keys ?? keys })}>
          {t('allBack')}
        </Button>
      )}
      {isShort && (
        <Alert tone="warning">{t('missing', { names: missing.map(nameOf).join(', ') || t('keys') })}</Alert>
      )}
    </StepFrame>
  )
}
