import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { bookingOrNotFound } from '@/app/site/[company]/portal/[token]/booking-or-not-found'
import { RefreshWhile } from '@/components/booking-site/refresh-while'
import { ConversationList } from '@/components/messages/conversation-list'
import { ChooseFiles } from '@/components/portal/choose-files'
import { PortalFrame } from '@/components/portal/portal-frame'
import { roomsOf } from '@/components/portal/rooms'
import { SentOnce } from '@/components/portal/sent-once'
import { Alert } from '@/components/ui/alert'
import { buttonStyle } from '@/components/ui/button-style'
import { controlStyle } from '@/components/ui/control-style'
import type { Query } from '@/lib/booking-site/search-state'
import { getSiteContext } from '@/lib/core/context'
import { describeError } from '@/lib/core/error-messages'
import { AppError } from '@/lib/core/errors'
import { fileName } from '@/lib/core/file-name'
import type { Locale } from '@/lib/core/i18n/locales'
import { getOwnConversation, MOST_FILES } from '@/lib/messages/conversation'
import { getPortal } from '@/lib/portal/queries'

type MessagesProps = { params: Promise<{ company: string; token: string }>; searchParams: Promise<Query> }

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('portal.messages')
  return { title: t('title'), robots: { index: false }, referrer: 'same-origin' }
}

/** The customer's conversation with the company about this booking; by itself up to date. */
export default async function PortalMessages({ params, searchParams }: MessagesProps) {
  const { company: slug, token } = await params
  const ctx = await getSiteContext(slug)
  await bookingOrNotFound(slug, token)
  const [portal, messages, t, query] = await Promise.all([
    getPortal(ctx, token),
    getOwnConversation(ctx, token),
    getTranslations('portal.messages'),
    searchParams,
  ])
  const refused = await Promise.all(
    [query.refused ?? []].flat().map((one) => describeRefused(one, ctx.locale)),
  )
  return (
    <PortalFrame token={token} current="messages" rooms={roomsOf(portal)}>
      <div>
        <h1 className="font-semibold text-2xl">{t('title')}</h1>
        <p className="text-lg text-muted">{t('lead', { company: ctx.company.name })}</p>
      </div>
      <section className="grid gap-5 rounded-lg border bg-surface p-5">
        {messages.length > 0 && (
          <ConversationList
            messages={messages}
            timeZone={ctx.timeZone}
            own="in"
            filesAt={`/portal/${token}/messages/files`}
          />
        )}
        {refused.length > 0 && (
          <Alert
            tone="danger"
            role="alert"
            title={'sent' in query ? t('sentWithout', { count: refused.length }) : t('notSent')}
          >
            <ul className="grid gap-1 wrap-anywhere">
              {refused.map((text) => (
                <li key={text}>{text}</li>
              ))}
            </ul>
          </Alert>
        )}
        <form
          action={`/portal/${token}/messages/send`}
          method="post"
          encType="multipart/form-data"
          className="group/form grid gap-4"
        >
          <SentOnce given={randomUUID()} />
          <label className="grid gap-1.5">
            <span className="font-medium">{t('message')}</span>
            <textarea
              name="body"
              maxLength={4_000}
              rows={4}
              className={`${controlStyle} min-h-28 px-3 py-2`}
            />
          </label>
          <ChooseFiles
            name="files"
            accept="image/jpeg,image/png,image/webp,application/pdf"
            words={{ title: t('files'), choose: t('chooseFiles'), help: t('filesHelp') }}
          />
          <button type="submit" className={buttonStyle({ variant: 'primary', size: 'xl' })}>
            <span className="group-aria-busy/form:hidden">{t('send')}</span>
            <span className="hidden group-aria-busy/form:inline">{t('sending')}</span>
          </button>
        </form>
      </section>
      <RefreshWhile seconds={15} />
    </PortalFrame>
  )
}

/** A file that stayed behind as the address tells it, `photo_invalid IMG 1.jpg`: its name and why. */
async function describeRefused(told: string, locale: Locale): Promise<string> {
  const [code = '', ...name] = told.split(' ')
  const { message } = await describeError(new AppError(code, { details: { most: MOST_FILES } }), locale)
  const shown = fileName(name.join(' '))
  return shown ? `${shown}: ${message}` : message
}
