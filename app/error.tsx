'use client'

import { LastResort } from '@/app/last-resort'

/** A page that failed as a whole. Part of every page's load, so it brings nothing along. */
export default LastResort
