import { ApiError, itemNotFound } from './errors';
import type { ExcelHost } from './excel-host';
import { HostObject } from './host-object';

/**
 * Objects the client makes by name that are not the workbook: its own bookkeeping and custom
 * functions.
 */
export function serviceNamed(host: ExcelHost, name: string): HostObject {
  switch (name) {
    case 'Microsoft.InternalService.AddinInternalService':
      return new AddinInternalService();
    case 'Microsoft.ExcelServices.CustomFunctions':
      return new CustomFunctions(host);
    case 'Microsoft.AppRuntime.AppRuntimeService':
      return new AppRuntimeService(host);
    case 'Microsoft.AppRuntime.AppRuntimePersistenceService':
      return new AppRuntimePersistenceService(host);
    case 'Microsoft.DynamicRibbon.DynamicRibbon':
      return new DynamicRibbon(host);
    default:
      throw new ApiError('NotImplemented', name, `${name} is not in this host yet`);
  }
}

class AddinInternalService extends HostObject {
  readonly className = 'AddinInternalService';
  notifyActionHandlerReady(): void {}
}

export interface InvocationResult {
  id: number;
  value?: unknown;
  failed?: boolean;
  errorCode?: string;
}

/** Where custom functions put their results. */
class CustomFunctions extends HostObject {
  readonly className = 'CustomFunctionsService';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  _SetOsfControlContainerReadyForCustomFunctions(): void {}
  _GetEnabledFeatures(): string[] {
    return [];
  }
  setInvocationResults(results: InvocationResult[]): void {
    this.host.invocations.settle(results);
  }
}

/** The shared runtime: the pane is shown or hidden while its code goes on running. */
class AppRuntimeService extends HostObject {
  readonly className = 'AppRuntimeService';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  setAppRuntimeState(state: string): void {
    this.host.shell.isPaneShown = state === 'Visible';
    this.host.shell.changed();
  }
  getAppRuntimeState(): string {
    return this.host.shell.isPaneShown ? 'Visible' : 'Background';
  }
}

class AppRuntimePersistenceService extends HostObject {
  readonly className = 'AppRuntimePersistenceService';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  setAppRuntimeStartState(state: string): void {
    this.host.shell.startsWithWorkbook = state === 'Background';
  }
  getAppRuntimeStartState(): string {
    return this.host.shell.startsWithWorkbook ? 'Background' : 'Inactive';
  }
}

/** Office.ribbon.requestUpdate: tabs shown or hidden, buttons enabled or not. */
class DynamicRibbon extends HostObject {
  readonly className = 'DynamicRibbon';
  constructor(private readonly host: ExcelHost) {
    super();
  }
  getTab(id: string): HostObject {
    return new RibbonTab(this.host, id);
  }
  getButton(id: string): HostObject {
    return new RibbonButton(this.host, id);
  }
}

class RibbonTab extends HostObject {
  readonly className = 'RibbonTab';
  constructor(
    private readonly host: ExcelHost,
    private readonly id: string,
  ) {
    super();
    if (!id) throw itemNotFound('DynamicRibbon.getTab');
  }
  setVisibility(isVisible: boolean): void {
    this.host.shell.ribbon.set(this.id, isVisible);
    this.host.shell.changed();
  }
}

class RibbonButton extends HostObject {
  readonly className = 'RibbonButton';
  constructor(
    private readonly host: ExcelHost,
    private readonly id: string,
  ) {
    super();
    if (!id) throw itemNotFound('DynamicRibbon.getButton');
  }
  get enabled(): boolean {
    return this.host.shell.ribbon.get(this.id) ?? true;
  }
  set enabled(value: boolean) {
    this.host.shell.ribbon.set(this.id, value);
    this.host.shell.changed();
  }
}
