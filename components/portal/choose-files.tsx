'use client'

import { useEffect, useId, useState } from 'react'
import { buttonStyle } from '@/components/ui/button-style'

type ChooseFilesProps = {
  name: string
  accept: string
  words: { title: string; choose: string; help: string }
}

/**
 * Files of a form the browser sends by itself. Its own control speaks the browser's language and looks like none of ours,
 * so it gives way once the page is alive and can say what was chosen.
 */
export function ChooseFiles({ name, accept, words }: ChooseFilesProps) {
  const id = useId()
  const [isAlive, setAlive] = useState(false)
  const [chosen, setChosen] = useState<string[]>([])
  useEffect(() => setAlive(true), [])
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-medium">
        {words.title}
      </label>
      <div className="relative flex min-h-12 items-center">
        <input
          id={id}
          type="file"
          name={name}
          multiple
          accept={accept}
          aria-describedby={`${id}-help`}
          onChange={({ target }) => setChosen([...(target.files ?? [])].map((file) => file.name))}
          className={isAlive ? 'peer absolute inset-0 cursor-pointer opacity-0' : 'w-full min-w-0 text-sm'}
        />
        {isAlive && (
          <span
            aria-hidden="true"
            className={`${buttonStyle({ size: 'lg' })} pointer-events-none w-full peer-focus-visible:outline-2 peer-focus-visible:outline-ring sm:w-fit`}
          >
            {words.choose}
          </span>
        )}
      </div>
      <ul className="grid gap-1 text-sm empty:hidden">
        {chosen.map((file, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two photos may have one name
          <li key={nth} className="wrap-anywhere">
            {file}
          </li>
        ))}
      </ul>
      <p id={`${id}-help`} className="text-muted text-sm">
        {words.help}
      </p>
    </div>
  )
}
