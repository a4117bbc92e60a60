import type { OutboxHandler } from '@/lib/core/outbox'
import { mailDataRequest } from '@/lib/messages/handlers/data-request'
import { mailDepositAlert, mailDepositRequest } from '@/lib/messages/handlers/deposit'
import { mailDispute } from '@/lib/messages/handlers/dispute'
import { mailDocument } from '@/lib/messages/handlers/document'
import { fetchMessageFile } from '@/lib/messages/handlers/fetch-file'
import { mailInvitation } from '@/lib/messages/handlers/invitation'
import { mailKeyBox, smsKeyBox } from '@/lib/messages/handlers/key-box'
import { mailOnTheWay, smsOnTheWay } from '@/lib/messages/handlers/on-the-way'
import { mailPaymentReceived } from '@/lib/messages/handlers/payment-received'
import { mailPaymentRequest } from '@/lib/messages/handlers/payment-request'
import { mailPlanNotice } from '@/lib/messages/handlers/plan-notice'
import {
  mailPrivateLink,
  mailReservationCancelled,
  mailReservationConfirmed,
  mailReservationRefunded,
  smsReservationConfirmed,
} from '@/lib/messages/handlers/reservation'
import { mailReservationChanged } from '@/lib/messages/handlers/reservation-changed'
import { mailReturnOverdue, smsReturnOverdue } from '@/lib/messages/handlers/return-overdue'
import { sendTestMessage } from '@/lib/messages/handlers/test-message'
import { mailDayBefore, smsDayBefore, timedMail } from '@/lib/messages/handlers/timed'
import { mailVehicleDue } from '@/lib/messages/handlers/vehicle-due'
import {
  mailVehicleLate,
  mailVehicleReady,
  smsVehicleLate,
  smsVehicleReady,
} from '@/lib/messages/handlers/vehicle-late'
import { mailVehicleReturned } from '@/lib/messages/handlers/vehicle-returned'
import { mailWaitingListed, mailWaitingOffer, smsWaitingOffer } from '@/lib/messages/handlers/waiting'
import {
  mailCustomerMessage,
  mailPortalMessage,
  sendWrittenMessage,
} from '@/lib/messages/handlers/written-message'

/** The messages that the database queues, by topic. */
export const messageHandlers: Record<string, OutboxHandler> = {
  'mail.reservation_confirmed': mailReservationConfirmed,
  'sms.reservation_confirmed': smsReservationConfirmed,
  'mail.reservation_refunded': mailReservationRefunded,
  'mail.reservation_cancelled': mailReservationCancelled,
  'mail.reservation_changed': mailReservationChanged,
  'mail.checkin_invitation': timedMail('checkin_invitation'),
  'mail.day_before': mailDayBefore,
  'sms.day_before': smsDayBefore,
  'mail.return_reminder': timedMail('return_reminder'),
  'mail.review_request': timedMail('review_request'),
  'mail.vehicle_late': mailVehicleLate,
  'sms.vehicle_late': smsVehicleLate,
  'mail.vehicle_ready': mailVehicleReady,
  'sms.vehicle_ready': smsVehicleReady,
  'mail.on_the_way': mailOnTheWay,
  'sms.on_the_way': smsOnTheWay,
  'mail.key_box': mailKeyBox,
  'sms.key_box': smsKeyBox,
  'mail.return_overdue': mailReturnOverdue,
  'sms.return_overdue': smsReturnOverdue,
  'mail.vehicle_due': mailVehicleDue,
  'mail.vehicle_returned': mailVehicleReturned,
  'mail.waiting_listed': mailWaitingListed,
  'mail.waiting_offer': mailWaitingOffer,
  'sms.waiting_offer': smsWaitingOffer,
  'mail.invitation': mailInvitation,
  'mail.document': mailDocument,
  'mail.private_link': mailPrivateLink,
  'mail.data_request': mailDataRequest,
  'mail.customer_message': mailCustomerMessage,
  'mail.portal_message': mailPortalMessage,
  'message.send': sendWrittenMessage,
  'message.fetch_file': fetchMessageFile,
  'message.test': sendTestMessage,
  'mail.payment_received': mailPaymentReceived,
  'mail.payment_request': mailPaymentRequest,
  'mail.deposit_request': mailDepositRequest,
  'mail.deposit_alert': mailDepositAlert,
  'mail.dispute': mailDispute,
  'mail.plan_notice': mailPlanNotice,
}
