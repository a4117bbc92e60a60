import { useEffect, useState } from 'react'

type Zoom = { min: number; max: number; set: (factor: number) => void }

/** The camera at the back of the phone: undefined while it starts, null where there is none or nobody may use it. */
export function useCamera(): { stream: MediaStream | null | undefined; zoom: Zoom | null } {
  const [stream, setStream] = useState<MediaStream | null>()

  useEffect(() => {
    let own: MediaStream | null = null
    let isGone = false
    const wish = { facingMode: 'environment', width: { ideal: 2_048 }, height: { ideal: 1_536 } }
    const stop = () => {
      for (const track of own?.getTracks() ?? []) track.stop()
    }
    const asked = navigator.mediaDevices?.getUserMedia({ video: wish, audio: false })
    if (!asked) setStream(null)
    asked
      ?.then((opened) => {
        own = opened
        if (isGone) stop()
        else setStream(opened)
      })
      .catch(() => setStream(null))
    return () => {
      isGone = true
      stop()
    }
  }, [])

  return { stream, zoom: stream ? zoomOf(stream) : null }
}

/** The lens's own zoom, where the browser lets one move it. */
function zoomOf(stream: MediaStream): Zoom | null {
  const [track] = stream.getVideoTracks()
  const range = (track?.getCapabilities?.() as { zoom?: { min: number; max: number } } | undefined)?.zoom
  if (!track || !range || range.max <= range.min) return null
  const set = (zoom: number) =>
    void track.applyConstraints({ advanced: [{ zoom } as MediaTrackConstraintSet] }).catch(() => undefined)
  return { min: range.min, max: range.max, set }
}

/** What the camera sees at this moment, as a picture. */
export function shoot(video: HTMLVideoElement): Promise<Blob | null> {
  const canvas = document.createElement('canvas')
  canvas.width = video.videoWidth
  canvas.height = video.videoHeight
  canvas.getContext('2d')?.drawImage(video, 0, 0)
  return new Promise((done) => canvas.toBlob(done, 'image/jpeg', 0.92))
}
