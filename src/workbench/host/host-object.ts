/**
 * The base of every object the host answers for. Members carry the names of Excel.* (camelCase); the dispatcher finds
 * them by name, so what is not here is answered with ApiNotFound and shows as a gap instead of a silent success.
 */
export abstract class HostObject {
  /** The class in Excel.*, for error locations. */
  abstract readonly className: string;
  /** Property names that load() without names gives. */
  abstract readonly scalars: readonly string[];

  /** The Id in instantiate results; events and getItem need it. */
  get objectId(): string | undefined {
    return undefined;
  }
  /** Objects without an id of their own (ranges) are kept under a reference. */
  get isTransient(): boolean {
    return false;
  }
}

/** A collection: load() gives its items. */
export abstract class HostCollection extends HostObject {
  readonly scalars: readonly string[] = [];
  abstract get members(): HostObject[];
  /** getItem, through the indexer path. */
  abstract item(key: unknown): HostObject;
}
