import { getTranslations } from 'next-intl/server'
import { confirmEmailAction } from '@/app/(auth)/actions'
import { AuthForm } from '@/app/(auth)/auth-form'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { BrokenLink } from '@/app/(auth)/broken-link'
import { pageTitle } from '@/app/(auth)/page-title'

export const generateMetadata = () => pageTitle('confirm')

/** Confirms an address. The token is used by the button, not by opening the link: mail scanners open links. */
export default async function ConfirmPage({
  searchParams,
}: {
  searchParams: Promise<{ token_hash?: string }>
}) {
  const t = await getTranslations('auth')
  const { token_hash: tokenHash } = await searchParams
  if (!tokenHash) return <BrokenLink title={t('confirm.title')} href="/login" next={t('checkMail.back')} />
  return (
    <>
      <AuthHeading title={t('confirm.title')}>{t('confirm.text')}</AuthHeading>
      <AuthForm action={confirmEmailAction} submit={t('confirm.submit')}>
        <input type="hidden" name="tokenHash" value={tokenHash} />
      </AuthForm>
    </>
  )
}
