/** What judging takes from where it runs, so that it runs in a browser as it does in Node. */
export interface Host {
  /** `sha256:` and the digest of the bytes, or of the UTF-8 of a text, in hexadecimal. */
  sha256(bytes: Uint8Array | string): string;
  /** Whether all bytes are well-formed UTF-8. */
  isUtf8(bytes: Uint8Array): boolean;
}
