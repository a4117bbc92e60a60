'use client'

import { useState } from 'react'

/** The key by which a form is taken once, however often it is sent; a page that reads itself anew keeps the first one it was given. */
export function SentOnce({ given }: { given: string }) {
  const [key] = useState(given)
  return <input type="hidden" name="key" value={key} />
}
