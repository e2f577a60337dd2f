/** What holds a client back while it has asked for more than is served at a time. */
export interface RequestGate {
  hold(holder: object): void;
  letGo(holder: object): void;
  /** Whether so many replies wait to be read that nothing more should be started before {@link RequestGate.drained}. */
  readonly isFull: boolean;
  drained(): Promise<void>;
}

/**
 * The requests of one client: so many are served at a time, and as many of high priority beside them; a few wait, and
 * beyond those the client isn't read from. Nothing is started while replies pile up unread.
 */
export class RequestQueue<Request> {
  readonly #limit: number;
  /** Never rejects. */
  readonly #serve: (request: Request) => Promise<void>;
  readonly #gate: RequestGate;
  readonly #waiting: Request[] = [];
  readonly #served = (): void => {
    if (this.#gate.isFull) void this.#gate.drained().then(this.#next);
    else this.#next();
  };
  readonly #next = (): void => {
    this.#serving -= 1;
    const request = this.#serving >= this.#limit ? undefined : this.#waiting.shift();
    if (this.#waiting.length <= this.#limit) this.#gate.letGo(this);
    if (request !== undefined) this.#start(request);
  };
  #serving = 0;

  constructor(limit: number, serve: (request: Request) => Promise<void>, gate: RequestGate) {
    this.#limit = limit;
    this.#serve = serve;
    this.#gate = gate;
  }

  /** Serves the request now or when its turn comes. */
  add(request: Request, isUrgent: boolean): void {
    if (this.#serving < (isUrgent ? 2 * this.#limit : this.#limit)) {
      this.#start(request);
      return;
    }
    this.#waiting.push(request);
    if (this.#waiting.length > this.#limit) this.#gate.hold(this);
  }

  /** Forgets what waits, and returns it. */
  clear(): Request[] {
    return this.#waiting.splice(0);
  }

  #start(request: Request): void {
    this.#serving += 1;
    void this.#serve(request).then(this.#served);
  }
}
