import type { Sender } from '@/lib/messages/letter'

/** The platform's own quiet colour: what leads into the dashboard does not wear a company's. */
export const PLATFORM_COLOR = '#1f2328'

/** Who writes to a company about its own subscription. */
export const PLATFORM_SENDER: Sender = { name: 'CRMS', accentColor: PLATFORM_COLOR, contact: [] }
