import { isWithin, memberOf, membersOf, type HostKind } from './api-sets';
import { ApiError } from './errors';
import { HostCollection, HostObject } from './host-object';

/**
 * Runs the batches Office.js sends ("ProcessQuery"): object paths name members as texts and actions
 * act on them.
 * Generic: it knows nothing of workbooks. Number codes are the client's own (excel-web, enum
 * ActionType and ObjectPathType).
 */

interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

interface ArgumentInfo {
  Arguments?: unknown[];
  ReferencedObjectPathIds?: (number | number[] | null)[];
}

interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: { Select?: string[]; Expand?: string[]; Top?: number; Skip?: number };
  ObjectState?: Record<string, unknown>;
}

export interface Batch {
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export interface BatchReply {
  Error: null | {
    ActionIndex: number;
    Code: string;
    Message: string;
    Location: string;
    HttpStatusCode: number;
  };
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
}

const PATH = {
  global: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nothing: 7,
} as const;
const ACTION = {
  instantiate: 1,
  query: 2,
  method: 3,
  setProperty: 4,
  trace: 5,
  queryAsJson: 7,
  ensureUnchanged: 8,
  update: 9,
} as const;

/** By these the client gives back what it held. */
const RELEASES = new Set(['_RemoveReference', '_ReleaseReference', '_DisposeReference']);

/**
 * A request that only gives references back: the client sends it for itself after each Excel.run,
 * waits for no answer and, where it failed, tries again five seconds later
 * (ClientRequestContext._runCommon), when the add-in may long be at something else.
 */
export function onlyReleases(batch: Batch): boolean {
  let releases = 0;
  for (const { ActionType, Name } of batch.Actions) {
    if (ActionType === ACTION.method && RELEASES.has(Name)) releases++;
    else if (ActionType !== ACTION.instantiate && ActionType !== ACTION.trace) return false;
  }
  return releases > 0;
}

/**
 * A request that changes nothing, though the client calls it a write: it does so for every function
 * of Excel that is called without a cell.
 */
export function onlyAsks({ Actions, ObjectPaths }: Batch): boolean {
  const asking: readonly number[] = [
    ACTION.instantiate,
    ACTION.query,
    ACTION.trace,
    ACTION.queryAsJson,
  ];
  const isAsking = ({ ActionType, Name }: Action) =>
    asking.includes(ActionType) || Name === '_KeepReference';
  const isRead = ({ ObjectPathType, Name }: ObjectPath) =>
    ObjectPathType !== PATH.method || /^(?:Get|_)/.test(Name) || Name === 'Date';
  return Actions.every(isAsking) && Object.values(ObjectPaths).every(isRead);
}

/** Workbooks opened so far: a reference of one is never one of another. */
let workbooks = 0;

/** A null object: its children are null objects too. */
const NULL_OBJECT = Symbol('null object');
type Target = HostObject | typeof NULL_OBJECT;

/** Wire names that are not simply the API name with a capital. */
const EXCEPTIONS: Record<string, string> = { Gridlines: 'showGridlines', Headings: 'showHeadings' };

function memberName(wire: string): string {
  if (wire.startsWith('_')) return wire;
  return EXCEPTIONS[wire] ?? wire[0].toLowerCase() + wire.slice(1);
}

function wireName(member: string): string {
  const exception = Object.entries(EXCEPTIONS).find(([, name]) => name === member);
  return exception ? exception[0] : member[0].toUpperCase() + member.slice(1);
}

export class RichApi {
  private readonly references = new Map<string, HostObject>();
  private readonly number = ++workbooks;
  private nextReference = 1;

  constructor(
    private readonly root: HostObject,
    private readonly service: (name: string) => HostObject,
    private readonly kind: HostKind,
  ) {}

  /** Every object the client still holds by reference. */
  get kept(): Iterable<HostObject> {
    return new Set(this.references.values());
  }

  /**
   * Actions in order; the first error stops the batch and earlier effects stay, as in Excel.
   * `failAt` stops before that action with the given error. What was asked is told in words.
   */
  run(
    batch: Batch,
    asked: string[] = [],
    failAt?: { action: number; error: ApiError },
  ): BatchReply {
    const live = new Map<number, Target>();
    const reply: BatchReply = { Error: null, Results: [], TraceIds: [] };
    for (const [index, action] of batch.Actions.entries()) {
      try {
        if (failAt?.action === index) throw failAt.error;
        reply.Results.push({ ActionId: action.Id, Value: this.act(batch, action, live, asked) });
        if (action.ActionType === ACTION.trace) reply.TraceIds.push(action.Id);
      } catch (error) {
        const known =
          error instanceof ApiError
            ? error
            : new ApiError('GeneralException', '', `host fault: ${describe(error)}`);
        reply.Error = {
          ActionIndex: index,
          Code: known.code,
          Message: known.message,
          Location: known.location,
          HttpStatusCode: known.status,
        };
        return reply;
      }
    }
    return reply;
  }

