import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

export interface StateFile {
  /** Writes soon; many changes become one write. */
  saveSoon(): void
  saveNow(): void
}

const SAVE_DELAY_MS = 300

/** Reads what an earlier run left behind, or null. */
export function loadState<T>(path: string | null): T | null {
  if (!path) return null
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as T
  } catch {
    return null
  }
}

/** Keeps a state in a file, so that a restarted demo still knows its payments and messages. */
export function createStateFile(path: string | null, snapshot: () => unknown): StateFile {
  let timer: NodeJS.Timeout | null = null

  function saveNow(): void {
    if (timer) clearTimeout(timer)
    timer = null
    if (!path) return
    mkdirSync(dirname(path), { recursive: true })
    // Renaming is atomic: a run that is killed while writing leaves the older state whole.
    writeFileSync(`${path}.new`, JSON.stringify(snapshot()))
    renameSync(`${path}.new`, path)
  }

  return {
    saveSoon() {
      if (!path || timer) return
      timer = setTimeout(saveNow, SAVE_DELAY_MS)
      timer.unref()
    },
    saveNow,
  }
}
