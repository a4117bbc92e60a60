import { Badge } from '@/components/ui/badge'

/** A record's tags, on one line. */
export function TagList({ tags }: { tags: string[] }) {
  return (
    <span className="flex gap-1">
      {tags.map((tag) => (
        <Badge key={tag}>{tag}</Badge>
      ))}
    </span>
  )
}