  private act(batch: Batch, action: Action, live: Map<number, Target>, asked: string[]): unknown {
    if (action.ActionType === ACTION.trace) return null;
    const target = this.resolve(batch, action.ObjectPathId, live);
    const args = () => this.args(batch, action.ArgumentInfo, live);
    if (target === NULL_OBJECT) return actOnNothing(action);
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.handle(target);
      case ACTION.query:
      case ACTION.queryAsJson:
        return this.load(target, action.QueryInfo ?? {}, asked);
      case ACTION.method:
        if (!action.Name.startsWith('_'))
          asked.push(`${target.className}.${memberName(action.Name)}()`);
        return this.method(target, action.Name, args());
      case ACTION.setProperty: {
        const [value] = args();
        asked.push(`${target.className}.${memberName(action.Name)} = ${inWords(value)}`);
        this.set(target, action.Name, value ?? null);
        return null;
      }
      case ACTION.update:
        return this.update(target, action.ObjectState ?? {});
      case ACTION.ensureUnchanged:
        return null;
      default:
        throw new ApiError(
          'NotImplemented',
          '',
          `action type ${action.ActionType} is not in this host`,
        );
    }
  }

  private load(
    target: HostObject,
    info: NonNullable<Action['QueryInfo']>,
    asked: string[],
  ): unknown {
    asked.push(`${target.className}.load(${(info.Select ?? []).join(',')})`);
    return this.query(target, info);
  }

  private update(target: HostObject, state: NonNullable<Action['ObjectState']>): null {
    for (const [name, value] of Object.entries(state)) this.set(target, name, value);
    return null;
  }

  private method(target: HostObject, name: string, args: unknown[]): unknown {
    if (name === '_KeepReference') return this.handle(target);
    if (RELEASES.has(name)) {
      this.references.delete(String(args[0]));
      return null;
    }
    const result = this.call(target, name, args);
    if (result === undefined) return null;
    return result instanceof HostObject ? this.handle(result) : result;
  }

  private resolve(batch: Batch, id: number, live: Map<number, Target>): Target {
    const known = live.get(id);
    if (known !== undefined) {
      if (known !== NULL_OBJECT) known.checkAlive();
      return known;
    }
    const path = batch.ObjectPaths[id];
    if (!path) throw new ApiError('InvalidRequest', '', `no object path ${id}`);
    const found = this.follow(batch, path, live);
    if (found !== NULL_OBJECT) found.checkAlive();
    live.set(id, found);
    return found;
  }

  private follow(batch: Batch, path: ObjectPath, live: Map<number, Target>): Target {
    switch (path.ObjectPathType) {
      case PATH.global:
        return this.root;
      case PATH.newObject:
        return this.service(path.Name);
      case PATH.reference: {
        const kept = this.references.get(path.Name);
        if (!kept) throw new ApiError('InvalidReference');
        return kept;
      }
      case PATH.nothing:
        return NULL_OBJECT;
    }
    const parent = this.resolve(batch, path.ParentObjectPathId!, live);
    if (parent === NULL_OBJECT) return NULL_OBJECT;
    const args = this.args(batch, path.ArgumentInfo, live);
    if (path.ObjectPathType === PATH.indexer) {
      if (!(parent instanceof HostCollection)) throw notImplemented(parent, 'getItem');
      return parent.item(args[0]);
    }
    const found =
      path.ObjectPathType === PATH.method
        ? this.call(parent, path.Name, args)
        : this.get(parent, path.Name);
    return found instanceof HostObject ? found : NULL_OBJECT;
  }

  /** Arguments with object references resolved; trailing ones that were left out arrive as null. */
  private args(batch: Batch, info: ArgumentInfo | undefined, live: Map<number, Target>): unknown[] {
    const args = [...(info?.Arguments ?? [])];
    info?.ReferencedObjectPathIds?.forEach((reference, index) => {
      if (typeof reference !== 'number' || reference === 0) return;
      const target = this.resolve(batch, reference, live);
      if (target === NULL_OBJECT) throw new ApiError('InvalidArgument');
      args[index] = target;
    });
    while (args.length > 0 && args[args.length - 1] === null) args.pop();
    return args.map((arg) => (arg === null ? undefined : arg));
  }

  private handle(target: HostObject): Record<string, unknown> {
    const handle: Record<string, unknown> = {};
    if (target.objectId !== undefined) handle.Id = target.objectId;
    if (target.isTransient) handle._ReferenceId = this.keep(target);
    return handle;
  }

  /**
   * Keeps an object for later batches under a reference of its own: two runs that hold the same
   * range each give theirs back, and the release of the first, which comes late, must not take away
   * the second's. Nor may a release meant for the workbook before, which comes later still.
   */
  keep(target: HostObject): string {
    const id = `{ref-${this.number}-${this.nextReference++}}`;
    this.references.set(id, target);
    return id;
  }

  referenced(id: string): HostObject | undefined {
    return this.references.get(id);
  }

