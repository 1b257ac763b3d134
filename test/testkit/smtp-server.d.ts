/** As much of it as tests use; the package comes without types. */
declare module 'smtp-server' {
  import type { Server } from 'node:net';
  import type { Readable } from 'node:stream';

  interface Options {
    readonly authOptional?: boolean;
    readonly disabledCommands?: readonly string[];
    onData(
      stream: Readable,
      session: { readonly envelope: { readonly rcptTo: readonly { readonly address: string }[] } },
      callback: (error?: Error & { responseCode?: number }) => void,
    ): void;
  }

  export class SMTPServer {
    readonly server: Server;
    constructor(options: Options);
    listen(port: number, host: string, callback: () => void): void;
    close(callback?: () => void): void;
    on(event: 'error', listener: (error: Error) => void): this;
  }
}
