'use client'

import { Failure } from '@/app/failure'

/** A page that failed; what is around it stays. */
export default Failure
