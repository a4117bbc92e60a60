'use server'

import { z } from 'zod'
import { removePicture } from '@/lib/companies/commands/change-pictures'
import {
  changeRole,
  inviteMember,
  removeMember,
  withdrawInvitation,
} from '@/lib/companies/commands/manage-members'
import {
  updateAppearance,
  updateBookingRules,
  updateProfile,
  updateTerms,
} from '@/lib/companies/commands/update-settings'
import { LocationChange, saveLocation } from '@/lib/companies/locations'
import { InvitationRef, MemberInvitation, MemberRemoval, RoleChange } from '@/lib/companies/member-schema'
import { CompanyProfile } from '@/lib/companies/profile-schema'
import {
  Appearance,
  BookingRules,
  RentalTerms,
  SitePicture,
  WebsiteChange,
} from '@/lib/companies/settings-schema'
import { checkDomain, updateWebsite } from '@/lib/companies/website'
import { memberAction } from '@/lib/core/action'

export const updateProfileAction = memberAction(
  { input: CompanyProfile, permission: 'settings.edit' },
  updateProfile,
)

export const saveLocationAction = memberAction(
  { input: LocationChange, permission: 'settings.edit' },
  saveLocation,
)

export const updateBookingRulesAction = memberAction(
  { input: BookingRules, permission: 'settings.edit' },
  updateBookingRules,
)

export const updateAppearanceAction = memberAction(
  { input: Appearance, permission: 'settings.edit' },
  updateAppearance,
)

export const removePictureAction = memberAction(
  { input: SitePicture, permission: 'settings.edit' },
  removePicture,
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

export const updateWebsiteAction = memberAction(
  { input: WebsiteChange, permission: 'settings.edit' },
  updateWebsite,
)

export const checkDomainAction = memberAction({ input: z.object({}), permission: 'settings.edit' }, (ctx) =>
  checkDomain(ctx),
)
