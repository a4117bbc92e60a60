'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PlanView } from '@/components/reservations/change/plan-view'
import { Refused } from '@/components/reservations/change/refused'
import { usePlan } from '@/components/reservations/change/use-plan'
import type { Place } from '@/components/timeline/rows'
import { Button } from '@/components/ui/button'
import { Checkbox } from '@/components/ui/checkbox'
import { Dialog, DialogContent } from '@/components/ui/dialog'
import { Skeleton } from '@/components/ui/skeleton'
import type { ChangeRequest, SwapRequest } from '@/lib/reservations/changes'
import type { Block } from '@/lib/timeline/answer'

/** What somebody wants: a block at another place. */
export type Proposal = { block: Block; place: Place }

/** What is to be done, with where its blocks will stand. */
export type Decision =
  | { kind: 'change'; request: ChangeRequest; notify: boolean; moved: [string, Place][] }
  | { kind: 'swap'; request: SwapRequest; notify: boolean; moved: [string, Place][] }

type ChangeDialogProps = {
  proposal: Proposal
  vehicleName: (id: string) => string
  blockOf: (key: string) => Block | undefined
  /** A change of this block is still being carried out: what another one means is known after it. */
  isMoving: boolean
  timeZone: string
  onDecide: (decision: Decision) => void
  onClose: () => void
}

/** Before a block stays where it was dragged: what it means, and whether it shall be. */
export function ChangeDialog({ proposal, blockOf, isMoving, onDecide, onClose, ...view }: ChangeDialogProps) {
  const t = useTranslations('changes')
  const [partner, setPartner] = useState<Block | null>(null)
  const [keepPrice, setKeepPrice] = useState(false)
  const [notify, setNotify] = useState(true)
  const { place } = proposal
  const block = asItStands(proposal.block, blockOf)
  const request = requestOf({ block, place }, keepPrice)
  const answer = usePlan(isMoving ? null : request, partner && swapOf(block, partner))
  const plans = answer?.ok ? answer.data : null
  const conflict = plans?.length === 1 ? plans[0]?.conflicts : undefined
  const inTheWay = conflict?.length === 1 ? reservationOf(conflict[0]?.number, blockOf) : undefined
  const canSwap = inTheWay?.kind === 'confirmed' && place.vehicleId !== block.vehicleId
  const hasConflict = plans?.some(({ conflicts }) => conflicts.length > 0) ?? true
  const isOtherVehicleOnly =
    place.vehicleId !== block.vehicleId && place.startsAt === block.startsAt && place.endsAt === block.endsAt

  function decide() {
    if (partner) {
      const moved: [string, Place][] = [
        [block.key, { ...block, vehicleId: partner.vehicleId }],
        [partner.key, { ...partner, vehicleId: block.vehicleId }],
      ]
      onDecide({ kind: 'swap', request: swapOf(block, partner), notify, moved })
    } else onDecide({ kind: 'change', request, notify, moved: [[block.key, place]] })
  }

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        title={t(partner ? 'swapTitle' : 'title')}
        footer={
          <>
            <Button onClick={onClose}>{t('leave')}</Button>
            {canSwap && !partner && (
              <Button onClick={() => setPartner(inTheWay)}>
                {t('swap', { number: inTheWay.number ?? '' })}
              </Button>
            )}
            <Button variant="primary" disabled={!plans || hasConflict} onClick={decide}>
              {t(partner ? 'doSwap' : 'change')}
            </Button>
          </>
        }
      >
        {answer === null && <Skeleton className="h-48" />}
        {answer && !answer.ok && <Refused error={answer.error} />}
        {plans?.map((plan) => (
          <PlanView key={plan.number} plan={plan} notify={notify} {...view} />
        ))}
        {plans && (
          <div className="grid gap-2 border-t pt-3">
            {isOtherVehicleOnly && !partner && (
              <Checkbox
                label={t('keepPrice')}
                help={t('keepPriceHelp')}
                checked={keepPrice}
                onCheckedChange={(value) => setKeepPrice(value === true)}
              />
            )}
            {plans.some(({ messages }) => messages.length > 0) && (
              <Checkbox
                label={t('notify')}
                help={t('notifyHelp')}
                checked={notify}
                onCheckedChange={(value) => setNotify(value === true)}
              />
            )}
          </div>
        )}
      </DialogContent>
    </Dialog>
  )
}

/**
 * The block with the version the board has by now, as long as it stands where it was taken up: one's own change before may have come back only
 * since. What somebody else moved keeps the version it was taken up with, and is refused.
 */
function asItStands(taken: Block, blockOf: ChangeDialogProps['blockOf']): Block {
  const now = blockOf(taken.key)
  const isThere =
    now?.vehicleId === taken.vehicleId && now.startsAt === taken.startsAt && now.endsAt === taken.endsAt
  return isThere ? now : taken
}

/** The block of a reservation's number; a contract is not swapped, its vehicle is on the road. */
function reservationOf(number: string | null | undefined, blockOf: ChangeDialogProps['blockOf']) {
  return number?.startsWith('R-') ? blockOf(number.slice(2)) : undefined
}

function requestOf({ block, place }: Proposal, keepPrice: boolean): ChangeRequest {
  return {
    number: block.number ?? '',
    version: block.version,
    change: {
      ...(place.startsAt !== block.startsAt && { startsAt: new Date(place.startsAt).toISOString() }),
      ...(place.endsAt !== block.endsAt && { endsAt: new Date(place.endsAt).toISOString() }),
      ...((place.isFixed || place.vehicleId !== block.vehicleId) && { vehicleId: place.vehicleId }),
      ...(keepPrice && { keepPrice }),
    },
  }
}

function swapOf(one: Block, other: Block): SwapRequest {
  return { numbers: [one.number ?? '', other.number ?? ''], versions: [one.version, other.version] }
}
