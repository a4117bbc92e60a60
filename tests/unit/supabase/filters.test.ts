import { describe, expect, test } from 'vitest'
import {
  afterRow,
  allOf,
  anyContains,
  anyOf,
  arrayLiteral,
  isOneOf,
  searchWords,
} from '@/lib/supabase/filters'

describe('a condition for the Data API', () => {
  test('keeps nothing of a search that could be read as a condition', () => {
    expect(searchWords('a,b)or(id.gt.0 "x\\" 100%_*')).toEqual(['a', 'b', 'or', 'id.gt.0', 'x'])
    expect(searchWords('  \0 ')).toEqual([])
  })

  test('asks for each word in any of the columns', () => {
    const words = searchWords('VW Golf')
    expect(allOf(words.map((word) => anyContains(['make', 'model'], word)))).toBe(
      'and(or(make.ilike.%VW%,model.ilike.%VW%),or(make.ilike.%Golf%,model.ilike.%Golf%))',
    )
  })

  test('asks for a word with its accents and without them', () => {
    expect(anyContains(['searched'], 'Zoé')).toBe('or(searched.ilike.%Zoé%,searched.ilike.%Zoe%)')
  })

  test('leaves out a list of ids that is empty', () => {
    expect(anyOf(['number.eq.1', isOneOf('customer_id', [])])).toBe('or(number.eq.1)')
    expect(isOneOf('customer_id', ['a', 'b'])).toBe('customer_id.in.(a,b)')
  })

  test('keeps each text of an array one element, whatever signs are in it', () => {
    expect(arrayLiteral(['VIP', 'Hund, gross', '{a}', '"b"', 'c\\'])).toBe(
      '{"VIP","Hund, gross","{a}","\\"b\\"","c\\\\"}',
    )
  })

  test('quotes what a row says of itself', () => {
    expect(afterRow(['name', 'id'], ['Meier, "Anna"', '1'], 'desc')).toBe(
      'and(name.lte."Meier, \\"Anna\\"",or(name.lt."Meier, \\"Anna\\"",and(name.eq."Meier, \\"Anna\\"",id.lt."1")))',
    )
  })
})
