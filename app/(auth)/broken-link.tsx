import { getTranslations } from 'next-intl/server'
import { AuthHeading } from '@/app/(auth)/auth-heading'
import { TextLink } from '@/components/ui/text-link'

/** What a page shows whose link came without its token, and the way on. */
export async function BrokenLink({ title, href, next }: { title: string; href: string; next: string }) {
  const t = await getTranslations('auth')
  return (
    <>
      <AuthHeading title={title}>{t('reset.missing')}</AuthHeading>
      <p className="text-sm">
        <TextLink href={href}>{next}</TextLink>
      </p>
    </>
  )
}
