'use client'

import { LastResort } from '@/app/last-resort'

/** A page of the site that failed; the company's name and contact stay around it. */
export default LastResort
