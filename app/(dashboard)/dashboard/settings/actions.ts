'use server'

import {
  changeRole,
  inviteMember,
  removeMember,
  withdrawInvitation,
} from '@/lib/companies/commands/manage-members'
import {
  updateBookingRules,
  updateBranding,
  updateProfile,
  updateTerms,
} from '@/lib/companies/commands/update-settings'
import { changeLocation, LocationChange } from '@/lib/companies/locations'
import { InvitationRef, MemberInvitation, MemberRemoval, RoleChange } from '@/lib/companies/member-schema'
import { BookingRules, Branding, CompanyProfile, RentalTerms } from '@/lib/companies/settings-schema'
import { memberAction } from '@/lib/core/action'

export const updateProfileAction = memberAction(
  { input: CompanyProfile, permission: 'settings.edit' },
  updateProfile,
)

export const changeLocationAction = memberAction(
  { input: LocationChange, permission: 'settings.edit' },
  changeLocation,
)

export const updateBookingRulesAction = memberAction(
  { input: BookingRules, permission: 'settings.edit' },
  updateBookingRules,
)

export const updateBrandingAction = memberAction(
  { input: Branding, permission: 'settings.edit' },
  updateBranding,
)

export const updateTermsAction = memberAction(
  { input: RentalTerms, permission: 'settings.edit' },
  updateTerms,
)

export const inviteMemberAction = memberAction(
  { input: MemberInvitation, permission: 'users.manage' },
  inviteMember,
)

export const changeRoleAction = memberAction({ input: RoleChange, permission: 'users.manage' }, changeRole)

export const removeMemberAction = memberAction(
  { input: MemberRemoval, permission: 'users.manage' },
  removeMember,
)

export const withdrawInvitationAction = memberAction(
  { input: InvitationRef, permission: 'users.manage' },
  withdrawInvitation,
)
