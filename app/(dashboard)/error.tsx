'use client'

import { Failure } from '@/app/failure'

/** A dashboard page that failed; the frame around it stays. */
export default Failure
