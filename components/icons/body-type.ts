/** Body types of the fleet, as the database has them. */
export const BODY_TYPES = ['compact', 'estate', 'suv', 'van', 'minibus', 'camper', 'convertible'] as const

export type BodyType = (typeof BODY_TYPES)[number]
