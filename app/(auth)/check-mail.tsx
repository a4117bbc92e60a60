import { getTranslations } from 'next-intl/server'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { TextLink } from '@/components/ui/text-link'

/** What to do next is in the inbox; says the same whether or not an account exists. */
export async function CheckMail({ reason }: { reason: 'confirm' | 'reset' }) {
  const t = await getTranslations('auth.checkMail')
  return (
    <>
      <AuthHeading title={t('title')}>{t(reason)}</AuthHeading>
      <p className="text-sm">
        <TextLink href="/login">{t('back')}</TextLink>
      </p>
    </>
  )
}
