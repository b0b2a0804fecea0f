import type { WorkedCase } from "../worked-cases.ts";

export const moneyCases: readonly WorkedCase[] = [];
