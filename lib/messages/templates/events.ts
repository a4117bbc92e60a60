const BOOKING = [
  'customer',
  'company',
  'number',
  'vehicle',
  'pickup_time',
  'pickup_place',
  'return_time',
  'return_place',
  'total',
  'phone',
  'link',
] as const
const WAITING = [
  'customer',
  'company',
  'vehicle',
  'pickup_time',
  'pickup_place',
  'return_time',
  'link',
] as const
const PAYMENT = ['customer', 'company', 'number', 'amount', 'due_date', 'link'] as const
const RECEIPT = ['customer', 'company', 'number', 'amount', 'remainder', 'link'] as const
const DOCUMENT = ['customer', 'company', 'number'] as const

export const VARIABLES = [
  ...BOOKING,
  'arrival_time',
  'amount',
  'place',
  'code',
  'until',
  'due_date',
  'remainder',
] as const
/** What a template can be filled with. */
export type Variable = (typeof VARIABLES)[number]

export const GROUPS = ['booking', 'rental', 'waiting', 'payment', 'document'] as const
type Group = (typeof GROUPS)[number]

type EventFacts = {
  group: Group
  variables: readonly Variable[]
  /** What a short message must say besides who writes; without it the event has none. */
  sms?: readonly Variable[]
}

/** What customers are told, when, and what can be said about it. The database keeps the same list, as the rule. */
export const EVENTS = {
  reservation_confirmed: { group: 'booking', variables: BOOKING, sms: ['link'] },
  reservation_changed: { group: 'booking', variables: BOOKING },
  reservation_cancelled: { group: 'booking', variables: BOOKING },
  reservation_refunded: { group: 'booking', variables: [...BOOKING, 'amount'] },
  private_link: { group: 'booking', variables: BOOKING },
  checkin_invitation: { group: 'rental', variables: BOOKING },
  day_before: { group: 'rental', variables: BOOKING, sms: ['pickup_time'] },
  vehicle_late: { group: 'rental', variables: BOOKING, sms: [] },
  vehicle_ready: { group: 'rental', variables: BOOKING, sms: [] },
  on_the_way: { group: 'rental', variables: [...BOOKING, 'arrival_time'], sms: ['arrival_time'] },
  key_box: { group: 'rental', variables: [...BOOKING, 'place', 'code'], sms: ['code'] },
  return_reminder: { group: 'rental', variables: BOOKING },
  return_overdue: { group: 'rental', variables: BOOKING, sms: [] },
  vehicle_returned: { group: 'rental', variables: BOOKING },
  review_request: { group: 'rental', variables: BOOKING },
  waiting_listed: { group: 'waiting', variables: WAITING },
  waiting_offer_held: { group: 'waiting', variables: [...WAITING, 'until'], sms: ['until', 'link'] },
  waiting_offer_open: { group: 'waiting', variables: [...WAITING, 'until'], sms: ['until', 'link'] },
  payment_received: { group: 'payment', variables: RECEIPT },
  payment_card_refused: { group: 'payment', variables: PAYMENT },
  payment_reminder_1: { group: 'payment', variables: PAYMENT },
  payment_reminder_2: { group: 'payment', variables: PAYMENT },
  payment_reminder_3: { group: 'payment', variables: PAYMENT },
  document_contract: { group: 'document', variables: DOCUMENT },
  document_addendum: { group: 'document', variables: DOCUMENT },
  document_settlement: { group: 'document', variables: DOCUMENT },
  document_invoice: { group: 'document', variables: DOCUMENT },
  document_credit_note: { group: 'document', variables: DOCUMENT },
} as const satisfies Record<string, EventFacts>
export type TemplateEvent = keyof typeof EVENTS
export const EVENT_NAMES = Object.keys(EVENTS) as [TemplateEvent, ...TemplateEvent[]]

export const TEMPLATE_CHANNELS = ['email', 'sms', 'whatsapp'] as const
export type TemplateChannel = (typeof TEMPLATE_CHANNELS)[number]

/** What is known of an event. */
export function factsOfEvent(event: TemplateEvent): EventFacts {
  return EVENTS[event]
}

/** On which channels an event is told. */
export function channelsOf(event: TemplateEvent): TemplateChannel[] {
  return factsOfEvent(event).sms ? ['email', 'sms', 'whatsapp'] : ['email']
}

/** What a text of this event must not leave out. All companies' short messages come from one number: each says whose it is. */
export function requiredIn(event: TemplateEvent, channel: TemplateChannel): readonly Variable[] {
  return channel === 'email' ? [] : ['company', ...(factsOfEvent(event).sms ?? [])]
}

/** The fields of a template in the order in which they are written. */
export const FIELDS = {
  email: ['subject', 'heading', 'body', 'closing', 'button'],
  sms: ['body'],
  whatsapp: ['contentSid', 'body'],
} as const
