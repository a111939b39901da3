// @options {"ignore": ["track", "shop.warmUp"]}
declare function track(event: string): Promise<void>;
declare const shop: { warmUp(): Promise<void>; track(event: string): Promise<void> };
declare const store: { warmUp(): Promise<void> };

export function visit(): void {
  track('visit');
  shop.track('visit');
  shop.warmUp();
  store.warmUp();
//^^^^^^^^^^^^ quality/floating-promise: Nobody waits for the promise of `store.warmUp` or handles its rejection
}
