import type { Language } from '@/lib/messages/languages'
import type { TemplateEvent } from '@/lib/messages/templates/events'
import type { MailTexts, SmsTexts } from '@/lib/messages/templates/schema'
import { textsIn } from '@/lib/messages/texts/by-language'
import type { Texts } from '@/lib/messages/texts/texts'

/** Each variable as it stands in a template: the built-in sentences are filled with these, and are templates then. */
const PLACES = {
  customer: '{{customer}}',
  company: '{{company}}',
  number: '{{number}}',
  vehicle: '{{vehicle}}',
  at: '{{arrival_time}}',
  total: '{{total}}',
  amount: '{{amount}}',
  place: '{{place}}',
  code: '{{code}}',
  phone: '{{phone}}',
  until: '{{until}}',
} as const
const { number, amount, company, code, until, phone } = PLACES
const pickup = { from: '{{pickup_time}}', place: '{{pickup_place}}' }
const due = { from: '{{return_time}}' }
const url = '{{link}}'

type Words = { subject: string; heading: string; intro: string; closing?: string; button: string }

/** What a mail says; it opens with the greeting. */
const MAILS: Record<TemplateEvent, (texts: Texts) => Words> = {
  reservation_confirmed: ({ reservationConfirmed: own }) => ({
    ...notice(own, PLACES),
    heading: own.heading,
    closing: own.bring,
    button: own.button,
  }),
  reservation_changed: ({ reservationChanged: own }) => ({
    ...own,
    ...notice(own, PLACES),
    closing: own.question,
  }),
  reservation_cancelled: ({ reservationCancelled: own, reservationConfirmed: { button } }) => ({
    ...own,
    ...notice(own, PLACES),
    closing: own.question,
    button,
  }),
  reservation_refunded: ({ reservationRefunded: own }) => ({ ...own, ...notice(own, { number, amount }) }),
  private_link: ({ privateLink: own }) => ({ ...own, ...notice(own, PLACES), closing: own.old }),
  checkin_invitation: ({ checkinInvitation: own }) => ({ ...own, ...notice(own, PLACES) }),
  day_before: ({ dayBefore: own, reservationConfirmed: { bring, button } }) => ({
    ...own,
    ...notice(own, { ...PLACES, ...pickup }),
    closing: bring,
    button,
  }),
  vehicle_late: ({ vehicleLate: own, reservationConfirmed: { button } }) => ({
    ...own,
    ...notice(own, { number, ...pickup }),
    closing: own.question(PLACES),
    button,
  }),
  vehicle_ready: ({ vehicleReady: own, reservationConfirmed: { bring, button } }) => ({
    ...own,
    ...notice(own, { ...PLACES, place: pickup.place }),
    closing: bring,
    button,
  }),
  on_the_way: ({ onTheWay: own, reservationConfirmed: { button } }) => ({
    ...own,
    ...notice(own, PLACES),
    closing: own.question(PLACES),
    button,
  }),
  key_box: ({ keyBox: own, reservationConfirmed: { button } }) => ({
    ...own,
    subject: own.subject({ number }),
    closing: own.secret,
    button,
  }),
  return_reminder: ({ returnReminder: own, reservationConfirmed: { button } }) => ({
    ...own,
    ...notice(own, { number, until: '{{return_time}}', place: '{{return_place}}' }),
    closing: own.longer,
    button,
  }),
  return_overdue: ({ returnOverdue: own, reservationConfirmed: { button } }) => ({
    ...own,
    ...notice(own, { number, ...due }),
    closing: own.question(PLACES),
    button,
  }),
  vehicle_returned: ({ vehicleReturned: own, reservationConfirmed: { button } }) => ({
    ...own,
    ...notice(own, PLACES),
    closing: own.next(PLACES),
    button,
  }),
  review_request: ({ reviewRequest: own }) => ({ ...own, ...notice(own, PLACES), closing: own.why }),
  waiting_listed: ({ waiting: { listed } }) => ({ ...listed, closing: listed.leave }),
  waiting_offer_held: ({ waiting }) => offer(waiting, waiting.offer.held({ until })),
  waiting_offer_open: ({ waiting }) => offer(waiting, waiting.offer.free({ until })),
  payment_received: ({ paymentReceived: own }) => ({ ...own, ...notice(own, { number, amount }) }),
  payment_card_refused: (texts) => payment(texts, 'card_refused'),
  payment_reminder_1: (texts) => payment(texts, 'reminder_1'),
  payment_reminder_2: (texts) => payment(texts, 'reminder_2'),
  payment_reminder_3: (texts) => payment(texts, 'reminder_3'),
  document_contract: (texts) => document(texts, 'contract'),
  document_addendum: (texts) => document(texts, 'addendum'),
  document_settlement: (texts) => document(texts, 'settlement'),
  document_invoice: (texts) => document(texts, 'invoice'),
  document_credit_note: (texts) => document(texts, 'credit_note'),
}

const SHORT: Partial<Record<TemplateEvent, (texts: Texts) => string>> = {
  reservation_confirmed: (texts) => texts.reservationConfirmed.sms({ company, number, ...pickup, url }),
  day_before: (texts) => texts.dayBefore.sms({ company, number, ...pickup, url }),
  vehicle_late: (texts) => texts.vehicleLate.sms({ company, number, ...pickup, phone }),
  vehicle_ready: (texts) => texts.vehicleReady.sms({ company, number, place: pickup.place }),
  on_the_way: (texts) => texts.onTheWay.sms(PLACES),
  key_box: (texts) => texts.keyBox.sms({ company, place: PLACES.place, code, url }),
  return_overdue: (texts) => texts.returnOverdue.sms({ company, number, ...due, phone }),
  waiting_offer_held: (texts) => texts.waiting.offer.smsHeld({ company, ...pickup, until, url }),
  waiting_offer_open: (texts) => texts.waiting.offer.smsFree({ company, ...pickup, until, url }),
}

function notice<V>(
  { subject, intro }: { subject: (values: V) => string; intro: (values: V) => string },
  values: V,
) {
  return { subject: subject(values), intro: intro(values) }
}

function offer({ offer: own, listed }: Texts['waiting'], intro: string): Words {
  return { subject: own.subject, heading: own.heading, intro, closing: listed.leave, button: own.button }
}

function payment(
  { paymentRequest: own }: Texts,
  reason: 'card_refused' | 'reminder_1' | 'reminder_2' | 'reminder_3',
): Words {
  const { heading } = own[reason]
  return { heading, ...notice(own[reason], { number, amount }), closing: own.crossed, button: own.button }
}

function document(
  texts: Texts,
  kind: 'contract' | 'addendum' | 'settlement' | 'invoice' | 'credit_note',
): Words {
  const own = texts.document[kind]
  return { heading: own.heading, ...notice(own, { number }), button: texts.paymentRequest.button }
}

/** What a mail says of itself where the company has no words of its own. */
export function builtInMail(event: TemplateEvent, language: Language): MailTexts {
  const texts = textsIn(language)
  const { subject, heading, intro, closing = '', button } = MAILS[event](texts)
  return { subject, heading, body: `${texts.greeting(PLACES.customer)}\n${intro}`, closing, button }
}

/** What a short message says of itself; null where the event has none. */
export function builtInSms(event: TemplateEvent, language: Language): SmsTexts | null {
  const body = SHORT[event]?.(textsIn(language))
  return body === undefined ? null : { body }
}
