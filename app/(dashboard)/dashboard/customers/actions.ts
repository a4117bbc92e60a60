'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { memberAction } from '@/lib/core/action'
import { blockCustomer, createCustomer, unblockCustomer, updateCustomer } from '@/lib/customers/commands'
import { Blocking, CustomerChange, NewCustomer } from '@/lib/customers/schema'

export const createCustomerAction = memberAction(
  { input: NewCustomer, permission: 'customers.edit' },
  async (ctx, input) => {
    const { id } = await createCustomer(ctx, input)
    redirect(`/dashboard/customers/${id}`)
  },
)

export const updateCustomerAction = memberAction(
  { input: CustomerChange, permission: 'customers.edit' },
  async (ctx, input) => {
    await updateCustomer(ctx, input)
    redirect(`/dashboard/customers/${input.id}`)
  },
)

export const blockCustomerAction = memberAction(
  { input: Blocking, permission: 'customers.blacklist' },
  blockCustomer,
)

export const unblockCustomerAction = memberAction(
  { input: z.object({ id: z.uuid() }), permission: 'customers.blacklist' },
  unblockCustomer,
)
