import { Badge } from '@/components/ui/badge'

/** A record's tags: on one line in a table, on as many as they need elsewhere. */
export function TagList({ tags }: { tags: string[] }) {
  return (
    <span className="flex min-w-0 flex-wrap gap-1 [td_&]:flex-nowrap">
      {tags.map((tag) => (
        <Badge key={tag}>
          <span className="truncate">{tag}</span>
        </Badge>
      ))}
    </span>
  )
}
