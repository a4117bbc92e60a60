import { useEffect, useState } from 'react'

/** The small picture until the large one is here; without network the small one is all there is. */
export function useBestPicture(small: string, full: string): string {
  const [loaded, setLoaded] = useState<string | null>(null)
  useEffect(() => {
    if (small === full) return
    const image = new Image()
    image.onload = () => setLoaded(full)
    image.src = full
    return () => {
      image.onload = null
    }
  }, [small, full])
  return loaded === full ? full : small
}
