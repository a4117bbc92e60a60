import type { CancellationWords } from '@/lib/core/cancellation'

/** Every sentence a message needs; each language has all of them. */
export type Texts = {
  greeting: (name: string) => string
  /** Leads to the conversation in the portal. */
  conversation: string
  /** A category that is booked, with a vehicle one might get. */
  orSimilar: (values: { category: string; example: string }) => string
  rows: {
    number: string
    vehicle: string
    pickup: string
    return: string
    rental: string
    total: string
    totalWithVat: string
    paid: string
    remainder: string
    refunded: string
    kept: string
    validUntil: string
    role: string
  }
  reservationConfirmed: {
    subject: (values: { number: string; vehicle: string }) => string
    heading: string
    intro: (values: { vehicle: string }) => string
    bring: string
    button: string
    sms: (values: { company: string; number: string; from: string; place: string; url: string }) => string
  }
  reservationRefunded: Notice<{ number: string; amount: string }> & { button: string }
  reservationChanged: Notice<{ number: string }> & { before: string; button: string; question: string }
  cancellation: CancellationWords
  /** Beneath a change of a rental that runs, until the customer has signed it. */
  addendum: { text: string; button: string }
  checkinInvitation: Notice<{ number: string }> & { button: string }
  dayBefore: {
    subject: (values: { number: string; from: string }) => string
    heading: string
    intro: (values: { vehicle: string }) => string
    sms: Texts['reservationConfirmed']['sms']
  }
  /** Above the extras that can still be added. */
  upsells: string
  upgrade: (category: string) => string
  returnReminder: {
    subject: (values: { number: string }) => string
    heading: string
    intro: (values: { until: string; place: string }) => string
    longer: string
  }
  vehicleLate: Notice<{ number: string; from: string }> & {
    question: (values: { phone: string }) => string
    sms: (values: { company: string; number: string; from: string; phone: string }) => string
  }
  vehicleReady: Notice<{ number: string; vehicle: string; place: string }> & {
    sms: (values: { company: string; number: string; place: string }) => string
  }
  onTheWay: Notice<{ number: string; at: string }> & {
    question: (values: { phone: string }) => string
    sms: (values: { company: string; number: string; at: string; phone: string }) => string
  }
  reviewRequest: Notice<{ company: string; vehicle: string }> & { button: string; why: string }
  returnOverdue: Notice<{ number: string; from: string }> & {
    question: (values: { phone: string }) => string
    sms: (values: { company: string; number: string; from: string; phone: string }) => string
  }
  vehicleReturned: Notice<{ number: string; vehicle: string }> & {
    next: (values: { phone: string }) => string
  }
  vehicleDue: {
    items: Record<'service' | 'inspection' | 'insurance' | 'maintenance', string>
    subject: (values: { item: string; plate: string }) => string
    heading: (values: { item: string }) => string
    headingOverdue: (values: { item: string }) => string
    intro: (values: { vehicle: string }) => string
    button: string
    due: string
    dueKm: string
    odometer: string
    policy: string
    /** Of more than one thing in the same mail. */
    several: {
      subject: (values: { count: number }) => string
      heading: (values: { count: number }) => string
      intro: string
      overdue: string
      button: string
    }
    once: string
  }
  reservationCancelled: Notice<{ number: string }> & { question: string }
  keyBox: {
    subject: (values: { number: string }) => string
    heading: string
    intro: string
    code: string
    secret: string
    sms: (values: { company: string; place: string; code: string; url: string }) => string
  }
  waiting: {
    anyCategory: string
    listed: { subject: string; heading: string; intro: string; button: string; leave: string }
    offer: {
      subject: string
      heading: string
      held: (values: { until: string }) => string
      free: (values: { until: string }) => string
      button: string
      smsHeld: (values: OfferTold) => string
      smsFree: (values: OfferTold) => string
    }
  }
  /** Beneath a message: how many files stand with it in the conversation. */
  attached: (count: number) => string
  customerMessage: {
    subject: (values: { customer: string; number: string | null }) => string
    heading: (values: { customer: string }) => string
    button: string
    where: string
    strange: (values: { sender: string }) => string
  }
  portalMessage: {
    subject: (values: { company: string; number: string }) => string
    heading: (values: { company: string }) => string
    button: string
  }
  privateLink: Notice<{ number: string }> & { button: string; old: string }
  dataRequest: Notice<{ customer: string; kind: 'copy' | 'erasure'; due: string }> & {
    button: string
    due: string
  }
  invitation: {
    subject: (values: { company: string }) => string
    heading: (values: { company: string }) => string
    intro: (values: { invitedBy: string; company: string }) => string
    button: string
    unknown: string
    roles: Record<string, string>
  }
  paymentRequest: Record<
    'card_refused' | 'reminder_1' | 'reminder_2' | 'reminder_3',
    Notice<{ number: string; amount: string }>
  > & { invoice: string; due: string; open: string; button: string; crossed: string }
  paymentReceived: Notice<{ number: string; amount: string }> & {
    received: string
    /** What remains to be paid where nothing does. */
    nothing: string
    button: string
  }
  statement: Notice<{ from: string; until: string }> & { open: string; inFavour: string }
  depositRequest: Notice<{ number: string; amount: string }> & {
    introHolder: (values: { number: string; amount: string }) => string
    noCharge: string
    button: string
    labels: { contract: string; vehicle: string; until: string; amount: string }
  }
  depositAlert: Omit<Notice<MoneyTold>, 'intro'> & {
    refused: (values: MoneyTold) => string
    lapsed: (values: MoneyTold) => string
    asked: string
    notAsked: string
    button: string
  }
  dispute: {
    subject: (values: MoneyTold) => string
    heading: string
    opened: (values: MoneyTold) => string
    won: (values: MoneyTold) => string
    lost: (values: MoneyTold) => string
    due: string
    button: string
  }
  planNotice: Record<
    'welcome' | 'trial_ending' | 'payment_failed' | 'suspended' | 'second_subscription',
    Notice<{ company: string }> & { next: string }
  > & {
    company: string
    plan: string
    trialEnds: string
    worksUntil: string
    choose: string
    look: string
    site: string
    begin: string
  }
  document: {
    contract: Notice<{ number: string }>
    addendum: Notice<{ number: string }>
    settlement: Notice<{ number: string }>
    invoice: Notice<{ number: string }>
    credit_note: Notice<{ number: string }>
    total: string
    sealed: string
  }
}

type OfferTold = { company: string; from: string; until: string; url: string }

type MoneyTold = { number: string; customer: string; amount: string }

type Notice<V> = { subject: (values: V) => string; heading: string; intro: (values: V) => string }