  private query(target: HostObject, info: NonNullable<Action['QueryInfo']>): unknown {
    const wanted: Tree = {};
    for (const path of [...(info.Select ?? []), ...(info.Expand ?? [])]) {
      let at = wanted;
      for (const step of path.split(/[/.]/).filter(Boolean)) at = at[step.toLowerCase()] ??= {};
    }
    return this.project(target, wanted, info);
  }

  /** Of a collection what is asked of itself, and the rest of each of its items. */
  private projectItems(
    target: HostCollection,
    wanted: Tree,
    { Skip: from = 0, Top: most }: { Top?: number; Skip?: number },
    out: Record<string, unknown>,
  ): void {
    const { items, ...rest } = wanted;
    for (const name of Object.keys(rest)) {
      const own = membersOf(target.className).find((one) => one.toLowerCase() === name);
      if (!own) continue;
      out[wireName(own)] = this.get(target, wireName(own));
      delete rest[name];
    }
    if (Object.keys(wanted).length > 0 && Object.keys(rest).length === 0 && !items) return;
    const members = target.members.slice(from, most ? from + most : undefined);
    out._Items = members.map((member, index) => ({
      ...this.project(member, { ...rest, ...items }),
      ...(member.objectId === undefined ? { _Index: from + index } : {}),
    }));
  }

  private project(
    target: HostObject,
    wanted: Tree,
    info: { Top?: number; Skip?: number } = {},
  ): Record<string, unknown> {
    const out = this.handle(target);
    if (target instanceof HostCollection) {
      this.projectItems(target, wanted, info, out);
      return out;
    }
    const names = Object.keys(wanted).filter(
      (name) => name !== '*' && name !== '$all' && name !== '$none',
    );
    const all = names.length === 0 || '*' in wanted || '$all' in wanted;
    for (const name of all ? this.scalars(target) : []) out[wireName(name)] = read(target, name);
    for (const name of names) {
      const member = membersOf(target.className).find((one) => one.toLowerCase() === name) ?? name;
      const value = this.get(target, wireName(member));
      out[wireName(member)] =
        value instanceof HostObject
          ? this.project(value, wanted[name])
          : value === undefined
            ? null
            : value;
    }
    return out;
  }

  /** What load() without names gives: every scalar of the chosen requirement set that is here. */
  private scalars(target: HostObject): string[] {
    return membersOf(target.className).filter((name) => {
      const member = memberOf(target.className, name)!;
      return member.kind === 'scalar' && isWithin(member.set, this.kind) && name in target;
    });
  }

  private get(target: HostObject, wire: string): unknown {
    return read(target, this.reach(target, wire));
  }

  private set(target: HostObject, wire: string, value: unknown): void {
    const name = this.reach(target, wire);
    // A member with a getter only is read-only in Excel too.
    if (!isWritable(target, name))
      throw new ApiError('InvalidArgument', `${target.className}.${name}`);
    (target as unknown as Record<string, unknown>)[name] = value;
  }

  private call(target: HostObject, wire: string, args: unknown[]): unknown {
    const name = this.reach(target, wire);
    const method = read(target, name);
    if (typeof method !== 'function') throw notImplemented(target, name);
    return method.apply(target, args);
  }

  /** The member behind a wire name, if Excel of this version has it and the host answers it. */
  private reach(target: HostObject, wire: string): string {
    const name = memberName(wire);
    const { className } = target;
    const isInternal = name.startsWith('_') || membersOf(className).length === 0;
    if (!isInternal) {
      const member = memberOf(className, name);
      if (!member || !isWithin(member.set, this.kind))
        throw new ApiError('ApiNotFound', `${className}.${name}`);
    }
    if (!(name in target) || name in Object.prototype) throw notImplemented(target, name);
    return name;
  }
}

interface Tree {
  [name: string]: Tree;
}

function inWords(value: unknown): string {
  if (Array.isArray(value))
    return `${value.length * (Array.isArray(value[0]) ? value[0].length : 1)} cells`;
  const text = value instanceof HostObject ? value.className : (JSON.stringify(value) ?? '');
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function describe(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function notImplemented(target: HostObject, name: string): ApiError {
  const member = `${target.className}.${name}`;
  return new ApiError(
    'NotImplemented',
    member,
    `${member} is not in this host yet: see docs/office-host-coverage.md`,
  );
}

function read(target: HostObject, name: string): unknown {
  return (target as unknown as Record<string, unknown>)[name];
}

/** Nothing can be set on what is not there, and whatever it is asked for is not there either. */
function actOnNothing({ ActionType }: Action): unknown {
  if (ActionType === ACTION.setProperty || ActionType === ACTION.update)
    throw new ApiError('ItemNotFound');
  return ActionType === ACTION.method ? { _IsNull: true } : null;
}

function isWritable(target: HostObject, name: string): boolean {
  for (let at: object | null = target; at; at = Object.getPrototypeOf(at) as object | null) {
    const own = Object.getOwnPropertyDescriptor(at, name);
    if (own) return own.set !== undefined || own.writable === true;
  }
  return false;
}
