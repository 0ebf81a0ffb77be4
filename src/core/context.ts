/** A stream that a command may write text to. */
export interface Output {
  /** Writes the text; resolves when the stream has taken it, to false if its reader has gone away. */
  write(text: string | Uint8Array): Promise<boolean>;
  readonly isTTY: boolean;
  /** Width in terminal cells; 80 where it is not a terminal. */
  readonly columns: number;
}

/** Everything impure that a command may use. */
export interface Context {
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Folder of the installed package, with its rules and schemas. */
  readonly packageRoot: string;
  readonly version: string;
  /** Processor cores that this process may use. */
  readonly cores: number;
  /** Today in Asia/Shanghai as YYYY-MM-DD. */
  readonly today: string;
  /** Milliseconds of a clock that never goes back, to tell how long something takes. */
  readonly now: () => number;
  /** Standard input as it arrives. */
  readonly stdin: () => AsyncIterable<Uint8Array>;
  /** Whether and when the user asks to stop (SIGINT). */
  readonly interrupted: AbortSignal;
  /** Says that the process ends soon: nothing shall be begun beside it that pays only later and would be waited for. */
  readonly endsSoon: () => Promise<void>;
}
