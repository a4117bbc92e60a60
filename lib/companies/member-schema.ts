import { z } from 'zod'

/** Every role, the most powerful first. */
export const ROLES = ['owner', 'manager', 'staff', 'technician', 'sales_rep', 'concierge', 'viewer'] as const
export type MemberRole = (typeof ROLES)[number]

/** Somebody asked to join. */
export const MemberInvitation = z.object({
  email: z.string().trim().toLowerCase().min(1).pipe(z.email('format_email').max(254)),
  role: z.enum(ROLES),
})
export type MemberInvitation = z.infer<typeof MemberInvitation>

/** A colleague in another role. */
export const RoleChange = z.object({ userId: z.uuid(), role: z.enum(ROLES) })
export type RoleChange = z.infer<typeof RoleChange>

export const MemberRemoval = z.object({ userId: z.uuid() })
export type MemberRemoval = z.infer<typeof MemberRemoval>

export const InvitationRef = z.object({ invitationId: z.uuid() })
export type InvitationRef = z.infer<typeof InvitationRef>
