import type { WorkedCase } from "../worked-cases.ts";

export const roundsCases: readonly WorkedCase[] = [];
