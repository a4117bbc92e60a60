'use client'

import { LoaderCircle } from 'lucide-react'
import { usePathname, useRouter } from 'next/navigation'
import { type FocusEvent, type FormEvent, useEffect, useRef, useState } from 'react'
import { Alternatives } from '@/components/booking-site/details-form/alternatives'
import { queryForBirthDate } from '@/components/booking-site/details-form/birth-date-query'
import { Consent } from '@/components/booking-site/details-form/consent'
import { CustomerFields } from '@/components/booking-site/details-form/customer-fields'
import {
  type FieldElement,
  fieldProblem,
  fieldProblems,
} from '@/components/booking-site/details-form/field-problem'
import { fillIn, valuesOf } from '@/components/booking-site/details-form/form-values'
import { keep, keyFor, readKept } from '@/components/booking-site/details-form/kept-details'
import { LicenceFields } from '@/components/booking-site/details-form/licence-fields'
import { Refusal } from '@/components/booking-site/details-form/refusal'
import { type BookingReply, sendBooking } from '@/components/booking-site/details-form/send-booking'
import { VoucherField } from '@/components/booking-site/details-form/voucher-field'
import type { DetailsWords } from '@/components/booking-site/details-form/words'
import { buttonStyle } from '@/components/ui/button-style'
import { formatMoney } from '@/lib/core/money'

/** What the booking costs and what of it is paid now. */
type Asked = { totalRappen: number; bookingDepositRappen: number }

type DetailsFormProps = {
  /** What is booked, all but who books. */
  booking: {
    vehicleId: string
    /** Another one just like it will do. */
    orAlike: boolean
    startsAt: string
    endsAt: string
    extras: { extraId: string; quantity: number }[]
    locale: string
    equipment?: string[]
    promoCode?: string
  }
  /** What stands on the screen; another price is shown and confirmed first. */
  price: Asked
  /** Until which age at the pickup a driver pays more; 0 where nobody does. */
  young: { below: number; pickupOn: string }
  /** The last days on which the driver may be born and the licence issued, and the first on which it may expire. */
  limits: { bornBy: string; heldSince: string; validUntil: string }
  query: string
  currency: string
  countries: { code: string; name: string }[]
  /** The licence that the vehicle's class demands. */
  demand: { category: string; years: number }
  /** The vehicle of the address, by which the tab remembers what it has booked. */
  asked: string
  words: DetailsWords
}

/** Asks who rents and sends the booking; the price follows the driver's age. Checks on leaving a field; whatever goes wrong, nothing entered is lost. */
export function DetailsForm(props: DetailsFormProps) {
  const { booking, price, young, limits, query, currency, countries, demand, asked, words } = props
  const form = useRef<HTMLFormElement>(null)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [reply, setReply] = useState<BookingReply | null>(null)
  const [sending, setSending] = useState(false)
  // A price that was answered holds until the page shows one of its own.
  const [told, setTold] = useState<{ price: Asked; beside: number } | null>(null)
  const due = told?.beside === price.totalRappen ? told.price : price
  const router = useRouter()
  const path = usePathname()
  useEffect(() => {
    fillIn(form.current, readKept().values)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: every address that comes is held against the birth date that stands there.
  useEffect(followBirthDate, [query])

  /** Summary and button are for a driver of that age. */
  function followBirthDate() {
    const field = form.current?.elements.namedItem('customer.birthDate')
    if (!(field instanceof HTMLInputElement && field.value && field.validity.valid)) return
    const wanted = queryForBirthDate(query, field.value, young)
    if (wanted) router.replace(`${path}?${wanted}`, { scroll: false })
  }

  function check({ target }: FocusEvent<HTMLFormElement>) {
    const field = target as unknown as FieldElement
    if (!field.name) return
    keep({ values: valuesOf(form.current) })
    if (field.name === 'customer.birthDate') followBirthDate()
    const { [field.name]: _, ...rest } = errors
    const problem = fieldProblem(field, words)
    setErrors(problem ? { ...rest, [field.name]: problem } : rest)
  }

  /** A field that was wrong is checked while it is mended; the others are left in peace until one leaves them. */
  function recheck({ target }: { target: EventTarget }) {
    const field = target as FieldElement
    const problem = fieldProblem(field, words)
    if (errors[field.name] && !problem) setErrors(({ [field.name]: _, ...rest }) => rest)
  }

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const problems = fieldProblems(event.currentTarget, words)
    setErrors(problems)
    setReply(null)
    if (Object.keys(problems).length > 0) return showRefusal(problems)
    const body = JSON.stringify({
      ...booking,
      ...answersOf(event.currentTarget),
      expectedTotalRappen: due.totalRappen,
    })
    setSending(true)
    const answer = await sendBooking(body, keyFor(body))
    // The payment page takes over; the button stays busy until it is there.
    if (answer.kind === 'booked') {
      keep({ booked: { vehicleId: asked, page: answer.page } })
      return window.location.assign(answer.next)
    }
    setSending(false)
    if (answer.kind !== 'refused') return setReply(answer)
    setErrors(answer.fields)
    if (!answer.price) return setReply(answer)
    setTold({ price: answer.price, beside: price.totalRappen })
    router.refresh()
    setReply({ ...answer, message: `${answer.message} ${formatMoney(answer.price.totalRappen, currency)}` })
  }

  // What was mended since is told no more, nor what went wrong only afterwards: that stands at its field.
  const refused = reply?.kind === 'refused' ? Object.keys(reply.fields).filter((name) => errors[name]) : []
  const isRefused =
    reply?.kind === 'offline' || (reply?.kind === 'refused' && (reply.message !== '' || refused.length > 0))

  function showRefusal(fields: Record<string, string>) {
    setReply({ kind: 'refused', message: '', fields, requestId: '' })
  }

  return (
    <form ref={form} noValidate onSubmit={send} onBlur={check} onChange={recheck} className="grid gap-6">
      {reply?.kind === 'gone' && (
        <Alternatives alternatives={reply.alternatives} currency={currency} query={query} words={words} />
      )}
      {isRefused && <Refusal reply={reply} still={refused} words={words} />}
      <CustomerFields words={words} bornBy={limits.bornBy} countries={countries} errors={errors} />
      <LicenceFields
        demand={demand}
        validUntil={limits.validUntil}
        words={words}
        heldSince={limits.heldSince}
        errors={errors}
      />
      <VoucherField words={words} error={errors.voucherCode} />
      <Consent error={errors.acceptsTerms}>{words.consent}</Consent>
      <div className="grid gap-2">
        <button
          type="submit"
          disabled={sending}
          aria-busy={sending || undefined}
          className={buttonStyle({ variant: 'primary', size: 'xl' })}
        >
          {sending && <LoaderCircle aria-hidden="true" className="animate-spin" />}
          {words.submit.replace('{amount}', formatMoney(due.bookingDepositRappen, currency))}
        </button>
        <p className="text-muted text-sm">
          {words.submitHelp} {words.cancellation}
        </p>
        <p role="status" className="sr-only">
          {sending && words.sending}
        </p>
      </div>
    </form>
  )
}

/** What the form says of person and licence, as the booking takes it. */
function answersOf(form: HTMLFormElement) {
  const {
    acceptsTerms: _,
    'licence.category': category,
    'licence.since': since,
    'licence.expiresOn': expiresOn,
    voucherCode,
    ...customer
  } = valuesOf(form)
  return { customer, licence: { categories: [category], since, expiresOn }, voucherCode, acceptsTerms: true }
}
