/** Signatures and offsets of the ZIP format (PKWARE APPNOTE 6.3, §4.3). */
const END = { signature: 0x06054b50, size: 22, entries: 10, directory: 16 } as const;
const ENTRY = { signature: 0x02014b50, size: 46, time: 12, name: 28, extra: 30, comment: 32, file: 42 } as const;
const FILE = { signature: 0x04034b50, time: 10 } as const;

/** 1980-01-01 00:00:00, the first time that the format can name. */
const FIXED_TIME = 0x00210000;

/**
 * A ZIP archive without comment whose files all bear the same time, so that the same content gives the same bytes. Changes
 * the bytes in place. @throws Error if they are no such archive
 */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const bytes = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = archive.byteLength - END.size;
  expectSignature(bytes, end, END.signature);
  let entry = bytes.getUint32(end + END.directory, true);
  for (let left = bytes.getUint16(end + END.entries, true); left > 0; left -= 1) {
    expectSignature(bytes, entry, ENTRY.signature);
    const file = bytes.getUint32(entry + ENTRY.file, true);
    expectSignature(bytes, file, FILE.signature);
    bytes.setUint32(entry + ENTRY.time, FIXED_TIME, true);
    bytes.setUint32(file + FILE.time, FIXED_TIME, true);
    const lengths = [ENTRY.name, ENTRY.extra, ENTRY.comment].map((at) => bytes.getUint16(entry + at, true));
    entry += lengths.reduce((sum, each) => sum + each, ENTRY.size);
  }
  return archive;
}

function expectSignature(bytes: DataView, at: number, signature: number): void {
  if (bytes.getUint32(at, true) !== signature) throw new Error('the workbook is no ZIP archive');
}
