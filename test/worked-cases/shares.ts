import type { WorkedCase } from "../worked-cases.ts";

export const sharesCases: readonly WorkedCase[] = [];
