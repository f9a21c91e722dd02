// Barcodes of the records one has: read by the camera where the browser can, and found without a network.
import { body, publicApi } from './api/client'
import { kept } from './offline/database'

/** Of what browsers have of https://wicg.github.io/shape-detection-api/, what is used here. */
type Detector = { detect: (source: HTMLVideoElement) => Promise<{ rawValue: string }[]> }
type DetectorClass = new (options: { formats: string[] }) => Detector

export function detector(): Detector | null {
  const found = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

  return found ? new found({ formats: ['ean_13', 'ean_8', 'upc_a', 'upc_e'] }) : null
}

/** The digits alone; a UPC-A of 12 digits is the EAN-13 with a 0 in front. Null for what is no barcode. */
export function codeOf(text: string): string | null {
  const digits = text.replace(/[\s-]/g, '')

  if (!/^\d{8,14}$/.test(digits)) return null
  return digits.length === 12 ? `0${digits}` : digits
}

/** Learns the barcodes of these albums' pressings, one after the other and each once, while there is a network. */
export async function learn(albumIds: number[]): Promise<void> {
  const known = new Set((await kept.barcodes()).map(({ albumId }) => albumId))

  for (const albumId of new Set(albumIds)) {
    if (known.has(albumId)) continue
    const query = { album_id: albumId, limit: 100 }
    const { releases } = await body(publicApi.GET('/api/v1/releases', { params: { query } }))
    const codes = releases.map((release) => codeOf(release.barcode ?? '')).filter((code) => code !== null)
    await kept.setBarcodes({ albumId, codes })
  }
}

/** The albums of which a pressing has this barcode, by what was learned. */
export async function albumsOf(code: string): Promise<number[]> {
  return (await kept.barcodes()).filter(({ codes }) => codes.includes(code)).map(({ albumId }) => albumId)
}
