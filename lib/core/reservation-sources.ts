/** In which ways a reservation is made. */
export const RESERVATION_SOURCES = ['phone', 'walk_in', 'site', 'channel'] as const
