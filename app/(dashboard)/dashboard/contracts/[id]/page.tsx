import { Sparkles } from 'lucide-react'
import { getTranslations } from 'next-intl/server'
import { markVehicleReadyAction } from '@/app/(dashboard)/dashboard/fleet/actions'
import { orNotFound, pageContext } from '@/app/(dashboard)/page-context'
import { HistoryCard } from '@/components/activity/history-card'
import { addendumOf } from '@/components/contracts/addendum-of'
import { CancelContract } from '@/components/contracts/cancel-contract'
import { ChargesCard } from '@/components/contracts/charges-card'
import { ContactCard } from '@/components/contracts/contact-card'
import { ContractBadge } from '@/components/contracts/contract-badge'
import { ContractFacts } from '@/components/contracts/contract-facts'
import { ContractNextStep } from '@/components/contracts/contract-next-step'
import { DamagesCard } from '@/components/contracts/damages-card'
import { DepositCard } from '@/components/contracts/deposit-card'
import { DepositDialog } from '@/components/contracts/deposit-dialog'
import { DocumentsCard } from '@/components/contracts/documents-card'
import { DriversCard } from '@/components/contracts/drivers-card'
import { InvoicesCard } from '@/components/contracts/invoices-card'
import { PhotosCard } from '@/components/contracts/photos-card'
import { SignaturesCard } from '@/components/contracts/signatures-card'
import { ActionButton } from '@/components/dashboard/action-button'
import { DetailLayout } from '@/components/dashboard/detail-layout'
import { ChangeReservation } from '@/components/reservations/change/change-reservation'
import { ChangesCard } from '@/components/reservations/change/changes-card'
import { NotesCard } from '@/components/reservations/notes-card'
import { PageHeader } from '@/components/ui/page-header'
import { listHistory } from '@/lib/activity/queries'
import { listContractDrivers, listNameableDrivers, nextDriverPrice } from '@/lib/contracts/drivers'
import { getContract } from '@/lib/contracts/queries/detail'
import { listChanges } from '@/lib/reservations/queries/changes'
import { listNotes } from '@/lib/reservations/queries/notes'
import { getPrivateLink } from '@/lib/reservations/queries/private-link'

type ContractPageProps = { params: Promise<{ id: string }> }

export async function generateMetadata({ params }: ContractPageProps) {
  const ctx = await pageContext('contracts.see')
  return { title: (await orNotFound(getContract(ctx, (await params).id))).number }
}

/** One contract: what was agreed, what came back, what it costs, and the one thing to do next. */
export default async function ContractPage({ params }: ContractPageProps) {
  const ctx = await pageContext('contracts.see')
  const { id } = await params
  const contract = await orNotFound(getContract(ctx, id))
  const { deposit, billing, handovers } = contract
  const [t, changes, notes, drivers, nameable, driverPrice, link, history] = await Promise.all([
    getTranslations('contracts'),
    listChanges(ctx, contract.reservation.id),
    listNotes(ctx, contract.reservation.id),
    listContractDrivers(ctx, contract),
    listNameableDrivers(ctx, contract.customer.id),
    nextDriverPrice(ctx, contract.reservation.id),
    deposit && ctx.can('reservations.edit') ? getPrivateLink(ctx, contract.reservation.id) : null,
    listHistory(ctx, [
      { table: 'contracts', ids: [id] },
      { table: 'handovers', ids: handovers.map((side) => side.id) },
      {
        table: 'handover_photos',
        ids: handovers.flatMap(({ photos }) =>
          photos.filter(({ position }) => position.startsWith('licence')).map((photo) => photo.id),
        ),
      },
      { table: 'deposits', ids: deposit ? [deposit.id] : [] },
      { table: 'invoices', ids: billing.invoices.map(({ id: invoiceId }) => invoiceId) },
    ]),
  ])
  const { timeZone } = ctx
  const rights = {
    canHandOver: ctx.can('handover.perform'),
    canTakeMoney: ctx.can('payments.take'),
    canClose: ctx.can('contracts.create'),
  }
  return (
    <div className="grid gap-5">
      <PageHeader
        back={{ href: '/dashboard/contracts', label: t('title') }}
        title={<span className="tabular">{contract.number}</span>}
        badge={<ContractBadge contract={contract} now={ctx.now()} timeZone={timeZone} />}
        actions={
          <>
            {contract.vehicle.status === 'cleaning' &&
              contract.status === 'returned' &&
              rights.canHandOver && (
                <ActionButton
                  action={markVehicleReadyAction}
                  input={{ id: contract.vehicle.id }}
                  done={t('detail.readyDone', { plate: contract.vehicle.plate })}
                >
                  <Sparkles aria-hidden="true" />
                  {t('detail.ready')}
                </ActionButton>
              )}
            {contract.status === 'active' && rights.canClose && (
              <ChangeReservation number={contract.reservation.number} isRunning timeZone={timeZone} />
            )}
            {['draft', 'signed'].includes(contract.status) && ctx.can('contracts.cancel') && (
              <CancelContract contract={contract} />
            )}
            <ContractNextStep contract={contract} rights={rights} />
          </>
        }
      />
      <DetailLayout
        history={<HistoryCard entries={history} timeZone={timeZone} currency={ctx.company.currency} />}
        aside={
          <>
            <ContactCard customer={contract.customer} />
            {deposit && (
              <DepositCard
                deposit={deposit}
                contractStatus={contract.status}
                currency={contract.currency}
                timeZone={timeZone}
                canTakeMoney={rights.canTakeMoney}
                customerUrl={link && !link.isExpired ? link.url : null}
              >
                {rights.canTakeMoney && contract.status === 'returned' && deposit.status === 'held' && (
                  <DepositDialog deposit={deposit} contract={contract} />
                )}
              </DepositCard>
            )}
            <InvoicesCard billing={billing} currency={contract.currency} />
            <DocumentsCard contract={contract} timeZone={timeZone} canExport={ctx.can('data.export')} />
          </>
        }
      >
        <ContractFacts contract={contract} timeZone={timeZone} />
        <DriversCard
          contract={contract}
          drivers={drivers}
          nameable={nameable}
          addedRappen={driverPrice}
          timeZone={timeZone}
          canEdit={rights.canHandOver}
        />
        <ChargesCard contract={contract} timeZone={timeZone} />
        <ChangesCard
          changes={changes}
          timeZone={timeZone}
          currency={contract.currency}
          addendum={(change) => addendumOf(contract, change, { canSign: rights.canHandOver, timeZone })}
        />
        <PhotosCard handovers={handovers} timeZone={timeZone} />
        <DamagesCard handovers={handovers} vehicle={contract.vehicle} currency={contract.currency} />
        <SignaturesCard handovers={handovers} timeZone={timeZone} />
        <NotesCard
          reservationId={contract.reservation.id}
          notes={notes}
          timeZone={timeZone}
          canAdd={ctx.can('reservations.edit')}
        />
      </DetailLayout>
    </div>
  )
}
