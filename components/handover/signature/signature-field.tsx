'use client'

import { useRef, useState } from 'react'
import type SignaturePad from 'signature_pad'
import { useAgreement } from '@/components/handover/agreement/agreement-words'
import { Button } from '@/components/ui/button'
import { SignatureCanvas } from '@/components/ui/signature-canvas'
import { useSignaturePad } from '@/components/ui/use-signature-pad'
import type { DocumentLanguage } from '@/lib/core/documents/language'

type SignatureFieldProps = {
  label: string
  /** What whoever signs reads. */
  language: DocumentLanguage
  /** What was drawn before the page was left. */
  drawn: string | null
  /** What was signed here no longer counts; such a field is a new one, and says why it is empty. */
  isVoided?: boolean
  /** Hears the drawing as a PNG data address; null while the field is empty. */
  onChange: (image: string | null) => void
}

/** Less than this is no signature: a dot, or the slip of a finger. The server looks again. */
const SHORTEST_PX = 22

/** A field to sign in with a finger. */
export function SignatureField({ label, language, drawn, isVoided = false, onChange }: SignatureFieldProps) {
  const t = useAgreement(language)
  const [isEmpty, setEmpty] = useState(drawn === null)
  const [isTooSmall, setTooSmall] = useState(false)
  const [isAgain, setAgain] = useState(isVoided && drawn === null)
  const before = useRef(drawn)
  const { canvas, pad } = useSignaturePad((drawing) => {
    const tooSmall = !before.current && reachOf(drawing) < SHORTEST_PX
    setEmpty(drawing.isEmpty())
    setAgain(false)
    setTooSmall(tooSmall)
    onChange(drawing.isEmpty() || tooSmall ? null : drawing.toDataURL('image/png'))
  }, drawn)

  function clear() {
    pad.current?.clear()
    before.current = null
    setEmpty(true)
    setTooSmall(false)
    onChange(null)
  }

  return (
    <div lang={language} className="grid gap-2">
      <div className="flex min-h-8 items-center justify-between">
        <p className="font-medium text-sm">{label}</p>
        {!isEmpty && (
          <Button variant="ghost" onClick={clear} className="-mr-3 h-12">
            {t('clear')}
          </Button>
        )}
      </div>
      <SignatureCanvas ref={canvas} label={label} />
      {isAgain && (
        <p role="alert" className="text-sm">
          {t('again')}
        </p>
      )}
      {isTooSmall && (
        <p role="alert" className="text-overdue-text text-sm">
          {t('tooSmall')}
        </p>
      )}
    </div>
  )
}

/** How far the ink reaches across or down the field. */
function reachOf(drawing: SignaturePad): number {
  const points = drawing.toData().flatMap(({ points: stroke }) => stroke)
  const span = (along: number[]) => Math.max(...along) - Math.min(...along)
  if (points.length === 0) return 0
  return Math.max(span(points.map(({ x }) => x)), span(points.map(({ y }) => y)))
}
