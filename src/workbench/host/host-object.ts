/**
 * The base of every object the host answers for. Public members carry the names of Excel.*
 * (camelCase) and are found by name; what Office.js does not have cannot be reached, and what is
 * not here is refused with NotImplemented and its name, so that a gap shows instead of passing for
 * a success.
 */
export abstract class HostObject {
  /** The class in Excel.*. */
  abstract readonly className: string;

  /** The Id in instantiate results; events and getItem need it. */
  get objectId(): string | number | undefined {
    return undefined;
  }
  /** Objects without an id of their own (ranges) are kept under a reference. */
  get isTransient(): boolean {
    return false;
  }
  /** Throws when what the object stands for is gone (a deleted sheet, a deleted range). */
  checkAlive(): void {}
}

/** A collection: load() gives its items. */
export abstract class HostCollection extends HostObject {
  abstract get members(): HostObject[];
  /** getItem, through the indexer path. */
  abstract item(key: unknown): HostObject;
}

type ClientOnly =
  | 'context'
  | 'isNullObject'
  | 'load'
  | 'set'
  | 'toJSON'
  | 'track'
  | 'untrack'
  | 'update'
  | 'items';
/* eslint-disable @typescript-eslint/no-explicit-any */
type IsAny<T> = 0 extends 1 & T ? true : false;

/**
 * What a value of the API is on this side: texts for enumerations, host objects for objects, plain
 * values for results.
 */
type Here<T> =
  IsAny<T> extends true
    ? any
    : T extends undefined
      ? undefined
      : T extends void
        ? void
        : T extends { load(...names: any[]): any } | { toJSON(): any; context: any }
          ? HostObject
          : T extends OfficeExtension.ClientResult<infer V>
            ? Here<V>
            : T extends string
              ? string
              : T extends (infer U)[][]
                ? Here<U>[][]
                : T;

/** The same for arguments: objects arrive resolved, so a host class takes its own. */
type Given<A extends any[]> = {
  [I in keyof A]: A[I] extends number | string | boolean | undefined ? Here<A[I]> : any;
};

/**
 * A class of Excel.* as the host implements it (members may be missing, none may contradict the
 * typings). Null stands for a null object or for values that differ.
 */
export type Answers<E> = Partial<{
  [
    K in keyof E as K extends ClientOnly
      ? never
      : E[K] extends OfficeExtension.EventHandlers<any>
        ? never
        : K
  ]: E[K] extends (...args: infer A) => infer R
    ? (...args: Given<A>) => Here<R> | null | (Here<R> extends void ? any : never)
    : Here<E[K]> | null;
}>;
/* eslint-enable */
