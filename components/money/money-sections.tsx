import { useTranslations } from 'next-intl'
import { SectionTabs } from '@/components/dashboard/section-tabs'

const PATH = '/dashboard/invoices'

/** The views of money: invoices, the bank's files, the books; only those somebody may see. */
export function MoneySections({ can }: { can: (permission: string) => boolean }) {
  const t = useTranslations('money')
  const sections = [
    { href: PATH, label: t('title'), permission: 'contracts.see' },
    { href: `${PATH}/monthly`, label: t('monthly.title'), permission: 'money.see' },
    { href: `${PATH}/vouchers`, label: t('vouchers.title'), permission: 'money.see' },
    { href: `${PATH}/bank`, label: t('bank'), permission: 'money.see' },
    { href: `${PATH}/stripe`, label: t('stripe.title'), permission: 'money.see' },
    { href: `${PATH}/cash`, label: t('cash.title'), permission: 'money.see' },
    { href: `${PATH}/ledger`, label: t('ledger.title'), permission: 'settings.edit' },
  ].filter(({ permission }) => can(permission))
  return sections.length > 1 && <SectionTabs label={t('sections')} sections={sections} />
}
