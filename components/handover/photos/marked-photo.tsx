'use client'

import { type MouseEvent, useState } from 'react'
import { cn } from '@/components/ui/cn'

/** A place on a picture, in shares of its width and height. New ones are whole rings and may have a number, known ones are dashed. */
export type PhotoMark = { id: string; x: number; y: number; isNew: boolean; number?: number }

type MarkedPhotoProps = {
  src: string
  alt: string
  marks: PhotoMark[]
  className?: string
  /** Fills the frame it is in, and is cut; or stands in it whole. Without either it has its own shape. */
  fit?: 'cover' | 'contain'
  /** From this share of its width on the picture is seen; its marks are seen all the same. */
  seenFrom?: number
  /** Larger marks for smaller pictures. */
  scale?: number
  /** Hears how wide the picture is for its height. */
  onShape?: (ratio: number) => void
  /** Hears where the picture was pressed; whoever has no pointer presses its middle. */
  onPress?: (at: { x: number; y: number }) => void
  pressLabel?: string
}

/** A photo with its damage marked, at the same place of the picture however large or cropped it is shown. */
export function MarkedPhoto({
  src,
  alt,
  marks,
  className,
  fit,
  seenFrom = 0,
  scale = 1,
  onShape,
  onPress,
  pressLabel,
}: MarkedPhotoProps) {
  const [size, setSize] = useState({ width: 4, height: 3 })
  const unit = Math.max(size.width, size.height) * 0.035 * scale

  function measure({ naturalWidth: width, naturalHeight: height }: HTMLImageElement) {
    if (!width || !height) return
    setSize({ width, height })
    onShape?.(width / height)
  }

  function press(event: MouseEvent<HTMLButtonElement>) {
    if (event.detail === 0) return onPress?.({ x: 0.5, y: 0.5 })
    const box = event.currentTarget.getBoundingClientRect()
    const share = (at: number, from: number, length: number) => Math.min(1, Math.max(0, (at - from) / length))
    onPress?.({
      x: share(event.clientX, box.left, box.width),
      y: share(event.clientY, box.top, box.height),
    })
  }

  return (
    <span className={cn('relative block', fit && 'size-full', className)}>
      <img
        src={src}
        alt={alt}
        loading="lazy"
        className={cn(
          'block w-full bg-sunken',
          fit && 'h-full',
          fit === 'cover' && 'object-cover',
          fit === 'contain' && 'object-contain',
        )}
        style={{ clipPath: seenFrom > 0 ? `inset(0 0 0 ${seenFrom * 100}%)` : undefined }}
        onLoad={({ currentTarget }) => measure(currentTarget)}
      />
      <svg
        aria-hidden="true"
        viewBox={`0 0 ${size.width} ${size.height}`}
        preserveAspectRatio={fit === 'contain' ? 'xMidYMid meet' : 'xMidYMid slice'}
        className="pointer-events-none absolute inset-0 size-full"
      >
        {marks.map(({ id, x, y, isNew, number }) => (
          <g key={id} transform={`translate(${x * size.width} ${y * size.height}) scale(${unit})`}>
            {/* A ring, so that the damage itself stays to be seen. */}
            <circle r={1.6} fill="none" stroke="white" strokeWidth={0.7} />
            <circle
              r={1.6}
              fill="none"
              stroke={isNew ? 'var(--overdue)' : 'var(--pending)'}
              strokeWidth={0.35}
              strokeDasharray={isNew ? undefined : '0.9 0.5'}
            />
            {number && (
              <g transform="translate(1.6 -1.6)">
                <circle r={0.95} fill="var(--overdue)" stroke="white" strokeWidth={0.2} />
                <text y={0.42} textAnchor="middle" fontSize={1.2} fontWeight={600} fill="white">
                  {number}
                </text>
              </g>
            )}
          </g>
        ))}
      </svg>
      {onPress && (
        <button
          type="button"
          aria-label={pressLabel}
          onClick={press}
          className="absolute inset-0 cursor-crosshair touch-manipulation"
        />
      )}
    </span>
  )
}
