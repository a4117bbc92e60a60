import type { Browser, Page } from '@playwright/test'

/** What a movement looked like on the screen. */
export interface Presented {
  /** How many pictures were due. */
  frames: number
  /** Which share of them did not come in time. */
  late: number
}

/** As the browser writes it down; `ts` in microseconds of the machine's clock. */
interface TraceEvent {
  name: string
  ph: string
  pid: number
  ts: number
  args?: { frame_reporter?: { state?: string; frame_sequence?: number; layer_tree_host_id?: number } }
}

/**
 * Watches the screen while something moves on it. The browser tells of every frame whether it was presented, dropped, or had nothing to show; what the
 * page's own thread knows of frames says nothing of those that are put together without it.
 */
export async function presentedWhile(
  browser: Browser,
  page: Page,
  move: () => Promise<unknown>,
): Promise<Presented> {
  await browser.startTracing(page, { categories: ['cc', 'benchmark'] })
  const began = clock()
  await move()
  const ended = clock()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    traceEvents: TraceEvent[]
  }
  return lateness(traceEvents.filter(({ ts }) => ts > began && ts < ended))
}

/** The clock that the browser's trace goes by. */
const clock = () => Number(process.hrtime.bigint() / 1_000n)

/** A frame that is put together in two parts is reported once for each; it came in time when one of them did. */
function lateness(events: TraceEvent[]): Presented {
  const states = new Map<string, string[]>()
  for (const { name, ph, pid, args } of events) {
    const { state, frame_sequence, layer_tree_host_id } = args?.frame_reporter ?? {}
    if (name !== 'PipelineReporter' || ph !== 'b' || !state) continue
    const frame = `${pid} ${layer_tree_host_id} ${frame_sequence}`
    states.set(frame, [...(states.get(frame) ?? []), state])
  }
  const came = [...states.values()].filter((all) => all.some((state) => state.startsWith('STATE_PRESENTED')))
  const dropped = [...states.values()].filter(
    (all) => !came.includes(all) && all.some((state) => state === 'STATE_DROPPED'),
  )
  const frames = came.length + dropped.length
  return { frames, late: dropped.length / frames }
}
