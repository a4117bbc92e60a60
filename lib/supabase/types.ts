/** Placeholder until `npm run db:types` has written the real one. */
export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

type AnyRow = Record<string, Json>
type AnyTable = { Row: AnyRow; Insert: AnyRow; Update: AnyRow; Relationships: [] }

export type Database = {
  public: {
    Tables: Record<string, AnyTable>
    Views: Record<string, never>
    Functions: Record<string, { Args: Record<string, Json | undefined>; Returns: Json }>
    Enums: Record<string, string>
    CompositeTypes: Record<string, never>
  }
}
