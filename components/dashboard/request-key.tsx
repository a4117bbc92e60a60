'use client'

import { useState } from 'react'

type RequestKeyProps = { name?: 'idempotencyKey' | 'requestId' }

/** Inside the form of a dialog: one key as long as it stands open, so that pressing twice does it once. Opened again it is another request. */
export function RequestKey({ name = 'idempotencyKey' }: RequestKeyProps) {
  const [key] = useState(() => crypto.randomUUID())
  return <input type="hidden" name={name} value={key} />
}
