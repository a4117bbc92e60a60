import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { answerFor } from '@/app/verify/answer-for'
import { Verification } from '@/components/verification/verification'
import { getSiteContext } from '@/lib/core/context'

type VerifyProps = {
  params: Promise<{ company: string }>
  searchParams: Promise<{ hash?: string | string[] }>
}

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('verification')
  return { title: t('title'), robots: { index: false } }
}

/** Whether a document of this company is genuine. */
export default async function SiteVerifyPage({ params, searchParams }: VerifyProps) {
  const ctx = await getSiteContext((await params).company)
  const answer = await answerFor(ctx, await searchParams)
  return (
    <div className="mx-auto max-w-2xl">
      <Verification answer={answer} company={ctx.company.name} />
    </div>
  )
}
