import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { ClientWords } from '@/app/client-words/client-words'
import { isSecureHost } from '@/lib/core/hosts'

/** The pattern book is for those who build the product: it exists on a developer's machine and nowhere else. */
export default function GalleryLayout({ children }: { children: ReactNode }) {
  if (isSecureHost()) notFound()
  return <ClientWords>{children}</ClientWords>
}
