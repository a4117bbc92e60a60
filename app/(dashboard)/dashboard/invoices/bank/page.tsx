import { getTranslations } from 'next-intl/server'
import { pageContext } from '@/app/(dashboard)/page-context'
import { pageTitle } from '@/app/(dashboard)/page-title'
import { BankFileDrop } from '@/components/money/bank/bank-file-drop'
import { ImportList } from '@/components/money/bank/import-list'
import { OpenEntries } from '@/components/money/bank/open-entries'
import { MoneySections } from '@/components/money/money-sections'
import { PageHeader } from '@/components/ui/page-header'
import { countOpenBankEntries, listBankImports, listOpenBankEntries } from '@/lib/money/bank/queries'

export const generateMetadata = pageTitle('bank')

/** Files from the bank go in here; what no invoice could take waits for a decision. */
export default async function BankPage() {
  const ctx = await pageContext('money.see')
  const takesMoney = ctx.can('payments.take')
  const [t, entries, count, imports] = await Promise.all([
    getTranslations('bank'),
    listOpenBankEntries(ctx),
    countOpenBankEntries(ctx),
    listBankImports(ctx),
  ])
  return (
    <div className="grid gap-5">
      <PageHeader title={t('title')} description={t('text')} />
      <MoneySections can={ctx.can} />
      {takesMoney && <BankFileDrop currency={ctx.company.currency} />}
      <OpenEntries entries={entries} count={count} takesMoney={takesMoney} />
      {imports.length > 0 && (
        <ImportList imports={imports} currency={ctx.company.currency} timeZone={ctx.timeZone} />
      )}
    </div>
  )
}
