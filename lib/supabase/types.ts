/** Written by "npm run db:types" from the migrations; never edited by hand. */

export type Json = string | number | boolean | null | { [key: string]: Json | undefined } | Json[]

export type Database = {
  public: {
    Tables: {
      access_links: {
        Row: {
          company_id: string
          created_at: string
          expires_at: string
          id: string
          reservation_id: string
          revoked_at: string | null
          token_hash: string
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          expires_at: string
          id?: string
          reservation_id: string
          revoked_at?: string | null
          token_hash: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          expires_at?: string
          id?: string
          reservation_id?: string
          revoked_at?: string | null
          token_hash?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'access_links_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'access_links_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      account_numbers: {
        Row: {
          account: string
          company_id: string
          created_at: string
          id: string
          number: string
          updated_at: string
        }
        Insert: {
          account: string
          company_id: string
          created_at?: string
          id?: string
          number: string
          updated_at?: string
        }
        Update: {
          account?: string
          company_id?: string
          created_at?: string
          id?: string
          number?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'account_numbers_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      addenda: {
        Row: {
          change_id: string
          company_id: string
          content_sha256: string
          contract_id: string
          created_at: string
          device_at: string | null
          id: string
          image_path: string
          image_sha256: string
          ip: string | null
          name: string
          signed_at: string
          updated_at: string
          user_agent: string | null
          witnessed_by: string | null
        }
        Insert: {
          change_id: string
          company_id: string
          content_sha256: string
          contract_id: string
          created_at?: string
          device_at?: string | null
          id?: string
          image_path: string
          image_sha256: string
          ip?: string | null
          name: string
          signed_at?: string
          updated_at?: string
          user_agent?: string | null
          witnessed_by?: string | null
        }
        Update: {
          change_id?: string
          company_id?: string
          content_sha256?: string
          contract_id?: string
          created_at?: string
          device_at?: string | null
          id?: string
          image_path?: string
          image_sha256?: string
          ip?: string | null
          name?: string
          signed_at?: string
          updated_at?: string
          user_agent?: string | null
          witnessed_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'addenda_company_id_change_id_fkey'
            columns: ['company_id', 'change_id']
            isOneToOne: true
            referencedRelation: 'reservation_changes'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'addenda_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'addenda_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'addenda_witnessed_by_fkey'
            columns: ['witnessed_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      allocations: {
        Row: {
          active: boolean
          company_id: string
          created_at: string
          expires_at: string | null
          id: string
          period: string
          resource_id: string
          source_id: string
          source_kind: string
          updated_at: string
        }
        Insert: {
          active?: boolean
          company_id: string
          created_at?: string
          expires_at?: string | null
          id?: string
          period: string
          resource_id: string
          source_id: string
          source_kind: string
          updated_at?: string
        }
        Update: {
          active?: boolean
          company_id?: string
          created_at?: string
          expires_at?: string | null
          id?: string
          period?: string
          resource_id?: string
          source_id?: string
          source_kind?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'allocations_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'allocations_company_id_resource_id_fkey'
            columns: ['company_id', 'resource_id']
            isOneToOne: false
            referencedRelation: 'resources'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      arrivals: {
        Row: {
          arrives_at: string
          company_id: string
          created_at: string
          handover: string
          id: string
          reservation_id: string
          told_by: string | null
          updated_at: string
        }
        Insert: {
          arrives_at: string
          company_id: string
          created_at?: string
          handover: string
          id?: string
          reservation_id: string
          told_by?: string | null
          updated_at?: string
        }
        Update: {
          arrives_at?: string
          company_id?: string
          created_at?: string
          handover?: string
          id?: string
          reservation_id?: string
          told_by?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'arrivals_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'arrivals_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'arrivals_told_by_fkey'
            columns: ['told_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      audit_log: {
        Row: {
          action: string
          actor_kind: string
          actor_user_id: string | null
          after: Json | null
          at: string
          before: Json | null
          company_id: string
          id: number
          record_id: string
          request_id: string | null
          table_name: string
        }
        Insert: {
          action: string
          actor_kind: string
          actor_user_id?: string | null
          after?: Json | null
          at?: string
          before?: Json | null
          company_id: string
          record_id: string
          request_id?: string | null
          table_name: string
        }
        Update: {
          action?: string
          actor_kind?: string
          actor_user_id?: string | null
          after?: Json | null
          at?: string
          before?: Json | null
          company_id?: string
          record_id?: string
          request_id?: string | null
          table_name?: string
        }
        Relationships: [
          {
            foreignKeyName: 'audit_log_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      bank_entries: {
        Row: {
          amount_rappen: number
          bank_import_id: string
          booked_on: string
          booking: string | null
          company_id: string
          created_at: string
          currency: string
          debtor_iban: string | null
          debtor_name: string | null
          entry_key: string
          finding: string
          id: string
          ignored_reason: string | null
          invoice_id: string | null
          is_collective: boolean
          message: string | null
          position: number
          reference: string | null
          resolved_at: string | null
          settled_rappen: number
          status: string
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          bank_import_id: string
          booked_on: string
          booking?: string | null
          company_id: string
          created_at?: string
          currency: string
          debtor_iban?: string | null
          debtor_name?: string | null
          entry_key: string
          finding: string
          id?: string
          ignored_reason?: string | null
          invoice_id?: string | null
          is_collective?: boolean
          message?: string | null
          position: number
          reference?: string | null
          resolved_at?: string | null
          settled_rappen?: number
          status: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          bank_import_id?: string
          booked_on?: string
          booking?: string | null
          company_id?: string
          created_at?: string
          currency?: string
          debtor_iban?: string | null
          debtor_name?: string | null
          entry_key?: string
          finding?: string
          id?: string
          ignored_reason?: string | null
          invoice_id?: string | null
          is_collective?: boolean
          message?: string | null
          position?: number
          reference?: string | null
          resolved_at?: string | null
          settled_rappen?: number
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'bank_entries_company_id_bank_import_id_fkey'
            columns: ['company_id', 'bank_import_id']
            isOneToOne: false
            referencedRelation: 'bank_imports'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'bank_entries_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'bank_entries_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      bank_imports: {
        Row: {
          accounts: string[]
          company_id: string
          created_at: string
          entry_count: number
          file_name: string
          format: string
          id: string
          imported_by: string | null
          known_count: number
          sha256: string
          total_rappen: number
          updated_at: string
        }
        Insert: {
          accounts?: string[]
          company_id: string
          created_at?: string
          entry_count: number
          file_name: string
          format: string
          id?: string
          imported_by?: string | null
          known_count?: number
          sha256: string
          total_rappen?: number
          updated_at?: string
        }
        Update: {
          accounts?: string[]
          company_id?: string
          created_at?: string
          entry_count?: number
          file_name?: string
          format?: string
          id?: string
          imported_by?: string | null
          known_count?: number
          sha256?: string
          total_rappen?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'bank_imports_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      cash_closings: {
        Row: {
          closed_by: string | null
          company_id: string
          counted_rappen: number
          created_at: string
          day: string
          difference_rappen: number
          expected_rappen: number
          id: string
          location_id: string
          note: string | null
          updated_at: string
        }
        Insert: {
          closed_by?: string | null
          company_id: string
          counted_rappen: number
          created_at?: string
          day: string
          expected_rappen: number
          id?: string
          location_id: string
          note?: string | null
          updated_at?: string
        }
        Update: {
          closed_by?: string | null
          company_id?: string
          counted_rappen?: number
          created_at?: string
          day?: string
          expected_rappen?: number
          id?: string
          location_id?: string
          note?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'cash_closings_closed_by_fkey'
            columns: ['closed_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
          {
            foreignKeyName: 'cash_closings_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'cash_closings_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      cash_entries: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          id: string
          kind: string
          location_id: string
          made_by: string | null
          reason: string
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          id?: string
          kind: string
          location_id: string
          made_by?: string | null
          reason: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          id?: string
          kind?: string
          location_id?: string
          made_by?: string | null
          reason?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'cash_entries_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'cash_entries_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'cash_entries_made_by_fkey'
            columns: ['made_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      channel_choices: {
        Row: {
          address: string
          channel: string
          choice: string
          company_id: string
          created_at: string
          customer_id: string | null
          id: string
          source: string
          updated_at: string
        }
        Insert: {
          address: string
          channel: string
          choice: string
          company_id: string
          created_at?: string
          customer_id?: string | null
          id?: string
          source: string
          updated_at?: string
        }
        Update: {
          address?: string
          channel?: string
          choice?: string
          company_id?: string
          created_at?: string
          customer_id?: string | null
          id?: string
          source?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'channel_choices_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'channel_choices_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      checkout_pages: {
        Row: {
          closing_at: string | null
          company_id: string
          created_at: string
          payment_id: string
          session: string
          updated_at: string
        }
        Insert: {
          closing_at?: string | null
          company_id: string
          created_at?: string
          payment_id: string
          session: string
          updated_at?: string
        }
        Update: {
          closing_at?: string | null
          company_id?: string
          created_at?: string
          payment_id?: string
          session?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'checkout_pages_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'checkout_pages_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      closed_days: {
        Row: {
          company_id: string
          created_at: string
          day: string
          id: string
          location_id: string | null
          name: string
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          day: string
          id?: string
          location_id?: string | null
          name: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          day?: string
          id?: string
          location_id?: string | null
          name?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'closed_days_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'closed_days_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      companies: {
        Row: {
          abouts: Json
          accent_color: string
          accepts_tips: boolean
          booking_deposit_minimum_rappen: number
          booking_deposit_percent: number
          cancellation_policy: Json
          canton: string | null
          charge_price_rappen: number
          charges_remainder: boolean
          colored_header: boolean
          country: string
          created_at: string
          currency: string
          custom_domain: string | null
          customer_reminders: boolean
          deposit_release_days: number | null
          domain_verified_at: string | null
          email: string | null
          fuel_price_rappen: number
          headlines: Json
          hold_minutes: number
          house_number: string | null
          iban: string | null
          id: string
          late_grace_minutes: number
          leads: Json
          legal_name: string | null
          lines: Database['public']['Enums']['business_line'][]
          locale: string
          message_order: string
          name: string
          no_show_fee_percent: number
          payment_notices: boolean
          payment_terms_days: number
          phone: string | null
          plan: Database['public']['Enums']['plan_name']
          postal_code: string | null
          price_rounding_rappen: number
          quiet_from: string
          quiet_until: string
          reminder_fee_rappen: number
          reminders_automatic: boolean
          retention_years: number
          review_url: string | null
          slug: string
          sms_overage_most: number
          status: Database['public']['Enums']['company_status']
          street: string | null
          stripe_account_id: string | null
          stripe_customer_id: string | null
          stripe_standing: Json
          takes_cards: boolean
          terms: Json
          terms_version: number
          time_zone: string
          town: string | null
          trial_ends_at: string
          typeface: string
          uid_number: string | null
          updated_at: string
          vat_registered: boolean
          waiting_holds: boolean
          waiting_offer_hours: number
          widget_origins: string[]
        }
        Insert: {
          abouts?: Json
          accent_color?: string
          accepts_tips?: boolean
          booking_deposit_minimum_rappen?: number
          booking_deposit_percent?: number
          cancellation_policy?: Json
          canton?: string | null
          charge_price_rappen?: number
          charges_remainder?: boolean
          colored_header?: boolean
          country?: string
          created_at?: string
          currency?: string
          custom_domain?: string | null
          customer_reminders?: boolean
          deposit_release_days?: number | null
          domain_verified_at?: string | null
          email?: string | null
          fuel_price_rappen?: number
          headlines?: Json
          hold_minutes?: number
          house_number?: string | null
          iban?: string | null
          id?: string
          late_grace_minutes?: number
          leads?: Json
          legal_name?: string | null
          lines?: Database['public']['Enums']['business_line'][]
          locale?: string
          message_order?: string
          name: string
          no_show_fee_percent?: number
          payment_notices?: boolean
          payment_terms_days?: number
          phone?: string | null
          plan?: Database['public']['Enums']['plan_name']
          postal_code?: string | null
          price_rounding_rappen?: number
          quiet_from?: string
          quiet_until?: string
          reminder_fee_rappen?: number
          reminders_automatic?: boolean
          retention_years?: number
          review_url?: string | null
          slug: string
          sms_overage_most?: number
          status?: Database['public']['Enums']['company_status']
          street?: string | null
          stripe_account_id?: string | null
          stripe_customer_id?: string | null
          stripe_standing?: Json
          takes_cards?: boolean
          terms?: Json
          terms_version?: number
          time_zone?: string
          town?: string | null
          trial_ends_at?: string
          typeface?: string
          uid_number?: string | null
          updated_at?: string
          vat_registered?: boolean
          waiting_holds?: boolean
          waiting_offer_hours?: number
          widget_origins?: string[]
        }
        Update: {
          abouts?: Json
          accent_color?: string
          accepts_tips?: boolean
          booking_deposit_minimum_rappen?: number
          booking_deposit_percent?: number
          cancellation_policy?: Json
          canton?: string | null
          charge_price_rappen?: number
          charges_remainder?: boolean
          colored_header?: boolean
          country?: string
          created_at?: string
          currency?: string
          custom_domain?: string | null
          customer_reminders?: boolean
          deposit_release_days?: number | null
          domain_verified_at?: string | null
          email?: string | null
          fuel_price_rappen?: number
          headlines?: Json
          hold_minutes?: number
          house_number?: string | null
          iban?: string | null
          id?: string
          late_grace_minutes?: number
          leads?: Json
          legal_name?: string | null
          lines?: Database['public']['Enums']['business_line'][]
          locale?: string
          message_order?: string
          name?: string
          no_show_fee_percent?: number
          payment_notices?: boolean
          payment_terms_days?: number
          phone?: string | null
          plan?: Database['public']['Enums']['plan_name']
          postal_code?: string | null
          price_rounding_rappen?: number
          quiet_from?: string
          quiet_until?: string
          reminder_fee_rappen?: number
          reminders_automatic?: boolean
          retention_years?: number
          review_url?: string | null
          slug?: string
          sms_overage_most?: number
          status?: Database['public']['Enums']['company_status']
          street?: string | null
          stripe_account_id?: string | null
          stripe_customer_id?: string | null
          stripe_standing?: Json
          takes_cards?: boolean
          terms?: Json
          terms_version?: number
          time_zone?: string
          town?: string | null
          trial_ends_at?: string
          typeface?: string
          uid_number?: string | null
          updated_at?: string
          vat_registered?: boolean
          waiting_holds?: boolean
          waiting_offer_hours?: number
          widget_origins?: string[]
        }
        Relationships: []
      }
      company_pictures: {
        Row: {
          company_id: string
          created_at: string
          file: string
          ground: string
          height: number
          id: string
          kind: string
          updated_at: string
          width: number
        }
        Insert: {
          company_id: string
          created_at?: string
          file: string
          ground?: string
          height: number
          id?: string
          kind: string
          updated_at?: string
          width: number
        }
        Update: {
          company_id?: string
          created_at?: string
          file?: string
          ground?: string
          height?: number
          id?: string
          kind?: string
          updated_at?: string
          width?: number
        }
        Relationships: [
          {
            foreignKeyName: 'company_pictures_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      consents: {
        Row: {
          company_id: string
          created_at: string
          customer_id: string
          given_at: string
          id: string
          kind: string
          recorded_by: string | null
          source: string
          text_version: string
          updated_at: string
          withdrawn_at: string | null
        }
        Insert: {
          company_id: string
          created_at?: string
          customer_id: string
          given_at?: string
          id?: string
          kind: string
          recorded_by?: string | null
          source: string
          text_version: string
          updated_at?: string
          withdrawn_at?: string | null
        }
        Update: {
          company_id?: string
          created_at?: string
          customer_id?: string
          given_at?: string
          id?: string
          kind?: string
          recorded_by?: string | null
          source?: string
          text_version?: string
          updated_at?: string
          withdrawn_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'consents_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'consents_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'consents_recorded_by_fkey'
            columns: ['recorded_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      contract_billings: {
        Row: {
          active: boolean
          company_id: string
          contract_id: string
          created_at: string
          id: string
          invoice_id: string
          is_final: boolean
          payer: string
          service_from: string
          service_to: string
          updated_at: string
        }
        Insert: {
          active?: boolean
          company_id: string
          contract_id: string
          created_at?: string
          id?: string
          invoice_id: string
          is_final: boolean
          payer: string
          service_from: string
          service_to: string
          updated_at?: string
        }
        Update: {
          active?: boolean
          company_id?: string
          contract_id?: string
          created_at?: string
          id?: string
          invoice_id?: string
          is_final?: boolean
          payer?: string
          service_from?: string
          service_to?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'contract_billings_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contract_billings_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'contract_billings_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      contract_drivers: {
        Row: {
          added_by: string
          added_rappen: number
          company_id: string
          contract_id: string
          created_at: string
          driver_id: string
          id: string
          updated_at: string
        }
        Insert: {
          added_by: string
          added_rappen?: number
          company_id: string
          contract_id: string
          created_at?: string
          driver_id: string
          id?: string
          updated_at?: string
        }
        Update: {
          added_by?: string
          added_rappen?: number
          company_id?: string
          contract_id?: string
          created_at?: string
          driver_id?: string
          id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'contract_drivers_added_by_fkey'
            columns: ['added_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
          {
            foreignKeyName: 'contract_drivers_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contract_drivers_company_id_driver_id_fkey'
            columns: ['company_id', 'driver_id']
            isOneToOne: false
            referencedRelation: 'drivers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contract_drivers_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      contract_lines: {
        Row: {
          amount_rappen: number
          code: string
          company_id: string
          contract_id: string
          created_at: string
          id: string
          kind: string
          names: Json | null
          position: number
          quantity: number
          trace: Json
          unit_rappen: number
          updated_at: string
          vat_bp: number
        }
        Insert: {
          amount_rappen: number
          code: string
          company_id: string
          contract_id: string
          created_at?: string
          id?: string
          kind: string
          names?: Json | null
          position: number
          quantity: number
          trace?: Json
          unit_rappen: number
          updated_at?: string
          vat_bp: number
        }
        Update: {
          amount_rappen?: number
          code?: string
          company_id?: string
          contract_id?: string
          created_at?: string
          id?: string
          kind?: string
          names?: Json | null
          position?: number
          quantity?: number
          trace?: Json
          unit_rappen?: number
          updated_at?: string
          vat_bp?: number
        }
        Relationships: [
          {
            foreignKeyName: 'contract_lines_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contract_lines_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      contracts: {
        Row: {
          cancel_reason: string | null
          cancelled_at: string | null
          charge_price_rappen: number
          closed_at: string | null
          company_id: string
          content_sha256: string | null
          created_at: string
          currency: string
          customer_id: string
          deposit_waived_reason: string | null
          driver_id: string | null
          ends_at: string
          extra_km_rappen: number
          fuel_price_rappen: number
          id: string
          included_km: number
          locale: string
          number: string
          overdue_since: string | null
          picked_up_at: string | null
          price: Json
          reservation_id: string
          returned_at: string | null
          starts_at: string
          status: Database['public']['Enums']['contract_status']
          terms: string
          terms_version: number
          updated_at: string
          vehicle_id: string
        }
        Insert: {
          cancel_reason?: string | null
          cancelled_at?: string | null
          charge_price_rappen: number
          closed_at?: string | null
          company_id: string
          content_sha256?: string | null
          created_at?: string
          currency: string
          customer_id: string
          deposit_waived_reason?: string | null
          driver_id?: string | null
          ends_at: string
          extra_km_rappen: number
          fuel_price_rappen: number
          id?: string
          included_km: number
          locale: string
          number: string
          overdue_since?: string | null
          picked_up_at?: string | null
          price: Json
          reservation_id: string
          returned_at?: string | null
          starts_at: string
          status?: Database['public']['Enums']['contract_status']
          terms: string
          terms_version: number
          updated_at?: string
          vehicle_id: string
        }
        Update: {
          cancel_reason?: string | null
          cancelled_at?: string | null
          charge_price_rappen?: number
          closed_at?: string | null
          company_id?: string
          content_sha256?: string | null
          created_at?: string
          currency?: string
          customer_id?: string
          deposit_waived_reason?: string | null
          driver_id?: string | null
          ends_at?: string
          extra_km_rappen?: number
          fuel_price_rappen?: number
          id?: string
          included_km?: number
          locale?: string
          number?: string
          overdue_since?: string | null
          picked_up_at?: string | null
          price?: Json
          reservation_id?: string
          returned_at?: string | null
          starts_at?: string
          status?: Database['public']['Enums']['contract_status']
          terms?: string
          terms_version?: number
          updated_at?: string
          vehicle_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'contracts_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contracts_company_id_driver_id_fkey'
            columns: ['company_id', 'driver_id']
            isOneToOne: false
            referencedRelation: 'drivers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contracts_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'contracts_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'contracts_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      conversations: {
        Row: {
          assignee_id: string | null
          company_id: string
          created_at: string
          customer_id: string
          id: string
          last_at: string
          updated_at: string
        }
        Insert: {
          assignee_id?: string | null
          company_id: string
          created_at?: string
          customer_id: string
          id?: string
          last_at?: string
          updated_at?: string
        }
        Update: {
          assignee_id?: string | null
          company_id?: string
          created_at?: string
          customer_id?: string
          id?: string
          last_at?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'conversations_company_id_assignee_id_fkey'
            columns: ['company_id', 'assignee_id']
            isOneToOne: false
            referencedRelation: 'memberships'
            referencedColumns: ['company_id', 'user_id']
          },
          {
            foreignKeyName: 'conversations_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: true
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'conversations_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      cost_centres: {
        Row: {
          active: boolean
          code: string
          company_id: string
          created_at: string
          customer_id: string
          id: string
          name: string | null
          updated_at: string
        }
        Insert: {
          active?: boolean
          code: string
          company_id: string
          created_at?: string
          customer_id: string
          id?: string
          name?: string | null
          updated_at?: string
        }
        Update: {
          active?: boolean
          code?: string
          company_id?: string
          created_at?: string
          customer_id?: string
          id?: string
          name?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'cost_centres_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'cost_centres_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      credit_note_lines: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          credit_note_id: string
          id: string
          invoice_line_id: string
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          credit_note_id: string
          id?: string
          invoice_line_id: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          credit_note_id?: string
          id?: string
          invoice_line_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'credit_note_lines_company_id_credit_note_id_fkey'
            columns: ['company_id', 'credit_note_id']
            isOneToOne: false
            referencedRelation: 'credit_notes'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'credit_note_lines_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'credit_note_lines_company_id_invoice_line_id_fkey'
            columns: ['company_id', 'invoice_line_id']
            isOneToOne: false
            referencedRelation: 'invoice_lines'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      credit_notes: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          id: string
          invoice_id: string
          issued_on: string
          number: string
          reason: string
          refund_id: string | null
          updated_at: string
          vat: Json
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          id?: string
          invoice_id: string
          issued_on: string
          number: string
          reason: string
          refund_id?: string | null
          updated_at?: string
          vat: Json
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          id?: string
          invoice_id?: string
          issued_on?: string
          number?: string
          reason?: string
          refund_id?: string | null
          updated_at?: string
          vat?: Json
        }
        Relationships: [
          {
            foreignKeyName: 'credit_notes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'credit_notes_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'credit_notes_company_id_refund_id_fkey'
            columns: ['company_id', 'refund_id']
            isOneToOne: false
            referencedRelation: 'refunds'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      custom_fields: {
        Row: {
          active: boolean
          choices: string[]
          company_id: string
          created_at: string
          id: string
          key: string
          kind: string
          names: Json
          position: number
          updated_at: string
        }
        Insert: {
          active?: boolean
          choices?: string[]
          company_id: string
          created_at?: string
          id?: string
          key: string
          kind: string
          names: Json
          position?: number
          updated_at?: string
        }
        Update: {
          active?: boolean
          choices?: string[]
          company_id?: string
          created_at?: string
          id?: string
          key?: string
          kind?: string
          names?: Json
          position?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'custom_fields_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      customer_accounts: {
        Row: {
          billing_country: string
          billing_email: string | null
          billing_house_number: string | null
          billing_name: string | null
          billing_postal_code: string | null
          billing_street: string | null
          billing_town: string | null
          collective_invoice: boolean
          company_id: string
          cost_centre_required: boolean
          created_at: string
          customer_id: string
          firm_pays: string
          firm_share_percent: number
          id: string
          listed_drivers_only: boolean
          payment_terms_days: number
          updated_at: string
        }
        Insert: {
          billing_country?: string
          billing_email?: string | null
          billing_house_number?: string | null
          billing_name?: string | null
          billing_postal_code?: string | null
          billing_street?: string | null
          billing_town?: string | null
          collective_invoice?: boolean
          company_id: string
          cost_centre_required?: boolean
          created_at?: string
          customer_id: string
          firm_pays?: string
          firm_share_percent?: number
          id?: string
          listed_drivers_only?: boolean
          payment_terms_days?: number
          updated_at?: string
        }
        Update: {
          billing_country?: string
          billing_email?: string | null
          billing_house_number?: string | null
          billing_name?: string | null
          billing_postal_code?: string | null
          billing_street?: string | null
          billing_town?: string | null
          collective_invoice?: boolean
          company_id?: string
          cost_centre_required?: boolean
          created_at?: string
          customer_id?: string
          firm_pays?: string
          firm_share_percent?: number
          id?: string
          listed_drivers_only?: boolean
          payment_terms_days?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'customer_accounts_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: true
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'customer_accounts_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      customer_credits: {
        Row: {
          amount_rappen: number
          bank_entry_id: string | null
          company_id: string
          created_at: string
          currency: string
          customer_id: string
          id: string
          origin: string
          payment_id: string | null
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          bank_entry_id?: string | null
          company_id: string
          created_at?: string
          currency: string
          customer_id: string
          id?: string
          origin: string
          payment_id?: string | null
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          bank_entry_id?: string | null
          company_id?: string
          created_at?: string
          currency?: string
          customer_id?: string
          id?: string
          origin?: string
          payment_id?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'customer_credits_company_id_bank_entry_id_fkey'
            columns: ['company_id', 'bank_entry_id']
            isOneToOne: false
            referencedRelation: 'bank_entries'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'customer_credits_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'customer_credits_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'customer_credits_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      customer_notes: {
        Row: {
          company_id: string
          created_at: string
          customer_id: string
          id: string
          text: string
          updated_at: string
          written_by: string | null
        }
        Insert: {
          company_id: string
          created_at?: string
          customer_id: string
          id?: string
          text: string
          updated_at?: string
          written_by?: string | null
        }
        Update: {
          company_id?: string
          created_at?: string
          customer_id?: string
          id?: string
          text?: string
          updated_at?: string
          written_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'customer_notes_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'customer_notes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'customer_notes_written_by_fkey'
            columns: ['written_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      customer_vehicles: {
        Row: {
          color: string | null
          company_id: string
          created_at: string
          customer_id: string
          id: string
          make: string
          model: string
          model_year: number | null
          notes: string | null
          plate: string | null
          updated_at: string
          vin: string | null
        }
        Insert: {
          color?: string | null
          company_id: string
          created_at?: string
          customer_id: string
          id?: string
          make: string
          model: string
          model_year?: number | null
          notes?: string | null
          plate?: string | null
          updated_at?: string
          vin?: string | null
        }
        Update: {
          color?: string | null
          company_id?: string
          created_at?: string
          customer_id?: string
          id?: string
          make?: string
          model?: string
          model_year?: number | null
          notes?: string | null
          plate?: string | null
          updated_at?: string
          vin?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'customer_vehicles_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'customer_vehicles_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      customers: {
        Row: {
          ahv_number: string | null
          birth_date: string | null
          blocked_at: string | null
          blocked_reason: string | null
          blocked_until: string | null
          canton: string | null
          company_id: string
          country: string
          created_at: string
          custom: Json
          deleted_at: string | null
          email: string | null
          email_key: string | null
          erased_at: string | null
          firm_name: string | null
          first_name: string | null
          house_number: string | null
          id: string
          id_document_country: string | null
          id_document_expires_on: string | null
          id_document_kind: string | null
          id_document_number: string | null
          kind: string
          language: string
          last_name: string | null
          merged_into: string | null
          name: string
          name_key: string | null
          nationality: string | null
          not_same_as: string[]
          notes: string | null
          number: string
          payment_method_id: string | null
          phone: string | null
          phone_key: string | null
          postal_code: string | null
          street: string | null
          stripe_customer_id: string | null
          tags: string[]
          town: string | null
          uid_number: string | null
          updated_at: string
        }
        Insert: {
          ahv_number?: string | null
          birth_date?: string | null
          blocked_at?: string | null
          blocked_reason?: string | null
          blocked_until?: string | null
          canton?: string | null
          company_id: string
          country?: string
          created_at?: string
          custom?: Json
          deleted_at?: string | null
          email?: string | null
          erased_at?: string | null
          firm_name?: string | null
          first_name?: string | null
          house_number?: string | null
          id?: string
          id_document_country?: string | null
          id_document_expires_on?: string | null
          id_document_kind?: string | null
          id_document_number?: string | null
          kind?: string
          language?: string
          last_name?: string | null
          merged_into?: string | null
          nationality?: string | null
          not_same_as?: string[]
          notes?: string | null
          number: string
          payment_method_id?: string | null
          phone?: string | null
          postal_code?: string | null
          street?: string | null
          stripe_customer_id?: string | null
          tags?: string[]
          town?: string | null
          uid_number?: string | null
          updated_at?: string
        }
        Update: {
          ahv_number?: string | null
          birth_date?: string | null
          blocked_at?: string | null
          blocked_reason?: string | null
          blocked_until?: string | null
          canton?: string | null
          company_id?: string
          country?: string
          created_at?: string
          custom?: Json
          deleted_at?: string | null
          email?: string | null
          erased_at?: string | null
          firm_name?: string | null
          first_name?: string | null
          house_number?: string | null
          id?: string
          id_document_country?: string | null
          id_document_expires_on?: string | null
          id_document_kind?: string | null
          id_document_number?: string | null
          kind?: string
          language?: string
          last_name?: string | null
          merged_into?: string | null
          nationality?: string | null
          not_same_as?: string[]
          notes?: string | null
          number?: string
          payment_method_id?: string | null
          phone?: string | null
          postal_code?: string | null
          street?: string | null
          stripe_customer_id?: string | null
          tags?: string[]
          town?: string | null
          uid_number?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'customers_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'customers_company_id_merged_into_fkey'
            columns: ['company_id', 'merged_into']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      damage_cases: {
        Row: {
          agreed_excess_rappen: number | null
          charged_rappen: number
          claim_number: string | null
          closed_at: string | null
          company_id: string
          contract_id: string | null
          created_at: string
          estimate_rappen: number
          excess_rappen: number | null
          excess_reason: string | null
          id: string
          insurer: string | null
          invoice_id: string | null
          maintenance_id: string | null
          note: string | null
          number: string
          status: Database['public']['Enums']['damage_case_status']
          updated_at: string
          vehicle_id: string
        }
        Insert: {
          agreed_excess_rappen?: number | null
          charged_rappen?: number
          claim_number?: string | null
          closed_at?: string | null
          company_id: string
          contract_id?: string | null
          created_at?: string
          estimate_rappen: number
          excess_rappen?: number | null
          excess_reason?: string | null
          id?: string
          insurer?: string | null
          invoice_id?: string | null
          maintenance_id?: string | null
          note?: string | null
          number: string
          status?: Database['public']['Enums']['damage_case_status']
          updated_at?: string
          vehicle_id: string
        }
        Update: {
          agreed_excess_rappen?: number | null
          charged_rappen?: number
          claim_number?: string | null
          closed_at?: string | null
          company_id?: string
          contract_id?: string | null
          created_at?: string
          estimate_rappen?: number
          excess_rappen?: number | null
          excess_reason?: string | null
          id?: string
          insurer?: string | null
          invoice_id?: string | null
          maintenance_id?: string | null
          note?: string | null
          number?: string
          status?: Database['public']['Enums']['damage_case_status']
          updated_at?: string
          vehicle_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'damage_cases_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'damage_cases_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'damage_cases_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'damage_cases_company_id_maintenance_id_fkey'
            columns: ['company_id', 'maintenance_id']
            isOneToOne: false
            referencedRelation: 'maintenance'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'damage_cases_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      damage_prices: {
        Row: {
          company_id: string
          created_at: string
          id: string
          kind: string
          major_rappen: number | null
          medium_rappen: number | null
          minor_rappen: number | null
          updated_at: string
          view: string | null
        }
        Insert: {
          company_id: string
          created_at?: string
          id?: string
          kind: string
          major_rappen?: number | null
          medium_rappen?: number | null
          minor_rappen?: number | null
          updated_at?: string
          view?: string | null
        }
        Update: {
          company_id?: string
          created_at?: string
          id?: string
          kind?: string
          major_rappen?: number | null
          medium_rappen?: number | null
          minor_rappen?: number | null
          updated_at?: string
          view?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'damage_prices_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      damages: {
        Row: {
          case_id: string | null
          charge_rappen: number
          charge_reason: string | null
          company_id: string
          created_at: string
          handover_id: string
          id: string
          kind: string
          list_rappen: number | null
          note: string | null
          photo_id: string | null
          photo_x: number | null
          photo_y: number | null
          resolved_at: string | null
          severity: string
          updated_at: string
          vehicle_id: string
          view: string
          x: number
          y: number
        }
        Insert: {
          case_id?: string | null
          charge_rappen?: number
          charge_reason?: string | null
          company_id: string
          created_at?: string
          handover_id: string
          id: string
          kind: string
          list_rappen?: number | null
          note?: string | null
          photo_id?: string | null
          photo_x?: number | null
          photo_y?: number | null
          resolved_at?: string | null
          severity: string
          updated_at?: string
          vehicle_id: string
          view: string
          x: number
          y: number
        }
        Update: {
          case_id?: string | null
          charge_rappen?: number
          charge_reason?: string | null
          company_id?: string
          created_at?: string
          handover_id?: string
          id?: string
          kind?: string
          list_rappen?: number | null
          note?: string | null
          photo_id?: string | null
          photo_x?: number | null
          photo_y?: number | null
          resolved_at?: string | null
          severity?: string
          updated_at?: string
          vehicle_id?: string
          view?: string
          x?: number
          y?: number
        }
        Relationships: [
          {
            foreignKeyName: 'damages_company_id_case_id_fkey'
            columns: ['company_id', 'case_id']
            isOneToOne: false
            referencedRelation: 'damage_cases'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'damages_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'damages_company_id_handover_id_fkey'
            columns: ['company_id', 'handover_id']
            isOneToOne: false
            referencedRelation: 'handovers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'damages_company_id_handover_id_photo_id_fkey'
            columns: ['company_id', 'handover_id', 'photo_id']
            isOneToOne: false
            referencedRelation: 'handover_photos'
            referencedColumns: ['company_id', 'handover_id', 'id']
          },
          {
            foreignKeyName: 'damages_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      data_requests: {
        Row: {
          company_id: string
          created_at: string
          customer_id: string
          due_on: string
          id: string
          kind: string
          settled_at: string | null
          settled_by: string | null
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          customer_id: string
          due_on: string
          id?: string
          kind: string
          settled_at?: string | null
          settled_by?: string | null
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          customer_id?: string
          due_on?: string
          id?: string
          kind?: string
          settled_at?: string | null
          settled_by?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'data_requests_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'data_requests_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'data_requests_settled_by_fkey'
            columns: ['settled_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      deposit_holds: {
        Row: {
          by_customer: boolean
          company_id: string
          created_at: string
          deposit_id: string
          expires_at: string | null
          failure: string | null
          id: string
          provider_intent: string | null
          status: string
          updated_at: string
        }
        Insert: {
          by_customer?: boolean
          company_id: string
          created_at?: string
          deposit_id: string
          expires_at?: string | null
          failure?: string | null
          id?: string
          provider_intent?: string | null
          status?: string
          updated_at?: string
        }
        Update: {
          by_customer?: boolean
          company_id?: string
          created_at?: string
          deposit_id?: string
          expires_at?: string | null
          failure?: string | null
          id?: string
          provider_intent?: string | null
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'deposit_holds_company_id_deposit_id_fkey'
            columns: ['company_id', 'deposit_id']
            isOneToOne: false
            referencedRelation: 'deposits'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'deposit_holds_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      deposits: {
        Row: {
          amount_rappen: number
          captured_rappen: number
          company_id: string
          contract_id: string
          created_at: string
          currency: string
          customer_asked_at: string | null
          expires_at: string | null
          failure: string | null
          id: string
          method: Database['public']['Enums']['payment_method']
          payment_id: string | null
          provider_intent: string | null
          status: Database['public']['Enums']['deposit_status']
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          captured_rappen?: number
          company_id: string
          contract_id: string
          created_at?: string
          currency: string
          customer_asked_at?: string | null
          expires_at?: string | null
          failure?: string | null
          id?: string
          method: Database['public']['Enums']['payment_method']
          payment_id?: string | null
          provider_intent?: string | null
          status: Database['public']['Enums']['deposit_status']
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          captured_rappen?: number
          company_id?: string
          contract_id?: string
          created_at?: string
          currency?: string
          customer_asked_at?: string | null
          expires_at?: string | null
          failure?: string | null
          id?: string
          method?: Database['public']['Enums']['payment_method']
          payment_id?: string | null
          provider_intent?: string | null
          status?: Database['public']['Enums']['deposit_status']
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'deposits_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'deposits_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'deposits_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      disputes: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          currency: string
          evidence_due_at: string | null
          fee_rappen: number
          id: string
          opened_at: string
          payment_id: string
          provider_ref: string
          reason: string
          status: string
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          currency: string
          evidence_due_at?: string | null
          fee_rappen?: number
          id?: string
          opened_at: string
          payment_id: string
          provider_ref: string
          reason: string
          status: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          currency?: string
          evidence_due_at?: string | null
          fee_rappen?: number
          id?: string
          opened_at?: string
          payment_id?: string
          provider_ref?: string
          reason?: string
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'disputes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'disputes_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      documents: {
        Row: {
          bytes: number
          company_id: string
          created_at: string
          id: string
          kind: string
          locale: string
          record_id: string
          sha256: string
          storage_path: string
          updated_at: string
        }
        Insert: {
          bytes: number
          company_id: string
          created_at?: string
          id?: string
          kind: string
          locale: string
          record_id: string
          sha256: string
          storage_path: string
          updated_at?: string
        }
        Update: {
          bytes?: number
          company_id?: string
          created_at?: string
          id?: string
          kind?: string
          locale?: string
          record_id?: string
          sha256?: string
          storage_path?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'documents_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      drivers: {
        Row: {
          active: boolean
          birth_date: string | null
          company_id: string
          created_at: string
          customer_id: string
          email: string | null
          first_name: string
          id: string
          last_name: string
          licence_categories: string[]
          licence_codes: string[]
          licence_country: string
          licence_expires_on: string | null
          licence_issued_on: string | null
          licence_number: string | null
          licence_since: Json
          phone: string | null
          updated_at: string
          verified_at: string | null
          verified_by: string | null
        }
        Insert: {
          active?: boolean
          birth_date?: string | null
          company_id: string
          created_at?: string
          customer_id: string
          email?: string | null
          first_name: string
          id?: string
          last_name: string
          licence_categories?: string[]
          licence_codes?: string[]
          licence_country?: string
          licence_expires_on?: string | null
          licence_issued_on?: string | null
          licence_number?: string | null
          licence_since?: Json
          phone?: string | null
          updated_at?: string
          verified_at?: string | null
          verified_by?: string | null
        }
        Update: {
          active?: boolean
          birth_date?: string | null
          company_id?: string
          created_at?: string
          customer_id?: string
          email?: string | null
          first_name?: string
          id?: string
          last_name?: string
          licence_categories?: string[]
          licence_codes?: string[]
          licence_country?: string
          licence_expires_on?: string | null
          licence_issued_on?: string | null
          licence_number?: string | null
          licence_since?: Json
          phone?: string | null
          updated_at?: string
          verified_at?: string | null
          verified_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'drivers_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'drivers_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'drivers_verified_by_fkey'
            columns: ['verified_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      duration_discounts: {
        Row: {
          category_id: string | null
          company_id: string
          created_at: string
          from_days: number
          id: string
          percent: number
          updated_at: string
        }
        Insert: {
          category_id?: string | null
          company_id: string
          created_at?: string
          from_days: number
          id?: string
          percent: number
          updated_at?: string
        }
        Update: {
          category_id?: string | null
          company_id?: string
          created_at?: string
          from_days?: number
          id?: string
          percent?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'duration_discounts_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'duration_discounts_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      evidence_entries: {
        Row: {
          company_id: string
          content_sha256: string
          contract_id: string
          created_at: string
          device_at: string | null
          id: string
          kind: string
          own_sha256: string
          position: number
          previous_sha256: string
          recorded_at: string
          subject_id: string
          updated_at: string
        }
        Insert: {
          company_id: string
          content_sha256: string
          contract_id: string
          created_at?: string
          device_at?: string | null
          id?: string
          kind: string
          own_sha256: string
          position: number
          previous_sha256: string
          recorded_at?: string
          subject_id: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          content_sha256?: string
          contract_id?: string
          created_at?: string
          device_at?: string | null
          id?: string
          kind?: string
          own_sha256?: string
          position?: number
          previous_sha256?: string
          recorded_at?: string
          subject_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'evidence_entries_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'evidence_entries_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      extras: {
        Row: {
          active: boolean
          cap_rappen: number | null
          charge: Database['public']['Enums']['charge_basis']
          code: string
          company_id: string
          created_at: string
          excess_rappen: number | null
          for_driver: boolean
          id: string
          max_quantity: number
          names: Json
          needs_approval: boolean
          offered_later: boolean
          position: number
          price_rappen: number
          stock: number | null
          updated_at: string
        }
        Insert: {
          active?: boolean
          cap_rappen?: number | null
          charge: Database['public']['Enums']['charge_basis']
          code: string
          company_id: string
          created_at?: string
          excess_rappen?: number | null
          for_driver?: boolean
          id?: string
          max_quantity?: number
          names: Json
          needs_approval?: boolean
          offered_later?: boolean
          position?: number
          price_rappen: number
          stock?: number | null
          updated_at?: string
        }
        Update: {
          active?: boolean
          cap_rappen?: number | null
          charge?: Database['public']['Enums']['charge_basis']
          code?: string
          company_id?: string
          created_at?: string
          excess_rappen?: number | null
          for_driver?: boolean
          id?: string
          max_quantity?: number
          names?: Json
          needs_approval?: boolean
          offered_later?: boolean
          position?: number
          price_rappen?: number
          stock?: number | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'extras_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      fees: {
        Row: {
          amount_rappen: number
          below_age: number | null
          cap_rappen: number | null
          company_id: string
          created_at: string
          id: string
          kind: Database['public']['Enums']['fee_kind']
          location_id: string | null
          to_location_id: string | null
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          below_age?: number | null
          cap_rappen?: number | null
          company_id: string
          created_at?: string
          id?: string
          kind: Database['public']['Enums']['fee_kind']
          location_id?: string | null
          to_location_id?: string | null
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          below_age?: number | null
          cap_rappen?: number | null
          company_id?: string
          created_at?: string
          id?: string
          kind?: Database['public']['Enums']['fee_kind']
          location_id?: string | null
          to_location_id?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'fees_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'fees_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'fees_company_id_to_location_id_fkey'
            columns: ['company_id', 'to_location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      form_files: {
        Row: {
          bytes: number
          company_id: string
          content_type: string
          created_at: string
          field: string
          id: string
          kind: string
          purged_at: string | null
          removed: boolean
          sha256: string
          storage_path: string
          submission_id: string
          submitted: boolean
          updated_at: string
        }
        Insert: {
          bytes: number
          company_id: string
          content_type: string
          created_at?: string
          field: string
          id?: string
          kind: string
          purged_at?: string | null
          removed?: boolean
          sha256: string
          storage_path: string
          submission_id: string
          submitted?: boolean
          updated_at?: string
        }
        Update: {
          bytes?: number
          company_id?: string
          content_type?: string
          created_at?: string
          field?: string
          id?: string
          kind?: string
          purged_at?: string | null
          removed?: boolean
          sha256?: string
          storage_path?: string
          submission_id?: string
          submitted?: boolean
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'form_files_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'form_files_company_id_submission_id_fkey'
            columns: ['company_id', 'submission_id']
            isOneToOne: false
            referencedRelation: 'form_submissions'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      form_submissions: {
        Row: {
          answers: Json
          company_id: string
          created_at: string
          draft: Json
          form_id: string
          id: string
          reservation_id: string
          submitted_at: string | null
          updated_at: string
          version: number
        }
        Insert: {
          answers?: Json
          company_id: string
          created_at?: string
          draft?: Json
          form_id: string
          id?: string
          reservation_id: string
          submitted_at?: string | null
          updated_at?: string
          version: number
        }
        Update: {
          answers?: Json
          company_id?: string
          created_at?: string
          draft?: Json
          form_id?: string
          id?: string
          reservation_id?: string
          submitted_at?: string | null
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'form_submissions_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'form_submissions_company_id_form_id_version_fkey'
            columns: ['company_id', 'form_id', 'version']
            isOneToOne: false
            referencedRelation: 'form_versions'
            referencedColumns: ['company_id', 'form_id', 'version']
          },
          {
            foreignKeyName: 'form_submissions_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: true
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      form_versions: {
        Row: {
          company_id: string
          created_at: string
          fields: Json
          form_id: string
          id: string
          titles: Json
          updated_at: string
          version: number
        }
        Insert: {
          company_id: string
          created_at?: string
          fields: Json
          form_id: string
          id?: string
          titles?: Json
          updated_at?: string
          version: number
        }
        Update: {
          company_id?: string
          created_at?: string
          fields?: Json
          form_id?: string
          id?: string
          titles?: Json
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'form_versions_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'form_versions_company_id_form_id_fkey'
            columns: ['company_id', 'form_id']
            isOneToOne: false
            referencedRelation: 'forms'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      forms: {
        Row: {
          active: boolean
          category_ids: string[]
          company_id: string
          created_at: string
          id: string
          languages: string[]
          names: Json
          sources: Database['public']['Enums']['reservation_source'][]
          updated_at: string
          version: number
        }
        Insert: {
          active?: boolean
          category_ids?: string[]
          company_id: string
          created_at?: string
          id?: string
          languages?: string[]
          names: Json
          sources?: Database['public']['Enums']['reservation_source'][]
          updated_at?: string
          version?: number
        }
        Update: {
          active?: boolean
          category_ids?: string[]
          company_id?: string
          created_at?: string
          id?: string
          languages?: string[]
          names?: Json
          sources?: Database['public']['Enums']['reservation_source'][]
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'forms_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      guide_photos: {
        Row: {
          bytes: number
          company_id: string
          created_at: string
          height: number
          id: string
          storage_path: string
          updated_at: string
          width: number
        }
        Insert: {
          bytes: number
          company_id: string
          created_at?: string
          height: number
          id?: string
          storage_path: string
          updated_at?: string
          width: number
        }
        Update: {
          bytes?: number
          company_id?: string
          created_at?: string
          height?: number
          id?: string
          storage_path?: string
          updated_at?: string
          width?: number
        }
        Relationships: [
          {
            foreignKeyName: 'guide_photos_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      guides: {
        Row: {
          active: boolean
          category_ids: string[]
          company_id: string
          created_at: string
          id: string
          names: Json
          sections: Json
          updated_at: string
        }
        Insert: {
          active?: boolean
          category_ids?: string[]
          company_id: string
          created_at?: string
          id?: string
          names: Json
          sections: Json
          updated_at?: string
        }
        Update: {
          active?: boolean
          category_ids?: string[]
          company_id?: string
          created_at?: string
          id?: string
          names?: Json
          sections?: Json
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'guides_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      handover_photos: {
        Row: {
          bytes: number
          company_id: string
          created_at: string
          driver_id: string | null
          handover_id: string
          height: number
          id: string
          position: string
          purged_at: string | null
          sha256: string
          storage_path: string
          taken_at: string
          thumbnail_path: string
          updated_at: string
          width: number
        }
        Insert: {
          bytes: number
          company_id: string
          created_at?: string
          driver_id?: string | null
          handover_id: string
          height: number
          id: string
          position: string
          purged_at?: string | null
          sha256: string
          storage_path: string
          taken_at: string
          thumbnail_path: string
          updated_at?: string
          width: number
        }
        Update: {
          bytes?: number
          company_id?: string
          created_at?: string
          driver_id?: string | null
          handover_id?: string
          height?: number
          id?: string
          position?: string
          purged_at?: string | null
          sha256?: string
          storage_path?: string
          taken_at?: string
          thumbnail_path?: string
          updated_at?: string
          width?: number
        }
        Relationships: [
          {
            foreignKeyName: 'handover_photos_company_id_driver_id_fkey'
            columns: ['company_id', 'driver_id']
            isOneToOne: false
            referencedRelation: 'drivers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'handover_photos_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'handover_photos_company_id_handover_id_fkey'
            columns: ['company_id', 'handover_id']
            isOneToOne: false
            referencedRelation: 'handovers'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      handover_steps: {
        Row: {
          clock_offset_ms: number | null
          company_id: string
          created_at: string
          device_at: string
          device_id: string
          handover_id: string
          happened_at: string
          id: string
          kind: string
          nth: number
          performed_by: string
          received: number
          updated_at: string
        }
        Insert: {
          clock_offset_ms?: number | null
          company_id: string
          created_at?: string
          device_at: string
          device_id: string
          handover_id: string
          happened_at: string
          id: string
          kind: string
          nth: number
          performed_by: string
          updated_at?: string
        }
        Update: {
          clock_offset_ms?: number | null
          company_id?: string
          created_at?: string
          device_at?: string
          device_id?: string
          handover_id?: string
          happened_at?: string
          id?: string
          kind?: string
          nth?: number
          performed_by?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'handover_steps_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'handover_steps_company_id_handover_id_fkey'
            columns: ['company_id', 'handover_id']
            isOneToOne: false
            referencedRelation: 'handovers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'handover_steps_performed_by_fkey'
            columns: ['performed_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      handovers: {
        Row: {
          change_id: string | null
          checklist: Json
          clean: boolean | null
          company_id: string
          completed_at: string | null
          contract_id: string
          created_at: string
          device_at: string | null
          fuel_percent: number | null
          id: string
          kind: Database['public']['Enums']['handover_kind']
          notes: string | null
          odometer_km: number | null
          performed_by: string
          received_at: string | null
          updated_at: string
          vehicle_id: string | null
        }
        Insert: {
          change_id?: string | null
          checklist?: Json
          clean?: boolean | null
          company_id: string
          completed_at?: string | null
          contract_id: string
          created_at?: string
          device_at?: string | null
          fuel_percent?: number | null
          id?: string
          kind: Database['public']['Enums']['handover_kind']
          notes?: string | null
          odometer_km?: number | null
          performed_by: string
          received_at?: string | null
          updated_at?: string
          vehicle_id?: string | null
        }
        Update: {
          change_id?: string | null
          checklist?: Json
          clean?: boolean | null
          company_id?: string
          completed_at?: string | null
          contract_id?: string
          created_at?: string
          device_at?: string | null
          fuel_percent?: number | null
          id?: string
          kind?: Database['public']['Enums']['handover_kind']
          notes?: string | null
          odometer_km?: number | null
          performed_by?: string
          received_at?: string | null
          updated_at?: string
          vehicle_id?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'handovers_company_id_change_id_fkey'
            columns: ['company_id', 'change_id']
            isOneToOne: false
            referencedRelation: 'reservation_changes'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'handovers_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'handovers_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'handovers_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'handovers_performed_by_fkey'
            columns: ['performed_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      idempotency_keys: {
        Row: {
          company_id: string
          created_at: string
          key: string
          operation: string
          request_hash: string
          response: Json | null
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          key: string
          operation: string
          request_hash: string
          response?: Json | null
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          key?: string
          operation?: string
          request_hash?: string
          response?: Json | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'idempotency_keys_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      invitations: {
        Row: {
          accepted_at: string | null
          company_id: string
          created_at: string
          email: string
          expires_at: string
          id: string
          invited_by: string
          revoked_at: string | null
          role: Database['public']['Enums']['company_role']
          token_hash: string
          updated_at: string
        }
        Insert: {
          accepted_at?: string | null
          company_id: string
          created_at?: string
          email: string
          expires_at?: string
          id?: string
          invited_by: string
          revoked_at?: string | null
          role: Database['public']['Enums']['company_role']
          token_hash: string
          updated_at?: string
        }
        Update: {
          accepted_at?: string | null
          company_id?: string
          created_at?: string
          email?: string
          expires_at?: string
          id?: string
          invited_by?: string
          revoked_at?: string | null
          role?: Database['public']['Enums']['company_role']
          token_hash?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'invitations_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'invitations_invited_by_fkey'
            columns: ['invited_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      invoice_lines: {
        Row: {
          amount_rappen: number
          billing_id: string | null
          code: string
          company_id: string
          created_at: string
          id: string
          invoice_id: string
          kind: string
          names: Json | null
          part: Json | null
          position: number
          quantity: number
          unit_rappen: number
          updated_at: string
          vat_bp: number
        }
        Insert: {
          amount_rappen: number
          billing_id?: string | null
          code: string
          company_id: string
          created_at?: string
          id?: string
          invoice_id: string
          kind: string
          names?: Json | null
          part?: Json | null
          position: number
          quantity: number
          unit_rappen: number
          updated_at?: string
          vat_bp: number
        }
        Update: {
          amount_rappen?: number
          billing_id?: string | null
          code?: string
          company_id?: string
          created_at?: string
          id?: string
          invoice_id?: string
          kind?: string
          names?: Json | null
          part?: Json | null
          position?: number
          quantity?: number
          unit_rappen?: number
          updated_at?: string
          vat_bp?: number
        }
        Relationships: [
          {
            foreignKeyName: 'invoice_lines_company_id_billing_id_fkey'
            columns: ['company_id', 'billing_id']
            isOneToOne: false
            referencedRelation: 'contract_billings'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'invoice_lines_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'invoice_lines_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      invoice_links: {
        Row: {
          company_id: string
          created_at: string
          expires_at: string
          id: string
          invoice_id: string
          token_hash: string
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          expires_at: string
          id?: string
          invoice_id: string
          token_hash: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          expires_at?: string
          id?: string
          invoice_id?: string
          token_hash?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'invoice_links_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'invoice_links_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: true
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      invoice_reminders: {
        Row: {
          company_id: string
          created_at: string
          fee_rappen: number
          id: string
          invoice_id: string
          level: number
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          fee_rappen: number
          id?: string
          invoice_id: string
          level: number
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          fee_rappen?: number
          id?: string
          invoice_id?: string
          level?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'invoice_reminders_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'invoice_reminders_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      invoices: {
        Row: {
          company_id: string
          contract_id: string | null
          created_at: string
          credited_rappen: number
          creditor: Json
          currency: string
          customer_id: string
          debtor: Json
          due_on: string | null
          due_rappen: number
          fees_rappen: number
          id: string
          issued_on: string | null
          locale: string
          number: string | null
          paid_rappen: number
          reference: string | null
          service_from: string
          service_to: string
          status: Database['public']['Enums']['invoice_status']
          total_rappen: number
          updated_at: string
          vat: Json
        }
        Insert: {
          company_id: string
          contract_id?: string | null
          created_at?: string
          credited_rappen?: number
          creditor: Json
          currency: string
          customer_id: string
          debtor: Json
          due_on?: string | null
          fees_rappen?: number
          id?: string
          issued_on?: string | null
          locale: string
          number?: string | null
          paid_rappen?: number
          reference?: string | null
          service_from: string
          service_to: string
          status?: Database['public']['Enums']['invoice_status']
          total_rappen: number
          updated_at?: string
          vat: Json
        }
        Update: {
          company_id?: string
          contract_id?: string | null
          created_at?: string
          credited_rappen?: number
          creditor?: Json
          currency?: string
          customer_id?: string
          debtor?: Json
          due_on?: string | null
          fees_rappen?: number
          id?: string
          issued_on?: string | null
          locale?: string
          number?: string | null
          paid_rappen?: number
          reference?: string | null
          service_from?: string
          service_to?: string
          status?: Database['public']['Enums']['invoice_status']
          total_rappen?: number
          updated_at?: string
          vat?: Json
        }
        Relationships: [
          {
            foreignKeyName: 'invoices_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'invoices_company_id_currency_fkey'
            columns: ['company_id', 'currency']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id', 'currency']
          },
          {
            foreignKeyName: 'invoices_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      ledger_entries: {
        Row: {
          account: string
          amount_rappen: number
          booked_at: string
          cash_on: string | null
          company_id: string
          currency: string
          id: number
          leg: string
          location_id: string | null
          source_id: string
          source_kind: string
          transaction_id: string
        }
        Insert: {
          account: string
          amount_rappen: number
          booked_at?: string
          cash_on?: string | null
          company_id: string
          currency: string
          leg: string
          location_id?: string | null
          source_id: string
          source_kind: string
          transaction_id: string
        }
        Update: {
          account?: string
          amount_rappen?: number
          booked_at?: string
          cash_on?: string | null
          company_id?: string
          currency?: string
          leg?: string
          location_id?: string | null
          source_id?: string
          source_kind?: string
          transaction_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'ledger_entries_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'ledger_entries_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      licence_checks: {
        Row: {
          categories: string[]
          checked_at: string
          checked_by: string
          codes: string[]
          company_id: string
          contract_id: string
          created_at: string
          driver_id: string
          expires_on: string
          findings: string[]
          id: string
          updated_at: string
        }
        Insert: {
          categories: string[]
          checked_at?: string
          checked_by: string
          codes: string[]
          company_id: string
          contract_id: string
          created_at?: string
          driver_id: string
          expires_on: string
          findings: string[]
          id?: string
          updated_at?: string
        }
        Update: {
          categories?: string[]
          checked_at?: string
          checked_by?: string
          codes?: string[]
          company_id?: string
          contract_id?: string
          created_at?: string
          driver_id?: string
          expires_on?: string
          findings?: string[]
          id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'licence_checks_checked_by_fkey'
            columns: ['checked_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
          {
            foreignKeyName: 'licence_checks_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'licence_checks_company_id_driver_id_fkey'
            columns: ['company_id', 'driver_id']
            isOneToOne: false
            referencedRelation: 'drivers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'licence_checks_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      locations: {
        Row: {
          active: boolean
          company_id: string
          created_at: string
          house_number: string | null
          id: string
          key_box: boolean
          key_box_code: string | null
          key_box_instructions: string | null
          latitude: number | null
          longitude: number | null
          name: string
          opening_hours: Json
          phone: string | null
          point_by_hand: boolean
          postal_code: string | null
          street: string | null
          town: string | null
          updated_at: string
        }
        Insert: {
          active?: boolean
          company_id: string
          created_at?: string
          house_number?: string | null
          id?: string
          key_box?: boolean
          key_box_code?: string | null
          key_box_instructions?: string | null
          latitude?: number | null
          longitude?: number | null
          name: string
          opening_hours?: Json
          phone?: string | null
          point_by_hand?: boolean
          postal_code?: string | null
          street?: string | null
          town?: string | null
          updated_at?: string
        }
        Update: {
          active?: boolean
          company_id?: string
          created_at?: string
          house_number?: string | null
          id?: string
          key_box?: boolean
          key_box_code?: string | null
          key_box_instructions?: string | null
          latitude?: number | null
          longitude?: number | null
          name?: string
          opening_hours?: Json
          phone?: string | null
          point_by_hand?: boolean
          postal_code?: string | null
          street?: string | null
          town?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'locations_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      maintenance: {
        Row: {
          company_id: string
          cost_rappen: number | null
          created_at: string
          due_km: number | null
          ends_at: string | null
          finished_at: string | null
          happens_at: string
          id: string
          kind: Database['public']['Enums']['maintenance_kind']
          note: string | null
          odometer_km: number | null
          started_at: string | null
          starts_at: string | null
          status: Database['public']['Enums']['maintenance_status']
          updated_at: string
          vehicle_id: string
          was_dirty: boolean
          workshop: string | null
        }
        Insert: {
          company_id: string
          cost_rappen?: number | null
          created_at?: string
          due_km?: number | null
          ends_at?: string | null
          finished_at?: string | null
          id?: string
          kind: Database['public']['Enums']['maintenance_kind']
          note?: string | null
          odometer_km?: number | null
          started_at?: string | null
          starts_at?: string | null
          status?: Database['public']['Enums']['maintenance_status']
          updated_at?: string
          vehicle_id: string
          was_dirty?: boolean
          workshop?: string | null
        }
        Update: {
          company_id?: string
          cost_rappen?: number | null
          created_at?: string
          due_km?: number | null
          ends_at?: string | null
          finished_at?: string | null
          id?: string
          kind?: Database['public']['Enums']['maintenance_kind']
          note?: string | null
          odometer_km?: number | null
          started_at?: string | null
          starts_at?: string | null
          status?: Database['public']['Enums']['maintenance_status']
          updated_at?: string
          vehicle_id?: string
          was_dirty?: boolean
          workshop?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'maintenance_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'maintenance_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      memberships: {
        Row: {
          active: boolean
          company_id: string
          created_at: string
          role: Database['public']['Enums']['company_role']
          updated_at: string
          user_id: string
        }
        Insert: {
          active?: boolean
          company_id: string
          created_at?: string
          role: Database['public']['Enums']['company_role']
          updated_at?: string
          user_id: string
        }
        Update: {
          active?: boolean
          company_id?: string
          created_at?: string
          role?: Database['public']['Enums']['company_role']
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'memberships_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'memberships_user_id_fkey'
            columns: ['user_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      message_files: {
        Row: {
          added_by: string | null
          bytes: number | null
          company_id: string
          content_type: string | null
          created_at: string
          customer_id: string
          id: string
          message_id: string | null
          name: string | null
          refusal: string | null
          source: Json | null
          status: string
          storage_path: string | null
          thumbnail_path: string | null
          updated_at: string
        }
        Insert: {
          added_by?: string | null
          bytes?: number | null
          company_id: string
          content_type?: string | null
          created_at?: string
          customer_id: string
          id?: string
          message_id?: string | null
          name?: string | null
          refusal?: string | null
          source?: Json | null
          status: string
          storage_path?: string | null
          thumbnail_path?: string | null
          updated_at?: string
        }
        Update: {
          added_by?: string | null
          bytes?: number | null
          company_id?: string
          content_type?: string | null
          created_at?: string
          customer_id?: string
          id?: string
          message_id?: string | null
          name?: string | null
          refusal?: string | null
          source?: Json | null
          status?: string
          storage_path?: string | null
          thumbnail_path?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'message_files_added_by_fkey'
            columns: ['added_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
          {
            foreignKeyName: 'message_files_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'message_files_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'message_files_company_id_message_id_fkey'
            columns: ['company_id', 'message_id']
            isOneToOne: false
            referencedRelation: 'messages'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      message_templates: {
        Row: {
          channel: string
          company_id: string
          created_at: string
          event: string
          id: string
          language: string
          texts: Json
          updated_at: string
        }
        Insert: {
          channel: string
          company_id: string
          created_at?: string
          event: string
          id?: string
          language: string
          texts: Json
          updated_at?: string
        }
        Update: {
          channel?: string
          company_id?: string
          created_at?: string
          event?: string
          id?: string
          language?: string
          texts?: Json
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'message_templates_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      messages: {
        Row: {
          author_id: string | null
          body: string
          channel: string
          company_id: string
          created_at: string
          customer_id: string | null
          direction: string
          error: string | null
          id: string
          mail_id: string | null
          outbox_id: string | null
          provider_ref: string | null
          read_at: string | null
          recipient: string
          reservation_id: string | null
          settled_at: string | null
          status: string
          subject: string | null
          template: string
          updated_at: string
        }
        Insert: {
          author_id?: string | null
          body: string
          channel: string
          company_id: string
          created_at?: string
          customer_id?: string | null
          direction?: string
          error?: string | null
          id?: string
          mail_id?: string | null
          outbox_id?: string | null
          provider_ref?: string | null
          read_at?: string | null
          recipient: string
          reservation_id?: string | null
          settled_at?: string | null
          status?: string
          subject?: string | null
          template: string
          updated_at?: string
        }
        Update: {
          author_id?: string | null
          body?: string
          channel?: string
          company_id?: string
          created_at?: string
          customer_id?: string | null
          direction?: string
          error?: string | null
          id?: string
          mail_id?: string | null
          outbox_id?: string | null
          provider_ref?: string | null
          read_at?: string | null
          recipient?: string
          reservation_id?: string | null
          settled_at?: string | null
          status?: string
          subject?: string | null
          template?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'messages_author_id_fkey'
            columns: ['author_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
          {
            foreignKeyName: 'messages_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'messages_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'messages_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      model_photos: {
        Row: {
          company_id: string
          created_at: string
          file: string
          height: number
          id: string
          make: string
          model: string
          updated_at: string
          width: number
        }
        Insert: {
          company_id: string
          created_at?: string
          file: string
          height: number
          id?: string
          make: string
          model: string
          updated_at?: string
          width: number
        }
        Update: {
          company_id?: string
          created_at?: string
          file?: string
          height?: number
          id?: string
          make?: string
          model?: string
          updated_at?: string
          width?: number
        }
        Relationships: [
          {
            foreignKeyName: 'model_photos_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      number_sequences: {
        Row: {
          company_id: string
          created_at: string
          kind: string
          last_number: number
          updated_at: string
          year: number
        }
        Insert: {
          company_id: string
          created_at?: string
          kind: string
          last_number?: number
          updated_at?: string
          year: number
        }
        Update: {
          company_id?: string
          created_at?: string
          kind?: string
          last_number?: number
          updated_at?: string
          year?: number
        }
        Relationships: [
          {
            foreignKeyName: 'number_sequences_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      odometer_readings: {
        Row: {
          company_id: string
          created_at: string
          id: string
          km: number
          nth: number
          reason: string | null
          recorded_at: string
          recorded_by: string | null
          source: string
          source_id: string | null
          updated_at: string
          vehicle_id: string
        }
        Insert: {
          company_id: string
          created_at?: string
          id?: string
          km: number
          reason?: string | null
          recorded_at?: string
          recorded_by?: string | null
          source: string
          source_id?: string | null
          updated_at?: string
          vehicle_id: string
        }
        Update: {
          company_id?: string
          created_at?: string
          id?: string
          km?: number
          reason?: string | null
          recorded_at?: string
          recorded_by?: string | null
          source?: string
          source_id?: string | null
          updated_at?: string
          vehicle_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'odometer_readings_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'odometer_readings_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      outbox: {
        Row: {
          attempts: number
          company_id: string
          created_at: string
          done_at: string | null
          id: string
          key: string
          last_error: string | null
          locked_until: string | null
          payload: Json
          request_id: string | null
          run_at: string
          status: string
          topic: string
          updated_at: string
        }
        Insert: {
          attempts?: number
          company_id: string
          created_at?: string
          done_at?: string | null
          id?: string
          key: string
          last_error?: string | null
          locked_until?: string | null
          payload?: Json
          request_id?: string | null
          run_at?: string
          status?: string
          topic: string
          updated_at?: string
        }
        Update: {
          attempts?: number
          company_id?: string
          created_at?: string
          done_at?: string | null
          id?: string
          key?: string
          last_error?: string | null
          locked_until?: string | null
          payload?: Json
          request_id?: string | null
          run_at?: string
          status?: string
          topic?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'outbox_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      payments: {
        Row: {
          amount_rappen: number
          bank_entry_id: string | null
          card_brand: string | null
          card_last4: string | null
          company_id: string
          created_at: string
          currency: string
          customer_id: string
          failure: string | null
          id: string
          invoice_id: string | null
          location_id: string | null
          method: Database['public']['Enums']['payment_method']
          off_session: boolean
          provider_charge: string | null
          provider_intent: string | null
          provider_session: string | null
          purpose: string
          received_on: string | null
          refunded_rappen: number
          reservation_id: string | null
          settled_at: string | null
          status: Database['public']['Enums']['payment_status']
          tipped_invoice_id: string | null
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          bank_entry_id?: string | null
          card_brand?: string | null
          card_last4?: string | null
          company_id: string
          created_at?: string
          currency: string
          customer_id: string
          failure?: string | null
          id?: string
          invoice_id?: string | null
          location_id?: string | null
          method: Database['public']['Enums']['payment_method']
          off_session?: boolean
          provider_charge?: string | null
          provider_intent?: string | null
          provider_session?: string | null
          purpose: string
          received_on?: string | null
          refunded_rappen?: number
          reservation_id?: string | null
          settled_at?: string | null
          status?: Database['public']['Enums']['payment_status']
          tipped_invoice_id?: string | null
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          bank_entry_id?: string | null
          card_brand?: string | null
          card_last4?: string | null
          company_id?: string
          created_at?: string
          currency?: string
          customer_id?: string
          failure?: string | null
          id?: string
          invoice_id?: string | null
          location_id?: string | null
          method?: Database['public']['Enums']['payment_method']
          off_session?: boolean
          provider_charge?: string | null
          provider_intent?: string | null
          provider_session?: string | null
          purpose?: string
          received_on?: string | null
          refunded_rappen?: number
          reservation_id?: string | null
          settled_at?: string | null
          status?: Database['public']['Enums']['payment_status']
          tipped_invoice_id?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'payments_company_id_bank_entry_id_fkey'
            columns: ['company_id', 'bank_entry_id']
            isOneToOne: false
            referencedRelation: 'bank_entries'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'payments_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'payments_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'payments_company_id_invoice_id_fkey'
            columns: ['company_id', 'invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'payments_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'payments_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'payments_company_id_tipped_invoice_id_fkey'
            columns: ['company_id', 'tipped_invoice_id']
            isOneToOne: false
            referencedRelation: 'invoices'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      payouts: {
        Row: {
          amount_rappen: number
          arrives_on: string
          bank_entry_id: string | null
          company_id: string
          created_at: string
          currency: string
          failure: string | null
          id: string
          paid_out_at: string
          provider_ref: string
          status: string
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          arrives_on: string
          bank_entry_id?: string | null
          company_id: string
          created_at?: string
          currency: string
          failure?: string | null
          id?: string
          paid_out_at: string
          provider_ref: string
          status: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          arrives_on?: string
          bank_entry_id?: string | null
          company_id?: string
          created_at?: string
          currency?: string
          failure?: string | null
          id?: string
          paid_out_at?: string
          provider_ref?: string
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'payouts_company_id_bank_entry_id_fkey'
            columns: ['company_id', 'bank_entry_id']
            isOneToOne: true
            referencedRelation: 'bank_entries'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'payouts_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      plan_limits: {
        Row: {
          limit_amount: number | null
          plan: Database['public']['Enums']['plan_name']
          resource: string
        }
        Insert: {
          limit_amount?: number | null
          plan: Database['public']['Enums']['plan_name']
          resource: string
        }
        Update: {
          limit_amount?: number | null
          plan?: Database['public']['Enums']['plan_name']
          resource?: string
        }
        Relationships: []
      }
      profiles: {
        Row: {
          created_at: string
          email: string
          full_name: string
          locale: string
          selected_company_id: string | null
          updated_at: string
          user_id: string
        }
        Insert: {
          created_at?: string
          email: string
          full_name: string
          locale?: string
          selected_company_id?: string | null
          updated_at?: string
          user_id: string
        }
        Update: {
          created_at?: string
          email?: string
          full_name?: string
          locale?: string
          selected_company_id?: string | null
          updated_at?: string
          user_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'profiles_selected_company_id_fkey'
            columns: ['selected_company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      promo_codes: {
        Row: {
          active: boolean
          amount_rappen: number | null
          bookable_from: string | null
          bookable_until: string | null
          category_id: string | null
          code: string
          company_id: string
          created_at: string
          id: string
          minimum_rappen: number
          percent: number | null
          service_from: string | null
          service_until: string | null
          updated_at: string
          use_limit: number | null
        }
        Insert: {
          active?: boolean
          amount_rappen?: number | null
          bookable_from?: string | null
          bookable_until?: string | null
          category_id?: string | null
          code: string
          company_id: string
          created_at?: string
          id?: string
          minimum_rappen?: number
          percent?: number | null
          service_from?: string | null
          service_until?: string | null
          updated_at?: string
          use_limit?: number | null
        }
        Update: {
          active?: boolean
          amount_rappen?: number | null
          bookable_from?: string | null
          bookable_until?: string | null
          category_id?: string | null
          code?: string
          company_id?: string
          created_at?: string
          id?: string
          minimum_rappen?: number
          percent?: number | null
          service_from?: string | null
          service_until?: string | null
          updated_at?: string
          use_limit?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'promo_codes_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'promo_codes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      rates: {
        Row: {
          category_id: string
          company_id: string
          created_at: string
          daily_rappen: number
          extra_km_rappen: number
          hourly_rappen: number | null
          id: string
          included_km_per_day: number
          monthly_rappen: number | null
          updated_at: string
          vehicle_id: string | null
          weekly_rappen: number | null
        }
        Insert: {
          category_id: string
          company_id: string
          created_at?: string
          daily_rappen: number
          extra_km_rappen?: number
          hourly_rappen?: number | null
          id?: string
          included_km_per_day?: number
          monthly_rappen?: number | null
          updated_at?: string
          vehicle_id?: string | null
          weekly_rappen?: number | null
        }
        Update: {
          category_id?: string
          company_id?: string
          created_at?: string
          daily_rappen?: number
          extra_km_rappen?: number
          hourly_rappen?: number | null
          id?: string
          included_km_per_day?: number
          monthly_rappen?: number | null
          updated_at?: string
          vehicle_id?: string | null
          weekly_rappen?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'rates_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'rates_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'rates_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      refunds: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          id: string
          payment_id: string
          provider_ref: string | null
          reason: string
          status: string
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          id?: string
          payment_id: string
          provider_ref?: string | null
          reason: string
          status?: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          id?: string
          payment_id?: string
          provider_ref?: string | null
          reason?: string
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'refunds_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'refunds_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      reservation_accounts: {
        Row: {
          company_id: string
          cost_centre_id: string | null
          created_at: string
          driver_id: string | null
          firm_pays: string | null
          firm_share_percent: number | null
          id: string
          payment_terms_days: number | null
          purchase_order: string | null
          reservation_id: string
          updated_at: string
        }
        Insert: {
          company_id: string
          cost_centre_id?: string | null
          created_at?: string
          driver_id?: string | null
          firm_pays?: string | null
          firm_share_percent?: number | null
          id?: string
          payment_terms_days?: number | null
          purchase_order?: string | null
          reservation_id: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          cost_centre_id?: string | null
          created_at?: string
          driver_id?: string | null
          firm_pays?: string | null
          firm_share_percent?: number | null
          id?: string
          payment_terms_days?: number | null
          purchase_order?: string | null
          reservation_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'reservation_accounts_company_id_cost_centre_id_fkey'
            columns: ['company_id', 'cost_centre_id']
            isOneToOne: false
            referencedRelation: 'cost_centres'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_accounts_company_id_driver_id_fkey'
            columns: ['company_id', 'driver_id']
            isOneToOne: false
            referencedRelation: 'drivers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_accounts_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'reservation_accounts_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: true
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      reservation_changes: {
        Row: {
          after: Json
          before: Json
          changed_by: string | null
          company_id: string
          contract_id: string | null
          created_at: string
          driver_id: string | null
          group_id: string
          id: string
          notified: boolean
          refund_rappen: number
          refunded_rappen: number | null
          reservation_id: string
          undone_at: string | null
          undone_by: string | null
          updated_at: string
          version: number
        }
        Insert: {
          after: Json
          before: Json
          changed_by?: string | null
          company_id: string
          contract_id?: string | null
          created_at?: string
          driver_id?: string | null
          group_id: string
          id?: string
          notified: boolean
          refund_rappen?: number
          refunded_rappen?: number | null
          reservation_id: string
          undone_at?: string | null
          undone_by?: string | null
          updated_at?: string
          version: number
        }
        Update: {
          after?: Json
          before?: Json
          changed_by?: string | null
          company_id?: string
          contract_id?: string | null
          created_at?: string
          driver_id?: string | null
          group_id?: string
          id?: string
          notified?: boolean
          refund_rappen?: number
          refunded_rappen?: number | null
          reservation_id?: string
          undone_at?: string | null
          undone_by?: string | null
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'reservation_changes_changed_by_fkey'
            columns: ['changed_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
          {
            foreignKeyName: 'reservation_changes_company_id_contract_id_fkey'
            columns: ['company_id', 'contract_id']
            isOneToOne: false
            referencedRelation: 'contracts'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_changes_company_id_driver_id_fkey'
            columns: ['company_id', 'driver_id']
            isOneToOne: false
            referencedRelation: 'drivers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_changes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'reservation_changes_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_changes_undone_by_fkey'
            columns: ['undone_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      reservation_extras: {
        Row: {
          company_id: string
          created_at: string
          extra_id: string
          id: string
          quantity: number
          reservation_id: string
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          extra_id: string
          id?: string
          quantity: number
          reservation_id: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          extra_id?: string
          id?: string
          quantity?: number
          reservation_id?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'reservation_extras_company_id_extra_id_fkey'
            columns: ['company_id', 'extra_id']
            isOneToOne: false
            referencedRelation: 'extras'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_extras_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'reservation_extras_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      reservation_notes: {
        Row: {
          company_id: string
          created_at: string
          id: string
          reservation_id: string
          text: string
          updated_at: string
          written_by: string | null
        }
        Insert: {
          company_id: string
          created_at?: string
          id?: string
          reservation_id: string
          text: string
          updated_at?: string
          written_by?: string | null
        }
        Update: {
          company_id?: string
          created_at?: string
          id?: string
          reservation_id?: string
          text?: string
          updated_at?: string
          written_by?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'reservation_notes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'reservation_notes_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservation_notes_written_by_fkey'
            columns: ['written_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      reservations: {
        Row: {
          booking_deposit_rappen: number
          cancellation_fee_rappen: number
          cancellation_policy: Json
          cancelled_at: string | null
          category_id: string
          company_id: string
          confirmed_at: string | null
          created_at: string
          currency: string
          customer_id: string
          ends_at: string
          id: string
          locale: string
          no_show_fee_percent: number
          notes: string | null
          number: string
          pickup_location_id: string
          price: Json
          promo_code_id: string | null
          return_location_id: string
          source: Database['public']['Enums']['reservation_source']
          starts_at: string
          status: Database['public']['Enums']['reservation_status']
          tags: string[]
          tariff_id: string | null
          terms_version: number
          total_rappen: number
          updated_at: string
          vehicle_fixed: boolean
          vehicle_id: string
          version: number
          wanted_equipment: Database['public']['Enums']['equipment'][]
        }
        Insert: {
          booking_deposit_rappen: number
          cancellation_fee_rappen?: number
          cancellation_policy?: Json
          cancelled_at?: string | null
          category_id: string
          company_id: string
          confirmed_at?: string | null
          created_at?: string
          currency: string
          customer_id: string
          ends_at: string
          id?: string
          locale?: string
          no_show_fee_percent?: number
          notes?: string | null
          number: string
          pickup_location_id: string
          price: Json
          return_location_id: string
          source: Database['public']['Enums']['reservation_source']
          starts_at: string
          status?: Database['public']['Enums']['reservation_status']
          tags?: string[]
          terms_version: number
          total_rappen: number
          updated_at?: string
          vehicle_fixed?: boolean
          vehicle_id: string
          version?: number
          wanted_equipment?: Database['public']['Enums']['equipment'][]
        }
        Update: {
          booking_deposit_rappen?: number
          cancellation_fee_rappen?: number
          cancellation_policy?: Json
          cancelled_at?: string | null
          category_id?: string
          company_id?: string
          confirmed_at?: string | null
          created_at?: string
          currency?: string
          customer_id?: string
          ends_at?: string
          id?: string
          locale?: string
          no_show_fee_percent?: number
          notes?: string | null
          number?: string
          pickup_location_id?: string
          price?: Json
          return_location_id?: string
          source?: Database['public']['Enums']['reservation_source']
          starts_at?: string
          status?: Database['public']['Enums']['reservation_status']
          tags?: string[]
          terms_version?: number
          total_rappen?: number
          updated_at?: string
          vehicle_fixed?: boolean
          vehicle_id?: string
          version?: number
          wanted_equipment?: Database['public']['Enums']['equipment'][]
        }
        Relationships: [
          {
            foreignKeyName: 'reservations_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservations_company_id_currency_fkey'
            columns: ['company_id', 'currency']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id', 'currency']
          },
          {
            foreignKeyName: 'reservations_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservations_company_id_pickup_location_id_fkey'
            columns: ['company_id', 'pickup_location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservations_company_id_promo_code_id_fkey'
            columns: ['company_id', 'promo_code_id']
            isOneToOne: false
            referencedRelation: 'promo_codes'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservations_company_id_return_location_id_fkey'
            columns: ['company_id', 'return_location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'reservations_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      resources: {
        Row: {
          company_id: string
          created_at: string
          id: string
          kind: string
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          id?: string
          kind: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          id?: string
          kind?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'resources_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      role_permissions: {
        Row: {
          permission: string
          role: Database['public']['Enums']['company_role']
          scope: string
        }
        Insert: {
          permission: string
          role: Database['public']['Enums']['company_role']
          scope?: string
        }
        Update: {
          permission?: string
          role?: Database['public']['Enums']['company_role']
          scope?: string
        }
        Relationships: []
      }
      saved_views: {
        Row: {
          company_id: string
          created_at: string
          id: string
          list: string
          name: string
          owner_id: string
          query: string
          shared: boolean
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          id?: string
          list: string
          name: string
          owner_id?: string
          query: string
          shared?: boolean
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          id?: string
          list?: string
          name?: string
          owner_id?: string
          query?: string
          shared?: boolean
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'saved_views_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'saved_views_owner_id_fkey'
            columns: ['owner_id']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      seasons: {
        Row: {
          category_id: string | null
          company_id: string
          created_at: string
          daily_rappen: number | null
          ends_on: string
          hourly_rappen: number | null
          id: string
          minimum_days: number | null
          monthly_rappen: number | null
          names: Json
          percent: number | null
          starts_on: string
          updated_at: string
          weekly_rappen: number | null
        }
        Insert: {
          category_id?: string | null
          company_id: string
          created_at?: string
          daily_rappen?: number | null
          ends_on: string
          hourly_rappen?: number | null
          id?: string
          minimum_days?: number | null
          monthly_rappen?: number | null
          names: Json
          percent?: number | null
          starts_on: string
          updated_at?: string
          weekly_rappen?: number | null
        }
        Update: {
          category_id?: string | null
          company_id?: string
          created_at?: string
          daily_rappen?: number | null
          ends_on?: string
          hourly_rappen?: number | null
          id?: string
          minimum_days?: number | null
          monthly_rappen?: number | null
          names?: Json
          percent?: number | null
          starts_on?: string
          updated_at?: string
          weekly_rappen?: number | null
        }
        Relationships: [
          {
            foreignKeyName: 'seasons_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'seasons_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      signatures: {
        Row: {
          company_id: string
          created_at: string
          device_at: string | null
          document_sha256: string
          handover_id: string
          id: string
          image_path: string
          image_sha256: string
          ip: string | null
          name: string
          received_at: string
          signed_at: string
          signer: string
          updated_at: string
          user_agent: string | null
        }
        Insert: {
          company_id: string
          created_at?: string
          device_at?: string | null
          document_sha256: string
          handover_id: string
          id?: string
          image_path: string
          image_sha256: string
          ip?: string | null
          name: string
          received_at?: string
          signed_at?: string
          signer: string
          updated_at?: string
          user_agent?: string | null
        }
        Update: {
          company_id?: string
          created_at?: string
          device_at?: string | null
          document_sha256?: string
          handover_id?: string
          id?: string
          image_path?: string
          image_sha256?: string
          ip?: string | null
          name?: string
          received_at?: string
          signed_at?: string
          signer?: string
          updated_at?: string
          user_agent?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'signatures_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'signatures_company_id_handover_id_fkey'
            columns: ['company_id', 'handover_id']
            isOneToOne: false
            referencedRelation: 'handovers'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      stripe_findings: {
        Row: {
          company_id: string
          created_at: string
          currency: string
          id: string
          kind: string
          moved_at: string
          note: string | null
          ours_rappen: number | null
          payment_id: string | null
          ref: string
          settled_at: string | null
          settled_by: string | null
          stripe_rappen: number | null
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          currency: string
          id?: string
          kind: string
          moved_at: string
          note?: string | null
          ours_rappen?: number | null
          payment_id?: string | null
          ref: string
          settled_at?: string | null
          settled_by?: string | null
          stripe_rappen?: number | null
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          currency?: string
          id?: string
          kind?: string
          moved_at?: string
          note?: string | null
          ours_rappen?: number | null
          payment_id?: string | null
          ref?: string
          settled_at?: string | null
          settled_by?: string | null
          stripe_rappen?: number | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'stripe_findings_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'stripe_findings_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'stripe_findings_settled_by_fkey'
            columns: ['settled_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      stripe_movements: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          currency: string
          fee_rappen: number
          id: string
          kind: string
          moved_at: string
          provider_ref: string
          source: string | null
          updated_at: string
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          currency: string
          fee_rappen: number
          id?: string
          kind: string
          moved_at: string
          provider_ref: string
          source?: string | null
          updated_at?: string
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          currency?: string
          fee_rappen?: number
          id?: string
          kind?: string
          moved_at?: string
          provider_ref?: string
          source?: string | null
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'stripe_movements_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      subscriptions: {
        Row: {
          company_id: string
          created_at: string
          ends_at: string | null
          grace_ends_at: string | null
          id: string
          is_second: boolean
          period_ends_at: string
          plan: Database['public']['Enums']['plan_name']
          provider_ref: string
          seen_at: string
          state: string
          updated_at: string
        }
        Insert: {
          company_id: string
          created_at?: string
          ends_at?: string | null
          grace_ends_at?: string | null
          id?: string
          is_second?: boolean
          period_ends_at: string
          plan: Database['public']['Enums']['plan_name']
          provider_ref: string
          seen_at: string
          state: string
          updated_at?: string
        }
        Update: {
          company_id?: string
          created_at?: string
          ends_at?: string | null
          grace_ends_at?: string | null
          id?: string
          is_second?: boolean
          period_ends_at?: string
          plan?: Database['public']['Enums']['plan_name']
          provider_ref?: string
          seen_at?: string
          state?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'subscriptions_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      terms_signatures: {
        Row: {
          company_id: string
          created_at: string
          id: string
          ip: string | null
          language: string
          name: string
          reservation_id: string
          signed_at: string
          terms_sha256: string
          terms_version: number
          updated_at: string
          user_agent: string | null
        }
        Insert: {
          company_id: string
          created_at?: string
          id?: string
          ip?: string | null
          language: string
          name: string
          reservation_id: string
          signed_at?: string
          terms_sha256: string
          terms_version: number
          updated_at?: string
          user_agent?: string | null
        }
        Update: {
          company_id?: string
          created_at?: string
          id?: string
          ip?: string | null
          language?: string
          name?: string
          reservation_id?: string
          signed_at?: string
          terms_sha256?: string
          terms_version?: number
          updated_at?: string
          user_agent?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'terms_signatures_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'terms_signatures_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'terms_signatures_company_id_terms_version_fkey'
            columns: ['company_id', 'terms_version']
            isOneToOne: false
            referencedRelation: 'terms_versions'
            referencedColumns: ['company_id', 'version']
          },
        ]
      }
      terms_versions: {
        Row: {
          company_id: string
          created_at: string
          terms: Json
          updated_at: string
          version: number
        }
        Insert: {
          company_id: string
          created_at?: string
          terms: Json
          updated_at?: string
          version: number
        }
        Update: {
          company_id?: string
          created_at?: string
          terms?: Json
          updated_at?: string
          version?: number
        }
        Relationships: [
          {
            foreignKeyName: 'terms_versions_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      upsells: {
        Row: {
          amount_rappen: number | null
          asked_at: string | null
          category_id: string | null
          company_id: string
          created_at: string
          decided_by: string | null
          extra_id: string | null
          id: string
          moment: string
          quantity: number | null
          reservation_id: string
          status: string
          updated_at: string
        }
        Insert: {
          amount_rappen?: number | null
          asked_at?: string | null
          category_id?: string | null
          company_id: string
          created_at?: string
          decided_by?: string | null
          extra_id?: string | null
          id?: string
          moment: string
          quantity?: number | null
          reservation_id: string
          status?: string
          updated_at?: string
        }
        Update: {
          amount_rappen?: number | null
          asked_at?: string | null
          category_id?: string | null
          company_id?: string
          created_at?: string
          decided_by?: string | null
          extra_id?: string | null
          id?: string
          moment?: string
          quantity?: number | null
          reservation_id?: string
          status?: string
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'upsells_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'upsells_company_id_extra_id_fkey'
            columns: ['company_id', 'extra_id']
            isOneToOne: false
            referencedRelation: 'extras'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'upsells_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'upsells_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'upsells_decided_by_fkey'
            columns: ['decided_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      vat_rates: {
        Row: {
          country: string
          other_bp: number[]
          rate_bp: number
          valid_from: string
        }
        Insert: {
          country: string
          other_bp?: number[]
          rate_bp: number
          valid_from: string
        }
        Update: {
          country?: string
          other_bp?: number[]
          rate_bp?: number
          valid_from?: string
        }
        Relationships: []
      }
      vehicle_categories: {
        Row: {
          body_type: Database['public']['Enums']['body_type']
          buffer_minutes: number
          company_id: string
          created_at: string
          excess_rappen: number | null
          id: string
          import_name: string
          licence_category: string
          maximum_days: number
          minimum_age: number
          minimum_days: number
          minimum_licence_years: number
          names: Json
          needs_approval: boolean
          offered_later: boolean
          position: number
          security_deposit_rappen: number
          updated_at: string
        }
        Insert: {
          body_type?: Database['public']['Enums']['body_type']
          buffer_minutes?: number
          company_id: string
          created_at?: string
          excess_rappen?: number | null
          id?: string
          import_name: string
          licence_category?: string
          maximum_days?: number
          minimum_age?: number
          minimum_days?: number
          minimum_licence_years?: number
          names: Json
          needs_approval?: boolean
          offered_later?: boolean
          position?: number
          security_deposit_rappen?: number
          updated_at?: string
        }
        Update: {
          body_type?: Database['public']['Enums']['body_type']
          buffer_minutes?: number
          company_id?: string
          created_at?: string
          excess_rappen?: number | null
          id?: string
          import_name?: string
          licence_category?: string
          maximum_days?: number
          minimum_age?: number
          minimum_days?: number
          minimum_licence_years?: number
          names?: Json
          needs_approval?: boolean
          offered_later?: boolean
          position?: number
          security_deposit_rappen?: number
          updated_at?: string
        }
        Relationships: [
          {
            foreignKeyName: 'vehicle_categories_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      vehicle_documents: {
        Row: {
          bytes: number
          company_id: string
          content_type: string
          created_at: string
          id: string
          kind: string
          name: string
          sha256: string
          storage_path: string
          updated_at: string
          uploaded_by: string | null
          vehicle_id: string
        }
        Insert: {
          bytes: number
          company_id: string
          content_type: string
          created_at?: string
          id: string
          kind: string
          name: string
          sha256: string
          storage_path: string
          updated_at?: string
          uploaded_by?: string | null
          vehicle_id: string
        }
        Update: {
          bytes?: number
          company_id?: string
          content_type?: string
          created_at?: string
          id?: string
          kind?: string
          name?: string
          sha256?: string
          storage_path?: string
          updated_at?: string
          uploaded_by?: string | null
          vehicle_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'vehicle_documents_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'vehicle_documents_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      vehicles: {
        Row: {
          category_id: string
          color: string | null
          company_id: string
          created_at: string
          equipment: Database['public']['Enums']['equipment'][]
          fuel: Database['public']['Enums']['fuel_type']
          fuel_percent: number
          gross_weight_kg: number | null
          id: string
          inspection_due_on: string | null
          insurance_expires_on: string | null
          insurance_policy: string | null
          insurer: string | null
          kind: string
          location_id: string
          make: string
          minimum_age: number | null
          model: string
          model_year: number
          next_service_km: number | null
          next_service_on: string | null
          odometer_km: number
          plate: string
          retired_at: string | null
          retired_reason: string | null
          seats: number
          security_deposit_rappen: number | null
          service_interval_km: number | null
          service_interval_months: number | null
          status: Database['public']['Enums']['vehicle_status']
          tags: string[]
          tank_litres: number
          transmission: Database['public']['Enums']['transmission']
          updated_at: string
          vin: string
        }
        Insert: {
          category_id: string
          color?: string | null
          company_id: string
          created_at?: string
          equipment?: Database['public']['Enums']['equipment'][]
          fuel: Database['public']['Enums']['fuel_type']
          fuel_percent: number
          gross_weight_kg?: number | null
          id: string
          inspection_due_on?: string | null
          insurance_expires_on?: string | null
          insurance_policy?: string | null
          insurer?: string | null
          kind?: string
          location_id: string
          make: string
          minimum_age?: number | null
          model: string
          model_year: number
          next_service_km?: number | null
          next_service_on?: string | null
          odometer_km: number
          plate: string
          retired_at?: string | null
          retired_reason?: string | null
          seats: number
          security_deposit_rappen?: number | null
          service_interval_km?: number | null
          service_interval_months?: number | null
          status?: Database['public']['Enums']['vehicle_status']
          tags?: string[]
          tank_litres?: number
          transmission: Database['public']['Enums']['transmission']
          updated_at?: string
          vin: string
        }
        Update: {
          category_id?: string
          color?: string | null
          company_id?: string
          created_at?: string
          equipment?: Database['public']['Enums']['equipment'][]
          fuel?: Database['public']['Enums']['fuel_type']
          fuel_percent?: number
          gross_weight_kg?: number | null
          id?: string
          inspection_due_on?: string | null
          insurance_expires_on?: string | null
          insurance_policy?: string | null
          insurer?: string | null
          kind?: string
          location_id?: string
          make?: string
          minimum_age?: number | null
          model?: string
          model_year?: number
          next_service_km?: number | null
          next_service_on?: string | null
          odometer_km?: number
          plate?: string
          retired_at?: string | null
          retired_reason?: string | null
          seats?: number
          security_deposit_rappen?: number | null
          service_interval_km?: number | null
          service_interval_months?: number | null
          status?: Database['public']['Enums']['vehicle_status']
          tags?: string[]
          tank_litres?: number
          transmission?: Database['public']['Enums']['transmission']
          updated_at?: string
          vin?: string
        }
        Relationships: [
          {
            foreignKeyName: 'vehicles_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'vehicles_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'vehicles_company_id_id_kind_fkey'
            columns: ['company_id', 'id', 'kind']
            isOneToOne: false
            referencedRelation: 'resources'
            referencedColumns: ['company_id', 'id', 'kind']
          },
          {
            foreignKeyName: 'vehicles_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      voucher_uses: {
        Row: {
          amount_rappen: number
          company_id: string
          created_at: string
          id: string
          payment_id: string | null
          updated_at: string
          voucher_id: string
        }
        Insert: {
          amount_rappen: number
          company_id: string
          created_at?: string
          id?: string
          payment_id?: string | null
          updated_at?: string
          voucher_id: string
        }
        Update: {
          amount_rappen?: number
          company_id?: string
          created_at?: string
          id?: string
          payment_id?: string | null
          updated_at?: string
          voucher_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'voucher_uses_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'voucher_uses_company_id_payment_id_fkey'
            columns: ['company_id', 'payment_id']
            isOneToOne: false
            referencedRelation: 'payments'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'voucher_uses_company_id_voucher_id_fkey'
            columns: ['company_id', 'voucher_id']
            isOneToOne: false
            referencedRelation: 'vouchers'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      vouchers: {
        Row: {
          amount_rappen: number
          balance_rappen: number
          code: string
          company_id: string
          created_at: string
          currency: string
          expired_at: string | null
          expires_on: string | null
          id: string
          kind: string
          locale: string
          location_id: string | null
          method: Database['public']['Enums']['payment_method'] | null
          note: string | null
          updated_at: string
          void_reason: string | null
          voided_at: string | null
        }
        Insert: {
          amount_rappen: number
          balance_rappen: number
          code: string
          company_id: string
          created_at?: string
          currency: string
          expired_at?: string | null
          expires_on?: string | null
          id?: string
          kind: string
          locale: string
          location_id?: string | null
          method?: Database['public']['Enums']['payment_method'] | null
          note?: string | null
          updated_at?: string
          void_reason?: string | null
          voided_at?: string | null
        }
        Update: {
          amount_rappen?: number
          balance_rappen?: number
          code?: string
          company_id?: string
          created_at?: string
          currency?: string
          expired_at?: string | null
          expires_on?: string | null
          id?: string
          kind?: string
          locale?: string
          location_id?: string | null
          method?: Database['public']['Enums']['payment_method'] | null
          note?: string | null
          updated_at?: string
          void_reason?: string | null
          voided_at?: string | null
        }
        Relationships: [
          {
            foreignKeyName: 'vouchers_company_id_currency_fkey'
            columns: ['company_id', 'currency']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id', 'currency']
          },
          {
            foreignKeyName: 'vouchers_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      waiting_entries: {
        Row: {
          category_id: string | null
          company_id: string
          created_at: string
          created_by: string | null
          customer_id: string
          ended_at: string | null
          ends_at: string
          id: string
          locale: string
          location_id: string | null
          note: string | null
          offered_at: string | null
          offered_until: string | null
          reservation_id: string | null
          source: Database['public']['Enums']['reservation_source']
          starts_at: string
          status: Database['public']['Enums']['waiting_status']
          token_hash: string
          updated_at: string
          wanted_equipment: Database['public']['Enums']['equipment'][]
        }
        Insert: {
          category_id?: string | null
          company_id: string
          created_at?: string
          created_by?: string | null
          customer_id: string
          ended_at?: string | null
          ends_at: string
          id?: string
          locale: string
          location_id?: string | null
          note?: string | null
          offered_at?: string | null
          offered_until?: string | null
          reservation_id?: string | null
          source: Database['public']['Enums']['reservation_source']
          starts_at: string
          status?: Database['public']['Enums']['waiting_status']
          token_hash: string
          updated_at?: string
          wanted_equipment?: Database['public']['Enums']['equipment'][]
        }
        Update: {
          category_id?: string | null
          company_id?: string
          created_at?: string
          created_by?: string | null
          customer_id?: string
          ended_at?: string | null
          ends_at?: string
          id?: string
          locale?: string
          location_id?: string | null
          note?: string | null
          offered_at?: string | null
          offered_until?: string | null
          reservation_id?: string | null
          source?: Database['public']['Enums']['reservation_source']
          starts_at?: string
          status?: Database['public']['Enums']['waiting_status']
          token_hash?: string
          updated_at?: string
          wanted_equipment?: Database['public']['Enums']['equipment'][]
        }
        Relationships: [
          {
            foreignKeyName: 'waiting_entries_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'waiting_entries_company_id_customer_id_fkey'
            columns: ['company_id', 'customer_id']
            isOneToOne: false
            referencedRelation: 'customers'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'waiting_entries_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'waiting_entries_company_id_location_id_fkey'
            columns: ['company_id', 'location_id']
            isOneToOne: false
            referencedRelation: 'locations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'waiting_entries_company_id_reservation_id_fkey'
            columns: ['company_id', 'reservation_id']
            isOneToOne: false
            referencedRelation: 'reservations'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'waiting_entries_created_by_fkey'
            columns: ['created_by']
            isOneToOne: false
            referencedRelation: 'profiles'
            referencedColumns: ['user_id']
          },
        ]
      }
      washes: {
        Row: {
          company_id: string
          created_at: string
          due_at: string
          id: string
          ready_at: string | null
          updated_at: string
          vehicle_id: string
        }
        Insert: {
          company_id: string
          created_at?: string
          due_at: string
          id?: string
          ready_at?: string | null
          updated_at?: string
          vehicle_id: string
        }
        Update: {
          company_id?: string
          created_at?: string
          due_at?: string
          id?: string
          ready_at?: string | null
          updated_at?: string
          vehicle_id?: string
        }
        Relationships: [
          {
            foreignKeyName: 'washes_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
          {
            foreignKeyName: 'washes_company_id_vehicle_id_fkey'
            columns: ['company_id', 'vehicle_id']
            isOneToOne: false
            referencedRelation: 'vehicles'
            referencedColumns: ['company_id', 'id']
          },
        ]
      }
      webhook_events: {
        Row: {
          account: string | null
          attempts: number
          company_id: string | null
          created_at: string
          event_id: string
          last_error: string | null
          livemode: boolean
          locked_until: string | null
          payload: Json
          processed_at: string | null
          provider: string
          run_at: string
          status: string
          type: string
        }
        Insert: {
          account?: string | null
          attempts?: number
          company_id?: string | null
          created_at?: string
          event_id: string
          last_error?: string | null
          livemode?: boolean
          locked_until?: string | null
          payload: Json
          processed_at?: string | null
          provider: string
          run_at?: string
          status?: string
          type: string
        }
        Update: {
          account?: string | null
          attempts?: number
          company_id?: string | null
          created_at?: string
          event_id?: string
          last_error?: string | null
          livemode?: boolean
          locked_until?: string | null
          payload?: Json
          processed_at?: string | null
          provider?: string
          run_at?: string
          status?: string
          type?: string
        }
        Relationships: [
          {
            foreignKeyName: 'webhook_events_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
      weekday_surcharges: {
        Row: {
          category_id: string | null
          company_id: string
          created_at: string
          id: string
          percent: number
          updated_at: string
          weekdays: number[]
        }
        Insert: {
          category_id?: string | null
          company_id: string
          created_at?: string
          id?: string
          percent: number
          updated_at?: string
          weekdays: number[]
        }
        Update: {
          category_id?: string | null
          company_id?: string
          created_at?: string
          id?: string
          percent?: number
          updated_at?: string
          weekdays?: number[]
        }
        Relationships: [
          {
            foreignKeyName: 'weekday_surcharges_company_id_category_id_fkey'
            columns: ['company_id', 'category_id']
            isOneToOne: false
            referencedRelation: 'vehicle_categories'
            referencedColumns: ['company_id', 'id']
          },
          {
            foreignKeyName: 'weekday_surcharges_company_id_fkey'
            columns: ['company_id']
            isOneToOne: false
            referencedRelation: 'companies'
            referencedColumns: ['id']
          },
        ]
      }
    }
    Views: {
      contract_list: {
        Row: {
          company_id: string | null
          created_at: string | null
          currency: string | null
          customer_id: string | null
          customer_name: string | null
          ends_at: string | null
          id: string | null
          make: string | null
          model: string | null
          number: string | null
          out_at: string | null
          over_at: string | null
          plate: string | null
          returned_at: string | null
          searched: string | null
          starts_at: string | null
          status: Database['public']['Enums']['contract_status'] | null
          total_rappen: number | null
          vehicle_id: string | null
        }
        Relationships: []
      }
      customer_list: {
        Row: {
          company_id: string | null
          created_at: string | null
          email: string | null
          id: string | null
          is_blocked: boolean | null
          kind: string | null
          language: string | null
          name: string | null
          number: string | null
          phone: string | null
          postal_code: string | null
          searched: string | null
          tags: string[] | null
          town: string | null
        }
        Relationships: []
      }
      invoice_list: {
        Row: {
          company_id: string | null
          contract_id: string | null
          contract_number: string | null
          created_at: string | null
          currency: string | null
          customer_id: string | null
          customer_name: string | null
          due_on: string | null
          id: string | null
          issued_on: string | null
          number: string | null
          open_rappen: number | null
          searched: string | null
          status: Database['public']['Enums']['invoice_status'] | null
          total_rappen: number | null
        }
        Relationships: []
      }
      reservation_list: {
        Row: {
          category_id: string | null
          category_names: Json | null
          company_id: string | null
          created_at: string | null
          currency: string | null
          customer_id: string | null
          customer_is_blocked: boolean | null
          customer_name: string | null
          ends_at: string | null
          id: string | null
          make: string | null
          model: string | null
          number: string | null
          pickup_location_id: string | null
          pickup_location_name: string | null
          plate: string | null
          searched: string | null
          source: Database['public']['Enums']['reservation_source'] | null
          starts_at: string | null
          status: Database['public']['Enums']['reservation_status'] | null
          tags: string[] | null
          total_rappen: number | null
          vehicle_id: string | null
        }
        Relationships: []
      }
      vehicle_list: {
        Row: {
          category_id: string | null
          category_name: string | null
          category_names: Json | null
          color: string | null
          company_id: string | null
          created_at: string | null
          daily_rappen: number | null
          fuel: Database['public']['Enums']['fuel_type'] | null
          fuel_percent: number | null
          id: string | null
          inspection_due_on: string | null
          location_id: string | null
          location_name: string | null
          make: string | null
          model: string | null
          model_year: number | null
          odometer_km: number | null
          plate: string | null
          searched: string | null
          seats: number | null
          status: Database['public']['Enums']['vehicle_status'] | null
          tags: string[] | null
          transmission: Database['public']['Enums']['transmission'] | null
          vin: string | null
        }
        Relationships: []
      }
      waiting_list: {
        Row: {
          category_id: string | null
          category_names: Json | null
          company_id: string | null
          created_at: string | null
          customer_id: string | null
          customer_name: string | null
          email: string | null
          ends_at: string | null
          id: string | null
          location_id: string | null
          location_name: string | null
          note: string | null
          offered_until: string | null
          phone: string | null
          reservation_id: string | null
          reservation_number: string | null
          searched: string | null
          source: Database['public']['Enums']['reservation_source'] | null
          starts_at: string | null
          status: Database['public']['Enums']['waiting_status'] | null
          wanted_equipment: Database['public']['Enums']['equipment'][] | null
        }
        Relationships: []
      }
    }
    Functions: {
      accept_invitation: {
        Args: {
          p_token: string
          p_full_name?: string
          p_locale?: string
        }
        Returns: string
      }
      accept_waiting_offer: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      account_chart: { Args: Record<PropertyKey, never>; Returns: Json }
      accounting_lines: {
        Args: {
          p_from: string
          p_until: string
        }
        Returns: Json
      }
      add_contract_driver: {
        Args: {
          p_contract_id: string
          p_driver: Json
          p_added_rappen?: number
        }
        Returns: string
      }
      add_form_file: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_field: string
          p_storage_path: string
          p_content_type: string
          p_bytes: number
          p_sha256: string
        }
        Returns: Json
      }
      add_guide_photo: {
        Args: {
          p_storage_path: string
          p_width: number
          p_height: number
          p_bytes: number
        }
        Returns: string
      }
      add_handover_driver: {
        Args: {
          p_handover_id: string
          p_id: string
          p_driver: Json
          p_step?: Json
        }
        Returns: undefined
      }
      add_handover_photo: {
        Args: {
          p_handover_id: string
          p_id: string
          p_position: string
          p_storage_path: string
          p_thumbnail_path: string
          p_sha256: string
          p_width: number
          p_height: number
          p_bytes: number
          p_taken_at: string
          p_step?: Json
          p_driver_id?: string
        }
        Returns: undefined
      }
      add_message_file: {
        Args: {
          p_company_id: string
          p_id: string
          p_name: string
          p_content_type: string
          p_bytes: number
          p_storage_path: string
          p_thumbnail_path: string
          p_customer_id?: string
          p_member_id?: string
          p_reservation_id?: string
        }
        Returns: undefined
      }
      add_vehicle_document: {
        Args: {
          p_vehicle_id: string
          p_id: string
          p_document_kind: string
          p_name: string
          p_storage_path: string
          p_content_type: string
          p_bytes: number
          p_sha256: string
        }
        Returns: undefined
      }
      addendum_facts: {
        Args: {
          p_company_id: string
          p_change_id: string
        }
        Returns: Json
      }
      announce_arrival: {
        Args: {
          p_reservation_id: string
          p_handover: string
          p_arrives_at: string
        }
        Returns: undefined
      }
      announce_key_boxes: { Args: Record<PropertyKey, never>; Returns: number }
      anonymize_customer: {
        Args: {
          p_customer_id: string
        }
        Returns: undefined
      }
      apply_customer_credit: {
        Args: {
          p_invoice_id: string
          p_amount_rappen: number
          p_idempotency_key?: string
        }
        Returns: Json
      }
      apply_subscriptions: {
        Args: {
          p_company_id: string
          p_subscriptions: Json
          p_seen_at: string
        }
        Returns: string
      }
      arrival_facts: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_handover: string
          p_arrives_at: string
        }
        Returns: Json
      }
      assign_bank_entry: {
        Args: {
          p_bank_entry_id: string
          p_invoice_id: string
        }
        Returns: Json
      }
      assign_bank_entry_to_payout: {
        Args: {
          p_bank_entry_id: string
          p_payout_id: string
        }
        Returns: undefined
      }
      assign_conversation: {
        Args: {
          p_customer_id: string
          p_user_id?: string
        }
        Returns: undefined
      }
      assign_vehicle: {
        Args: {
          p_reservation_id: string
          p_vehicle_id?: string
        }
        Returns: Json
      }
      assignable_vehicles: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      availability_by_day: {
        Args: {
          p_from: string
          p_days: number
          p_location_id?: string
        }
        Returns: Json
      }
      awaited_file_source: {
        Args: {
          p_company_id: string
          p_message_file_id: string
        }
        Returns: Json
      }
      begin_card_payment: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      begin_deposit_hold: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      begin_tip: {
        Args: {
          p_slug: string
          p_token: string
          p_amount_rappen: number
        }
        Returns: Json
      }
      billed_company: {
        Args: {
          p_customer_ref: string
        }
        Returns: Json
      }
      billing_terms: {
        Args: {
          p_plan?: Database['public']['Enums']['plan_name']
        }
        Returns: Json
      }
      book_on_site: {
        Args: {
          p_slug: string
          p_starts_at: string
          p_ends_at: string
          p_customer: Json
          p_vehicle_id?: string
          p_category_id?: string
          p_extras?: Json
          p_pickup_location_id?: string
          p_return_location_id?: string
          p_locale?: string
          p_idempotency_key?: string
          p_promo_code?: string
          p_expected_total_rappen?: number
          p_accepts_terms?: boolean
          p_or_alike?: boolean
          p_licence?: Json
          p_equipment?: Json
          p_voucher_code?: string
        }
        Returns: Json
      }
      booking_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      cancel_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      cancel_contract: {
        Args: {
          p_contract_id: string
          p_reason: string
        }
        Returns: undefined
      }
      cancel_maintenance: {
        Args: {
          p_maintenance_id: string
        }
        Returns: undefined
      }
      cancel_reservation: {
        Args: {
          p_reservation_id: string
          p_refund_rappen?: number
          p_seen_refund_rappen?: number
        }
        Returns: undefined
      }
      cancel_reservations: {
        Args: {
          p_ids: string[]
        }
        Returns: Json
      }
      cash_book: {
        Args: {
          p_location_id: string
          p_from: string
          p_until: string
        }
        Returns: Json
      }
      change_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_change: Json
          p_dry_run?: boolean
          p_expected_total_rappen?: number
          p_idempotency_key?: string
        }
        Returns: Json
      }
      change_rental: {
        Args: {
          p_contract_id: string
          p_change: Json
          p_expected_version?: number
          p_dry_run?: boolean
          p_notify?: boolean
          p_idempotency_key?: string
        }
        Returns: Json
      }
      change_reservation: {
        Args: {
          p_reservation_id: string
          p_change: Json
          p_expected_version?: number
          p_dry_run?: boolean
          p_notify?: boolean
          p_idempotency_key?: string
        }
        Returns: Json
      }
      charge_card_on_file: {
        Args: {
          p_invoice_id: string
        }
        Returns: string
      }
      charge_damage: {
        Args: {
          p_damage_case_id: string
          p_amount_rappen: number
          p_idempotency_key?: string
        }
        Returns: string
      }
      charge_facts: {
        Args: {
          p_company_id: string
          p_payment_id: string
        }
        Returns: Json
      }
      checkin_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      checkout_facts: {
        Args: {
          p_company_id: string
          p_payment_id: string
        }
        Returns: Json
      }
      claim_damage: {
        Args: {
          p_damage_case_id: string
          p_insurer: string
          p_claim_number?: string
        }
        Returns: undefined
      }
      claim_outbox: {
        Args: {
          p_limit?: number
        }
        Returns: {
          company_id: string
          id: string
          topic: string
          payload: Json
          attempts: number
          request_id: string
        }[]
      }
      claim_text: {
        Args: {
          p_company_id: string
          p_outbox_id: string
          p_channel: string
          p_recipient: string
          p_segments: number
        }
        Returns: string
      }
      claim_webhook_events: {
        Args: {
          p_limit?: number
          p_event_id?: string
        }
        Returns: {
          provider: string
          event_id: string
          type: string
          account: string
          livemode: boolean
          payload: Json
          attempts: number
          created_at: string
        }[]
      }
      close_cash_day: {
        Args: {
          p_location_id: string
          p_day: string
          p_counted_rappen: number
          p_note?: string
        }
        Returns: Json
      }
      close_contract: {
        Args: {
          p_contract_id: string
        }
        Returns: undefined
      }
      close_damage_case: {
        Args: {
          p_damage_case_id: string
          p_note?: string
        }
        Returns: undefined
      }
      company_logo: {
        Args: {
          p_company_id: string
        }
        Returns: Json
      }
      company_version: { Args: Record<PropertyKey, never>; Returns: string }
      complete_exchange: {
        Args: {
          p_handover_id: string
          p_readings: Json
          p_signatures: Json
          p_ip?: string
          p_user_agent?: string
          p_step?: Json
        }
        Returns: string
      }
      complete_outbox: {
        Args: {
          p_company_id: string
          p_id: string
        }
        Returns: undefined
      }
      complete_pickup: {
        Args: {
          p_handover_id: string
          p_readings: Json
          p_driver: Json
          p_signatures: Json
          p_deposit_method?: Database['public']['Enums']['payment_method']
          p_ip?: string
          p_user_agent?: string
          p_step?: Json
          p_total_rappen?: number
          p_language?: string
          p_deposit_waived_reason?: string
        }
        Returns: string
      }
      complete_refund: {
        Args: {
          p_company_id: string
          p_refund_id: string
          p_provider_ref: string
          p_status: string
        }
        Returns: undefined
      }
      complete_return: {
        Args: {
          p_handover_id: string
          p_readings: Json
          p_signatures: Json
          p_ip?: string
          p_user_agent?: string
          p_step?: Json
        }
        Returns: string
      }
      confirm_reservation: {
        Args: {
          p_reservation_id: string
        }
        Returns: undefined
      }
      contract_billing: {
        Args: {
          p_contract_id: string
        }
        Returns: Json
      }
      contract_facts: {
        Args: {
          p_company_id: string
          p_contract_id: string
        }
        Returns: Json
      }
      conversation: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      conversation_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      convert_reservation: {
        Args: {
          p_reservation_id: string
        }
        Returns: string
      }
      correct_odometer: {
        Args: {
          p_vehicle_id: string
          p_odometer_km: number
          p_reason: string
        }
        Returns: undefined
      }
      count_dead_letters: { Args: Record<PropertyKey, never>; Returns: number }
      count_unread_conversations: { Args: Record<PropertyKey, never>; Returns: number }
      create_customer: {
        Args: {
          p_customer: Json
        }
        Returns: string
      }
      create_reservation: {
        Args: {
          p_starts_at: string
          p_ends_at: string
          p_vehicle_id?: string
          p_category_id?: string
          p_customer_id?: string
          p_customer?: Json
          p_extras?: Json
          p_source?: Database['public']['Enums']['reservation_source']
          p_pickup_location_id?: string
          p_return_location_id?: string
          p_notes?: string
          p_idempotency_key?: string
          p_account?: Json
          p_promo_code?: string
          p_hold_hours?: number
          p_equipment?: Json
          p_alternatives?: boolean
          p_expected_total_rappen?: number
        }
        Returns: Json
      }
      credit_bank_entry: {
        Args: {
          p_bank_entry_id: string
          p_customer_id: string
        }
        Returns: undefined
      }
      credit_invoice: {
        Args: {
          p_invoice_id: string
          p_amount_rappen: number
          p_reason: string
          p_idempotency_key?: string
        }
        Returns: string
      }
      credit_invoice_lines: {
        Args: {
          p_invoice_id: string
          p_line_ids: string[]
          p_reason: string
          p_idempotency_key?: string
        }
        Returns: string
      }
      credit_note_facts: {
        Args: {
          p_company_id: string
          p_credit_note_id: string
        }
        Returns: Json
      }
      currency_fixed_by: { Args: Record<PropertyKey, never>; Returns: string }
      custom_access_token_hook: {
        Args: {
          event: Json
        }
        Returns: Json
      }
      customer_conversation: {
        Args: {
          p_customer_id: string
        }
        Returns: Json
      }
      customer_statement: {
        Args: {
          p_customer_id: string
          p_from: string
          p_until: string
        }
        Returns: Json
      }
      customer_timeline: {
        Args: {
          p_customer_id: string
          p_before?: string
          p_limit?: number
        }
        Returns: Json
      }
      customer_totals: {
        Args: {
          p_customer_id: string
        }
        Returns: Json
      }
      dashboard_figures: { Args: Record<PropertyKey, never>; Returns: Json }
      data_request_facts: {
        Args: {
          p_company_id: string
          p_data_request_id: string
        }
        Returns: Json
      }
      decide_upsell: {
        Args: {
          p_upsell_id: string
          p_accepts: boolean
        }
        Returns: undefined
      }
      delete_customer: {
        Args: {
          p_customer_id: string
        }
        Returns: undefined
      }
      delete_invoice_draft: {
        Args: {
          p_invoice_id: string
        }
        Returns: undefined
      }
      delete_view: {
        Args: {
          p_saved_view_id: string
        }
        Returns: undefined
      }
      deposit_facts: {
        Args: {
          p_company_id: string
          p_deposit_id: string
        }
        Returns: Json
      }
      deposit_hold_facts: {
        Args: {
          p_company_id: string
          p_hold_id: string
        }
        Returns: Json
      }
      deposit_letter_facts: {
        Args: {
          p_company_id: string
          p_deposit_id: string
        }
        Returns: Json
      }
      dispute_facts: {
        Args: {
          p_contract_id: string
        }
        Returns: Json
      }
      dispute_letter_facts: {
        Args: {
          p_company_id: string
          p_dispute_id: string
        }
        Returns: Json
      }
      document_facts: {
        Args: {
          p_company_id: string
          p_kind: string
          p_record_id: string
        }
        Returns: Json
      }
      due_form_files: {
        Args: {
          p_limit?: number
        }
        Returns: {
          company_id: string
          id: string
          storage_path: string
        }[]
      }
      due_items_facts: {
        Args: {
          p_company_id: string
          p_told: Json
        }
        Returns: Json
      }
      due_licence_photos: {
        Args: {
          p_limit?: number
        }
        Returns: {
          company_id: string
          id: string
          storage_path: string
          thumbnail_path: string
        }[]
      }
      due_monthly_invoices: {
        Args: Record<PropertyKey, never>
        Returns: {
          company_id: string
          customer_id: string
        }[]
      }
      estimate_damage: {
        Args: {
          p_damage_case_id: string
          p_estimate_rappen: number
          p_excess_rappen?: number
          p_note?: string
          p_excess_reason?: string
        }
        Returns: undefined
      }
      expire_holds: { Args: Record<PropertyKey, never>; Returns: number }
      expire_vouchers: { Args: Record<PropertyKey, never>; Returns: number }
      expire_waiting_list: { Args: Record<PropertyKey, never>; Returns: number }
      export_customer: {
        Args: {
          p_customer_id: string
        }
        Returns: Json
      }
      extend_hold: {
        Args: {
          p_reservation_id: string
          p_hours: number
        }
        Returns: string
      }
      fail_outbox: {
        Args: {
          p_company_id: string
          p_id: string
          p_error: string
          p_final?: boolean
        }
        Returns: undefined
      }
      fail_payment: {
        Args: {
          p_company_id: string
          p_payment_id: string
        }
        Returns: undefined
      }
      files_to_send: {
        Args: {
          p_company_id: string
          p_message_id: string
        }
        Returns: Json
      }
      find_beyond: {
        Args: {
          p_query: string
          p_from: string
          p_to: string
        }
        Returns: Json
      }
      finish_maintenance: {
        Args: {
          p_maintenance_id: string
          p_cost_rappen?: number
          p_odometer_km?: number
          p_note?: string
          p_next_due_on?: string
        }
        Returns: undefined
      }
      finish_webhook_event: {
        Args: {
          p_provider: string
          p_event_id: string
          p_status: string
          p_company_id?: string
          p_error?: string
        }
        Returns: undefined
      }
      form_file_path: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_file_id: string
        }
        Returns: string
      }
      guide_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      guide_photo_path: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_photo_id: string
        }
        Returns: string
      }
      ignore_bank_entry: {
        Args: {
          p_bank_entry_id: string
          p_reason: string
        }
        Returns: undefined
      }
      import_bank_file: {
        Args: {
          p_file: Json
          p_entries: Json
        }
        Returns: Json
      }
      import_customers: {
        Args: {
          p_rows: Json
          p_dry_run?: boolean
        }
        Returns: Json
      }
      import_fleet: {
        Args: {
          p_rows: Json
          p_dry_run?: boolean
        }
        Returns: Json
      }
      invitation_by_token: {
        Args: {
          p_token: string
        }
        Returns: Json
      }
      invitation_facts: {
        Args: {
          p_company_id: string
          p_invitation_id: string
        }
        Returns: Json
      }
      invite_member: {
        Args: {
          p_email: string
          p_role: Database['public']['Enums']['company_role']
        }
        Returns: string
      }
      invoice_ageing: { Args: Record<PropertyKey, never>; Returns: Json }
      invoice_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      invoice_facts: {
        Args: {
          p_company_id: string
          p_invoice_id: string
        }
        Returns: Json
      }
      invoice_pay_token: {
        Args: {
          p_invoice_id: string
        }
        Returns: string
      }
      issue_due_month: {
        Args: {
          p_company_id: string
          p_customer_id: string
        }
        Returns: number
      }
      issue_invoice: {
        Args: {
          p_contract_id: string
          p_charge_card?: boolean
        }
        Returns: string
      }
      issue_invoice_draft: {
        Args: {
          p_invoice_id: string
        }
        Returns: string
      }
      issue_monthly_invoices: {
        Args: {
          p_month: string
          p_customer_id?: string
        }
        Returns: number
      }
      issue_voucher: {
        Args: {
          p_amount_rappen: number
          p_method?: Database['public']['Enums']['payment_method']
          p_expires_on?: string
          p_note?: string
          p_location_id?: string
          p_idempotency_key?: string
          p_locale?: string
        }
        Returns: Json
      }
      join_waiting_list: {
        Args: {
          p_starts_at: string
          p_ends_at: string
          p_customer_id?: string
          p_customer?: Json
          p_category_id?: string
          p_location_id?: string
          p_note?: string
          p_source?: Database['public']['Enums']['reservation_source']
          p_idempotency_key?: string
          p_equipment?: Json
        }
        Returns: string
      }
      join_waiting_list_on_site: {
        Args: {
          p_slug: string
          p_starts_at: string
          p_ends_at: string
          p_customer: Json
          p_category_id?: string
          p_location_id?: string
          p_locale?: string
          p_idempotency_key?: string
          p_equipment?: Json
        }
        Returns: Json
      }
      keep_customers_apart: {
        Args: {
          p_customer_id: string
          p_other_customer_id: string
        }
        Returns: undefined
      }
      keep_late_vehicle: {
        Args: {
          p_company_id: string
          p_vehicle_id: string
        }
        Returns: number
      }
      keep_message_file: {
        Args: {
          p_company_id: string
          p_message_file_id: string
          p_content_type: string
          p_bytes: number
          p_storage_path: string
          p_thumbnail_path: string
        }
        Returns: boolean
      }
      keep_stripe_account: {
        Args: {
          p_company_id: string
          p_account: string
        }
        Returns: string
      }
      keep_stripe_customer: {
        Args: {
          p_company_id: string
          p_customer_ref: string
        }
        Returns: string
      }
      lapse_deposit_hold: {
        Args: {
          p_company_id: string
          p_hold_id: string
          p_reason?: string
        }
        Returns: string
      }
      late_vehicles: {
        Args: Record<PropertyKey, never>
        Returns: {
          company_id: string
          vehicle_id: string
        }[]
      }
      leave_waiting_list: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      lift_ended_blocks: { Args: Record<PropertyKey, never>; Returns: number }
      list_coming_handovers: {
        Args: {
          p_days?: number
        }
        Returns: Json
      }
      list_conversations: {
        Args: {
          p_filter?: string
          p_before?: string
        }
        Returns: Json
      }
      list_day: { Args: Record<PropertyKey, never>; Returns: Json }
      list_dead_letters: { Args: Record<PropertyKey, never>; Returns: Json }
      list_driver_prices: {
        Args: {
          p_reservation_ids: string[]
        }
        Returns: Json
      }
      list_due_items: {
        Args: {
          p_vehicle_id?: string
        }
        Returns: Json
      }
      list_key_boxes: {
        Args: {
          p_reservation_ids: string[]
        }
        Returns: {
          reservation_id: string
          state: string
        }[]
      }
      list_open_bank_entries: {
        Args: {
          p_limit?: number
        }
        Returns: Json
      }
      list_signed_terms: {
        Args: {
          p_reservation_ids: string[]
        }
        Returns: {
          reservation_id: string
          name: string
          signed_at: string
          is_known: boolean
        }[]
      }
      list_tags: {
        Args: {
          p_list: string
        }
        Returns: string[]
      }
      mark_damage: {
        Args: {
          p_handover_id: string
          p_id: string
          p_view: string
          p_x: number
          p_y: number
          p_kind: string
          p_severity: string
          p_note?: string
          p_charge_rappen?: number
          p_step?: Json
          p_list_rappen?: number
          p_charge_reason?: string
          p_photo_id?: string
          p_photo_x?: number
          p_photo_y?: number
        }
        Returns: undefined
      }
      mark_form_file_purged: {
        Args: {
          p_company_id: string
          p_id: string
        }
        Returns: undefined
      }
      mark_licence_purged: {
        Args: {
          p_company_id: string
          p_id: string
        }
        Returns: undefined
      }
      mark_message: {
        Args: {
          p_company_id: string
          p_message_id: string
          p_status: string
          p_provider_ref?: string
          p_subject?: string
          p_error?: string
        }
        Returns: undefined
      }
      mark_no_show: {
        Args: {
          p_reservation_id: string
          p_seen_refund_rappen?: number
        }
        Returns: undefined
      }
      mark_overdue_contracts: { Args: Record<PropertyKey, never>; Returns: number }
      mark_overdue_invoices: { Args: Record<PropertyKey, never>; Returns: number }
      mark_vehicle_ready: {
        Args: {
          p_vehicle_id: string
        }
        Returns: undefined
      }
      merge_customers: {
        Args: {
          p_keep_customer_id: string
          p_drop_customer_id: string
        }
        Returns: undefined
      }
      message_facts: {
        Args: {
          p_company_id: string
          p_message_id: string
        }
        Returns: Json
      }
      message_template: {
        Args: {
          p_company_id: string
          p_event: string
          p_channel: string
          p_language: string
        }
        Returns: Json
      }
      move_maintenance: {
        Args: {
          p_maintenance_id: string
          p_starts_at: string
          p_ends_at: string
          p_dry_run?: boolean
          p_seen_at?: string
        }
        Returns: Json
      }
      move_payment: {
        Args: {
          p_payment_id: string
          p_invoice_id: string
        }
        Returns: undefined
      }
      my_context: { Args: Record<PropertyKey, never>; Returns: Json }
      note_checkout_page: {
        Args: {
          p_company_id: string
          p_payment_id: string
          p_session: string
        }
        Returns: boolean
      }
      note_domain_check: {
        Args: {
          p_company_id: string
          p_domain: string
          p_is_proved: boolean
        }
        Returns: undefined
      }
      note_form_file_view: {
        Args: {
          p_form_file_id: string
        }
        Returns: string
      }
      note_licence_view: {
        Args: {
          p_photo_id: string
        }
        Returns: undefined
      }
      note_location_point: {
        Args: {
          p_company_id: string
          p_location_id: string
          p_address: Json
          p_latitude: number
          p_longitude: number
        }
        Returns: boolean
      }
      note_stopped: {
        Args: {
          p_company_id: string
          p_channel: string
          p_address: string
          p_customer_id?: string
        }
        Returns: undefined
      }
      note_stripe_account: {
        Args: {
          p_account: string
          p_takes_cards: boolean
          p_standing: Json
        }
        Returns: string
      }
      note_stripe_charge: {
        Args: {
          p_company_id: string
          p_intent: string
          p_charge: Json
        }
        Returns: undefined
      }
      offer_upsells: {
        Args: {
          p_company_id: string
          p_reservation_id: string
        }
        Returns: Json
      }
      open_damage_case: {
        Args: {
          p_vehicle_id: string
          p_damage_ids: string[]
          p_estimate_rappen?: number
          p_note?: string
        }
        Returns: string
      }
      open_message_file: {
        Args: {
          p_message_file_id: string
          p_thumbnail?: boolean
        }
        Returns: string
      }
      overdue_facts: {
        Args: {
          p_company_id: string
          p_contract_id: string
        }
        Returns: Json
      }
      own_message_file_path: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_message_file_id: string
          p_thumbnail?: boolean
        }
        Returns: string
      }
      pass_on_undelivered: { Args: Record<PropertyKey, never>; Returns: number }
      pay_out_customer_credit: {
        Args: {
          p_customer_id: string
          p_method: Database['public']['Enums']['payment_method']
          p_amount_rappen: number
          p_idempotency_key?: string
        }
        Returns: Json
      }
      payment_received_facts: {
        Args: {
          p_company_id: string
          p_payment_id: string
        }
        Returns: Json
      }
      payment_request_facts: {
        Args: {
          p_company_id: string
          p_invoice_id: string
        }
        Returns: Json
      }
      plan_maintenance: {
        Args: {
          p_vehicle_id: string
          p_kind: Database['public']['Enums']['maintenance_kind']
          p_starts_at?: string
          p_ends_at?: string
          p_due_km?: number
          p_workshop?: string
          p_note?: string
          p_dry_run?: boolean
        }
        Returns: Json
      }
      plan_notice_facts: {
        Args: {
          p_company_id: string
          p_notice: Json
        }
        Returns: Json
      }
      plan_usage: { Args: Record<PropertyKey, never>; Returns: Json }
      portal_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      possible_duplicates: {
        Args: {
          p_limit?: number
        }
        Returns: Json
      }
      preview_customer_erasure: {
        Args: {
          p_customer_id: string
        }
        Returns: Json
      }
      preview_customer_merge: {
        Args: {
          p_keep_customer_id: string
          p_drop_customer_id: string
        }
        Returns: Json
      }
      preview_end: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      preview_monthly_invoices: {
        Args: {
          p_month: string
        }
        Returns: Json
      }
      preview_refund: {
        Args: {
          p_payment_id: string
          p_amount_rappen: number
        }
        Returns: Json
      }
      preview_settlement: {
        Args: {
          p_handover_id: string
          p_odometer_km: number
          p_fuel_percent: number
        }
        Returns: Json
      }
      price_calendar: {
        Args: {
          p_category_id: string
          p_year: number
        }
        Returns: Json
      }
      price_invoice_lines: {
        Args: {
          p_lines: Json
          p_service_to?: string
        }
        Returns: Json
      }
      price_reservation: {
        Args: {
          p_starts_at: string
          p_ends_at: string
          p_vehicle_id?: string
          p_category_id?: string
          p_extras?: Json
          p_pickup_location_id?: string
          p_return_location_id?: string
          p_promo_code?: string
          p_driver_birth_date?: string
        }
        Returns: Json
      }
      price_reservation_on_site: {
        Args: {
          p_slug: string
          p_starts_at: string
          p_ends_at: string
          p_vehicle_id?: string
          p_category_id?: string
          p_extras?: Json
          p_pickup_location_id?: string
          p_return_location_id?: string
          p_promo_code?: string
          p_driver_birth_date?: string
        }
        Returns: Json
      }
      private_link: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      purge_customers: { Args: Record<PropertyKey, never>; Returns: number }
      queue_reconciliations: { Args: Record<PropertyKey, never>; Returns: number }
      queue_sms_overage: { Args: Record<PropertyKey, never>; Returns: number }
      queue_timed_messages: { Args: Record<PropertyKey, never>; Returns: number }
      read_conversation: {
        Args: {
          p_customer_id: string
          p_messages?: string[]
        }
        Returns: undefined
      }
      receive_message: {
        Args: {
          p_channel: string
          p_sender: string
          p_recipient: string
          p_provider_ref: string
          p_subject: string
          p_body: string
          p_files?: Json
          p_received_at?: string
          p_mail_id?: string
        }
        Returns: Json
      }
      reconcile_stripe: {
        Args: {
          p_company_id: string
          p_movements: Json
          p_since: string
          p_now?: string
        }
        Returns: number
      }
      reconciliation_facts: {
        Args: {
          p_company_id: string
        }
        Returns: Json
      }
      record_cash_entry: {
        Args: {
          p_location_id: string
          p_kind: string
          p_amount_rappen: number
          p_reason: string
          p_idempotency_key?: string
        }
        Returns: string
      }
      record_consent: {
        Args: {
          p_customer_id: string
          p_kind: string
          p_text_version: string
          p_source: string
        }
        Returns: string
      }
      record_dispute: {
        Args: {
          p_company_id: string
          p_intent: string
          p_dispute: Json
        }
        Returns: string
      }
      record_maintenance: {
        Args: {
          p_vehicle_id: string
          p_kind: Database['public']['Enums']['maintenance_kind']
          p_done_on: string
          p_cost_rappen?: number
          p_odometer_km?: number
          p_workshop?: string
          p_note?: string
          p_next_due_on?: string
        }
        Returns: string
      }
      record_message: {
        Args: {
          p_company_id: string
          p_outbox_id: string
          p_channel: string
          p_template: string
          p_recipient: string
          p_subject: string
          p_body: string
          p_provider_ref: string
          p_customer_id?: string
          p_reservation_id?: string
        }
        Returns: undefined
      }
      record_outside_refund: {
        Args: {
          p_company_id: string
          p_payment_id: string
          p_provider_ref: string
          p_amount_rappen: number
          p_status: string
          p_intent?: string
        }
        Returns: undefined
      }
      record_payment: {
        Args: {
          p_invoice_id: string
          p_method: Database['public']['Enums']['payment_method']
          p_amount_rappen: number
          p_received_on?: string
          p_idempotency_key?: string
          p_location_id?: string
        }
        Returns: Json
      }
      record_payout: {
        Args: {
          p_company_id: string
          p_payout: Json
        }
        Returns: undefined
      }
      redeem_voucher: {
        Args: {
          p_invoice_id: string
          p_code: string
          p_idempotency_key?: string
        }
        Returns: Json
      }
      redeem_voucher_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_code: string
        }
        Returns: Json
      }
      refund_change: {
        Args: {
          p_company_id: string
          p_change_id: string
        }
        Returns: number
      }
      refund_facts: {
        Args: {
          p_company_id: string
          p_refund_id: string
        }
        Returns: Json
      }
      refund_payment: {
        Args: {
          p_payment_id: string
          p_amount_rappen: number
          p_reason: string
        }
        Returns: string
      }
      refuse_charge: {
        Args: {
          p_company_id: string
          p_payment_id: string
          p_failure: string
        }
        Returns: undefined
      }
      refuse_message_file: {
        Args: {
          p_company_id: string
          p_message_file_id: string
          p_refusal: string
        }
        Returns: undefined
      }
      reinstate_vehicle: {
        Args: {
          p_vehicle_id: string
        }
        Returns: undefined
      }
      release_deposits: {
        Args: {
          p_now?: string
        }
        Returns: number
      }
      release_message_files: { Args: Record<PropertyKey, never>; Returns: number }
      remind_due_items: { Args: Record<PropertyKey, never>; Returns: number }
      remind_invoice: {
        Args: {
          p_invoice_id: string
        }
        Returns: number
      }
      remove_contract_driver: {
        Args: {
          p_contract_id: string
          p_driver_id: string
        }
        Returns: undefined
      }
      remove_customer_vehicle: {
        Args: {
          p_customer_vehicle_id: string
        }
        Returns: undefined
      }
      remove_damage: {
        Args: {
          p_handover_id: string
          p_id: string
          p_step?: Json
        }
        Returns: undefined
      }
      remove_damage_price: {
        Args: {
          p_damage_price_id: string
        }
        Returns: undefined
      }
      remove_driver: {
        Args: {
          p_driver_id: string
        }
        Returns: undefined
      }
      remove_form_file: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_file_id: string
        }
        Returns: string[]
      }
      remove_from_waiting_list: {
        Args: {
          p_waiting_entry_id: string
        }
        Returns: undefined
      }
      remove_handover_driver: {
        Args: {
          p_handover_id: string
          p_id: string
          p_step?: Json
        }
        Returns: undefined
      }
      remove_handover_photo: {
        Args: {
          p_handover_id: string
          p_id: string
          p_step?: Json
        }
        Returns: undefined
      }
      remove_price_rule: {
        Args: {
          p_kind: string
          p_id: string
        }
        Returns: undefined
      }
      remove_vehicle_document: {
        Args: {
          p_vehicle_document_id: string
        }
        Returns: string
      }
      repair_damage: {
        Args: {
          p_damage_case_id: string
          p_starts_at: string
          p_ends_at: string
          p_workshop?: string
          p_note?: string
        }
        Returns: string
      }
      replace_private_link: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      reply_name: {
        Args: {
          p_company_id: string
          p_customer_id: string
        }
        Returns: string
      }
      report_upsells: {
        Args: {
          p_since?: string
        }
        Returns: Json
      }
      request_data_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_request: string
        }
        Returns: string
      }
      reservation_change_facts: {
        Args: {
          p_company_id: string
          p_change_id: string
        }
        Returns: Json
      }
      reservation_checkin: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      reservation_facts: {
        Args: {
          p_company_id: string
          p_reservation_id: string
        }
        Returns: Json
      }
      reservation_messages: {
        Args: {
          p_reservation_id: string
        }
        Returns: Json
      }
      reset_message_template: {
        Args: {
          p_event: string
          p_channel: string
          p_language: string
        }
        Returns: undefined
      }
      resolve_deposit: {
        Args: {
          p_deposit_id: string
          p_capture_rappen?: number
        }
        Returns: undefined
      }
      restate_plans: { Args: Record<PropertyKey, never>; Returns: number }
      restore_customer: {
        Args: {
          p_customer_id: string
        }
        Returns: undefined
      }
      retire_vehicle: {
        Args: {
          p_vehicle_id: string
          p_reason: string
        }
        Returns: undefined
      }
      retry_deposit_hold: {
        Args: {
          p_deposit_id: string
        }
        Returns: undefined
      }
      revive_charges: { Args: Record<PropertyKey, never>; Returns: number }
      save_checkin_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_changes: Json
          p_submit?: boolean
        }
        Returns: Json
      }
      save_form: {
        Args: {
          p_names: Json
          p_fields: Json
          p_category_ids?: string[]
          p_active?: boolean
          p_form_id?: string
          p_sources?: Database['public']['Enums']['reservation_source'][]
          p_languages?: string[]
          p_titles?: Json
        }
        Returns: string
      }
      save_guide: {
        Args: {
          p_names: Json
          p_sections: Json
          p_category_ids?: string[]
          p_active?: boolean
          p_guide_id?: string
        }
        Returns: string
      }
      save_invoice_draft: {
        Args: {
          p_customer_id: string
          p_draft: Json
          p_invoice_id?: string
          p_idempotency_key?: string
        }
        Returns: string
      }
      save_message_template: {
        Args: {
          p_event: string
          p_channel: string
          p_language: string
          p_texts: Json
        }
        Returns: undefined
      }
      save_view: {
        Args: {
          p_list: string
          p_name: string
          p_query: string
          p_shared?: boolean
        }
        Returns: string
      }
      seal_document: {
        Args: {
          p_company_id: string
          p_kind: string
          p_record_id: string
          p_locale: string
          p_storage_path: string
          p_sha256: string
          p_bytes: number
        }
        Returns: string
      }
      search_alternatives: {
        Args: {
          p_starts_at: string
          p_ends_at: string
          p_category_id?: string
          p_location_id?: string
          p_features?: Json
        }
        Returns: Json
      }
      search_availability: {
        Args: {
          p_starts_at: string
          p_ends_at: string
          p_category_id?: string
          p_location_id?: string
          p_features?: Json
        }
        Returns: Json
      }
      search_availability_on_site: {
        Args: {
          p_slug: string
          p_starts_at: string
          p_ends_at: string
          p_category_id?: string
          p_location_id?: string
          p_vehicle_id?: string
          p_features?: Json
        }
        Returns: Json
      }
      search_categories: {
        Args: {
          p_starts_at: string
          p_ends_at: string
          p_location_id?: string
          p_features?: Json
        }
        Returns: Json
      }
      search_everything: {
        Args: {
          p_query: string
          p_limit?: number
        }
        Returns: Json
      }
      send_due_reminders: { Args: Record<PropertyKey, never>; Returns: number }
      send_statement: {
        Args: {
          p_customer_id: string
          p_from: string
          p_until: string
          p_idempotency_key?: string
        }
        Returns: undefined
      }
      send_test_message: {
        Args: {
          p_event: string
          p_channel: string
          p_language: string
          p_texts: Json
          p_reservation_id?: string
          p_phone?: string
        }
        Returns: undefined
      }
      sent_before: {
        Args: {
          p_company_id: string
          p_outbox_id: string
          p_provider_refs: string[]
        }
        Returns: string[]
      }
      serve_waiting_list: {
        Args: {
          p_company_id: string
        }
        Returns: string
      }
      set_account_numbers: {
        Args: {
          p_numbers: Json
        }
        Returns: undefined
      }
      set_company_picture: {
        Args: {
          p_kind: string
          p_file?: string
          p_width?: number
          p_height?: number
          p_ground?: string
        }
        Returns: undefined
      }
      set_customer_account: {
        Args: {
          p_customer_id: string
          p_account: Json
          p_seen_at?: string
        }
        Returns: undefined
      }
      set_customer_blocked: {
        Args: {
          p_customer_id: string
          p_reason: string
          p_until?: string
        }
        Returns: undefined
      }
      set_member_role: {
        Args: {
          p_user_id: string
          p_role?: Database['public']['Enums']['company_role']
        }
        Returns: undefined
      }
      set_model_photo: {
        Args: {
          p_vehicle_id: string
          p_file?: string
          p_width?: number
          p_height?: number
        }
        Returns: undefined
      }
      set_reservation_account: {
        Args: {
          p_reservation_id: string
          p_account: Json
        }
        Returns: undefined
      }
      set_sms_overage: {
        Args: {
          p_most: number
        }
        Returns: undefined
      }
      settle_data_request: {
        Args: {
          p_data_request_id: string
        }
        Returns: undefined
      }
      settle_dead_letter: {
        Args: {
          p_outbox_id: string
          p_again: boolean
        }
        Returns: undefined
      }
      settle_deposit_capture: {
        Args: {
          p_company_id: string
          p_deposit_id: string
          p_captured_rappen: number
          p_failure?: string
        }
        Returns: string
      }
      settle_deposit_hold: {
        Args: {
          p_company_id: string
          p_hold_id: string
          p_intent: string
          p_expires_at?: string
          p_failure?: string
          p_customer_ref?: string
          p_payment_method_ref?: string
        }
        Returns: string
      }
      settle_failed_message: {
        Args: {
          p_message_id: string
          p_again: boolean
        }
        Returns: undefined
      }
      settle_payment: {
        Args: {
          p_company_id: string
          p_payment_id: string
          p_session: string
          p_intent: string
          p_amount_rappen: number
          p_currency: string
          p_customer_ref?: string
          p_payment_method_ref?: string
          p_method?: Database['public']['Enums']['payment_method']
        }
        Returns: string
      }
      settle_stripe_finding: {
        Args: {
          p_finding_id: string
          p_note: string
        }
        Returns: undefined
      }
      settle_text: {
        Args: {
          p_company_id: string
          p_outbox_id: string
          p_segments: number
        }
        Returns: undefined
      }
      settlement_facts: {
        Args: {
          p_company_id: string
          p_contract_id: string
        }
        Returns: Json
      }
      sign_addendum: {
        Args: {
          p_change_id: string
          p_signature: Json
          p_ip?: string
          p_user_agent?: string
        }
        Returns: string
      }
      sign_addendum_by_link: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_change_id: string
          p_signature: Json
          p_ip?: string
          p_user_agent?: string
        }
        Returns: string
      }
      sign_terms_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_version: number
          p_language: string
          p_name: string
          p_ip?: string
          p_user_agent?: string
        }
        Returns: undefined
      }
      sign_up_company: {
        Args: {
          p_company_name: string
          p_slug: string
          p_full_name: string
          p_lines?: Database['public']['Enums']['business_line'][]
          p_locale?: string
        }
        Returns: string
      }
      similar_customers: {
        Args: {
          p_customer: Json
        }
        Returns: Json
      }
      site_company: {
        Args: {
          p_slug: string
        }
        Returns: Json
      }
      slug_of_domain: {
        Args: {
          p_domain: string
        }
        Returns: string
      }
      sms_overage: { Args: Record<PropertyKey, never>; Returns: Json }
      stale_uploads: {
        Args: {
          p_limit?: number
        }
        Returns: {
          path: string
          uploaded_at: string
        }[]
      }
      start_maintenance: {
        Args: {
          p_maintenance_id: string
          p_ends_at?: string
        }
        Returns: undefined
      }
      start_pickup: {
        Args: {
          p_reservation_id: string
          p_step?: Json
        }
        Returns: Json
      }
      start_return: {
        Args: {
          p_contract_id: string
          p_step?: Json
        }
        Returns: Json
      }
      statement_facts: {
        Args: {
          p_company_id: string
          p_customer_id: string
          p_from: string
          p_until: string
        }
        Returns: Json
      }
      store_webhook_event: {
        Args: {
          p_provider: string
          p_event_id: string
          p_type: string
          p_account: string
          p_livemode: boolean
          p_payload: Json
        }
        Returns: boolean
      }
      stray_message_files: {
        Args: {
          p_limit?: number
        }
        Returns: {
          path: string
          stored_at: string
        }[]
      }
      swap_reservations: {
        Args: {
          p_reservation_id: string
          p_other_id: string
          p_versions?: number[]
          p_keep_price?: boolean
          p_dry_run?: boolean
          p_notify?: boolean
          p_idempotency_key?: string
        }
        Returns: Json
      }
      sweep_deposits: {
        Args: {
          p_now?: string
        }
        Returns: number
      }
      switch_company: {
        Args: {
          p_company_id: string
        }
        Returns: undefined
      }
      tag_records: {
        Args: {
          p_list: string
          p_ids: string[]
          p_add?: string[]
          p_remove?: string[]
        }
        Returns: Json
      }
      take_deposit_in_cash: {
        Args: {
          p_deposit_id: string
        }
        Returns: undefined
      }
      take_upsell_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_offer_id: string
          p_quantity: number
          p_expected_rappen: number
          p_idempotency_key?: string
        }
        Returns: string
      }
      template_facts: {
        Args: {
          p_reservation_id?: string
        }
        Returns: Json
      }
      terms_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_language: string
        }
        Returns: Json
      }
      test_message_facts: {
        Args: {
          p_company_id: string
          p_reservation_id?: string
        }
        Returns: Json
      }
      timed_facts: {
        Args: {
          p_company_id: string
          p_reservation_id: string
          p_kind: string
        }
        Returns: Json
      }
      timeline: {
        Args: {
          p_from: string
          p_to: string
        }
        Returns: Json
      }
      trial_balance: {
        Args: {
          p_until?: string
        }
        Returns: Json
      }
      undo_change: {
        Args: {
          p_change_id: string
        }
        Returns: undefined
      }
      undoable_change: {
        Args: {
          p_reservation_id: string
        }
        Returns: string
      }
      update_message_status: {
        Args: {
          p_provider_ref: string
          p_status: string
          p_error?: string
        }
        Returns: boolean
      }
      upsells_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      vehicle_calendar: {
        Args: {
          p_vehicle_id: string
          p_until: string
        }
        Returns: Json
      }
      vehicle_figures: {
        Args: {
          p_vehicle_id: string
        }
        Returns: Json
      }
      verify_document: {
        Args: {
          p_sha256: string
          p_slug?: string
        }
        Returns: Json
      }
      verify_driver: {
        Args: {
          p_driver_id: string
        }
        Returns: undefined
      }
      verify_evidence: {
        Args: {
          p_contract_id: string
        }
        Returns: Json
      }
      void_voucher: {
        Args: {
          p_voucher_id: string
          p_reason: string
          p_left_rappen: number
        }
        Returns: undefined
      }
      voucher_paper: {
        Args: {
          p_voucher_id: string
        }
        Returns: Json
      }
      waiting_by_token: {
        Args: {
          p_slug: string
          p_token: string
        }
        Returns: Json
      }
      waiting_entry_facts: {
        Args: {
          p_company_id: string
          p_waiting_entry_id: string
        }
        Returns: Json
      }
      withdraw_consent: {
        Args: {
          p_consent_id: string
        }
        Returns: undefined
      }
      withdraw_invitation: {
        Args: {
          p_invitation_id: string
        }
        Returns: undefined
      }
      write_by_token: {
        Args: {
          p_slug: string
          p_token: string
          p_body: string
          p_idempotency_key?: string
          p_files?: string[]
        }
        Returns: string
      }
      write_to_customer: {
        Args: {
          p_customer_id: string
          p_channel: string
          p_body: string
          p_reservation_id?: string
          p_idempotency_key?: string
          p_files?: string[]
          p_read?: string[]
        }
        Returns: string
      }
    }
    Enums: {
      body_type: 'compact' | 'estate' | 'suv' | 'van' | 'minibus' | 'camper' | 'convertible'
      business_line: 'rentals' | 'services' | 'stays' | 'sales'
      charge_basis: 'per_day' | 'per_rental'
      company_role: 'owner' | 'manager' | 'staff' | 'technician' | 'sales_rep' | 'concierge' | 'viewer'
      company_status: 'trial' | 'active' | 'past_due' | 'suspended' | 'canceled'
      contract_status: 'draft' | 'signed' | 'active' | 'returned' | 'closed' | 'cancelled'
      damage_case_status: 'estimated' | 'charged' | 'claimed' | 'in_repair' | 'repaired' | 'closed'
      deposit_status: 'requested' | 'held' | 'lapsed' | 'capturing' | 'captured' | 'released' | 'failed'
      equipment:
        | 'tow_bar'
        | 'roof_rack'
        | 'bike_rack'
        | 'winter_tyres'
        | 'four_wheel_drive'
        | 'isofix'
        | 'navigation'
        | 'rear_camera'
        | 'cruise_control'
        | 'heated_seats'
        | 'wheelchair_ramp'
        | 'tail_lift'
        | 'dog_guard'
      fee_kind: 'one_way' | 'out_of_hours' | 'young_driver'
      fuel_type: 'petrol' | 'diesel' | 'hybrid' | 'electric' | 'gas'
      handover_kind: 'pickup' | 'exchange_back' | 'exchange_out' | 'return'
      invoice_status: 'draft' | 'open' | 'partially_paid' | 'paid' | 'overdue' | 'void'
      maintenance_kind: 'service' | 'repair' | 'tyres' | 'inspection' | 'damage' | 'other'
      maintenance_status: 'planned' | 'in_progress' | 'done' | 'cancelled'
      payment_method: 'card' | 'twint' | 'qr_bill' | 'bank_transfer' | 'cash' | 'voucher' | 'customer_credit'
      payment_status: 'pending' | 'succeeded' | 'failed' | 'refunded' | 'partially_refunded'
      plan_name: 'starter' | 'professional' | 'business'
      reservation_source: 'site' | 'phone' | 'walk_in' | 'channel'
      reservation_status: 'pending' | 'confirmed' | 'converted' | 'cancelled' | 'no_show' | 'expired'
      transmission: 'manual' | 'automatic'
      vehicle_status: 'available' | 'reserved' | 'rented' | 'cleaning' | 'maintenance' | 'retired'
      waiting_status: 'waiting' | 'offered' | 'booked' | 'withdrawn' | 'expired'
    }
    CompositeTypes: Record<never, never>
  }
}

type Public = Database['public']
/** A row as it is read. */
export type Tables<Name extends keyof Public['Tables']> = Public['Tables'][Name]['Row']
/** One of the database's enumerations. */
export type Enums<Name extends keyof Public['Enums']> = Public['Enums'][Name]
