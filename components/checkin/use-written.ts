import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { answerKeeper, type KeeperNews } from '@/components/checkin/answer-keeper'
import { readAnswers, type SaveReply, sendAnswers } from '@/components/checkin/send-answers'
import type { CheckinWords } from '@/components/checkin/words'
import { useLeaveGuard } from '@/components/ui/use-leave-guard'
import type { GivenAnswers } from '@/lib/checkin/rules'
import type { Written } from '@/lib/checkin/view'

type Refusal = Extract<SaveReply, { ok: false }>

/** What is written in the form, kept with the server as it is typed; without `portal` nothing is kept. */
export function useWritten(portal: string | undefined, given: Written, words: CheckinWords) {
  const router = useRouter()
  const [written, setWritten] = useState(given)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [state, setState] = useState<KeeperNews['state']>()
  const [problem, setProblem] = useState('')
  const [keeper] = useState(() =>
    answerKeeper(async (changes) => sendAnswers(portal ?? '', words, changes, false), hear),
  )
  useLeaveGuard(state === 'notSaved')

  function hear({ state: next, written: kept, refused }: KeeperNews) {
    if (next) setState(next)
    setProblem('')
    if (kept) setWritten(kept)
    if (refused) refuse(refused)
  }

  function refuse({ message, fields }: Refusal, atField = message) {
    setProblem(fields.length > 0 ? words.marked : message)
    setErrors((all) => ({ ...all, ...Object.fromEntries(fields.map((field) => [field, atField])) }))
  }

  useEffect(() => {
    if (!portal) return
    // The browser may show a page it kept, and another device may have written since.
    const catchUp = () => void keeper.catchUp(() => readAnswers(portal, words))
    const shown = ({ persisted }: PageTransitionEvent) => persisted && catchUp()
    const seen = () => (document.visibilityState === 'visible' ? catchUp() : keeper.leave())
    catchUp()
    window.addEventListener('online', catchUp)
    window.addEventListener('pageshow', shown)
    window.addEventListener('pagehide', keeper.leave)
    document.addEventListener('visibilitychange', seen)
    return () => {
      keeper.leave()
      window.removeEventListener('online', catchUp)
      window.removeEventListener('pageshow', shown)
      window.removeEventListener('pagehide', keeper.leave)
      document.removeEventListener('visibilitychange', seen)
    }
  }, [portal, keeper, words])

  function change(key: string, value: GivenAnswers[string] | undefined) {
    setWritten(({ answers: { [key]: _, ...rest }, files }) => ({
      answers: value === undefined ? rest : { ...rest, [key]: value },
      files,
    }))
    forgive(key)
    if (portal) keeper.change(key, value)
  }

  function changeFiles(field: string, own: Written['files']) {
    forgive(field)
    setWritten((all) => ({ ...all, files: [...all.files.filter((file) => file.field !== field), ...own] }))
  }

  function forgive(key: string) {
    setErrors(({ [key]: _, ...rest }) => rest)
  }

  /** Keeps what is left and submits everything; answers the fields that are wrong or missing. */
  async function submit(): Promise<string[]> {
    if (!portal) return []
    await keeper.flush()
    if (keeper.hasUnsaved()) return keeper.refused()
    const reply = await sendAnswers(portal, words, {}, true)
    if (!reply.ok) {
      refuse(reply.mayWorkLater ? { ...reply, message: words.notSent } : reply, words.missing)
      return reply.fields
    }
    router.push(`${portal}?checkedin`)
    return []
  }

  return { ...written, errors, state, problem, change, changeFiles, submit }
}
