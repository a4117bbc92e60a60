import { tooManyAttempts } from '@/app/too-many-attempts'

export const GET = () => tooManyAttempts()
