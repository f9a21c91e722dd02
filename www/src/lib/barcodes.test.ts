// barcodes.ts: what counts as a barcode.
import { describe, expect, it } from 'vitest'
import { codeOf } from './barcodes'

describe('codeOf', () => {
  it('takes spaces and dashes out', () => {
    expect(codeOf('5 099902 987316')).toBe('5099902987316')
    expect(codeOf('7 24385 22901 2')).toBe('0724385229012')
  })
  it('reads a UPC-A as the EAN-13 it is', () => {
    expect(codeOf('724385229012')).toBe('0724385229012')
  })
  it('takes words and short numbers for none', () => {
    expect(codeOf('1999')).toBeNull()
    expect(codeOf('kid a')).toBeNull()
  })
})
