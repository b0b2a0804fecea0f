export const root: string;
export const cache: string;
export const vscodeServer: string;
export function ensurePackages(): Promise<void>;
export function ensureEditor(): Promise<void>;
export function ensureChromium(): Promise<string>;
export function orExplain<T>(work: () => Promise<T>): Promise<T>;
