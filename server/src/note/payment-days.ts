import type { PaymentDaysMeaning } from "../catalog/value.ts";
import { day, monthNumber } from "../quantity/date.ts";
import type { NumberPhrase, PaymentDaysPhrase } from "../syntax/phrase-tree.ts";
import { judgeDate } from "./dates.ts";
import { type Judging, judgeCount } from "./numbers.ts";

/** On which days interest is paid; undefined, with a problem, where there is no such day. */
export function judgePaymentDays(
  phrase: PaymentDaysPhrase,
  context: Judging,
): PaymentDaysMeaning | undefined {
  const from = phrase.from && judgeDate(phrase.from, "begins", context);
  const days = phrase.days && judgeDays(phrase.days, context);
  if ((phrase.from && !from) || (phrase.days && !days)) return undefined;
  return { every: phrase.every, days, from };
}

function judgeDays(
  days: NonNullable<PaymentDaysPhrase["days"]>,
  context: Judging,
): PaymentDaysMeaning["days"] {
  switch (days.kind) {
    case "period ends":
      return { kind: "period ends" };
    case "day of month": {
      const of = dayIn(days.day, 1, context);
      return of === undefined ? undefined : { kind: "day of month", day: of };
    }
    case "dates": {
      const dates = days.dates.flatMap((one) => {
        const month = monthNumber(one.month) ?? 0;
        const of = dayIn(one.day, month, context);
        return of === undefined ? [] : [{ month, day: of }];
      });
      return dates.length === days.dates.length ? { kind: "dates", dates } : undefined;
    }
  }
}

/** A day that a month has, in a leap year at least. */
function dayIn(number: NumberPhrase, month: number, context: Judging): number | undefined {
  const count = judgeCount(number, context);
  if (count === undefined) return undefined;
  if (day(2024, month, count) !== undefined) return count;
  context.report(
    "value-wrong",
    number.span,
    `There is no day ${number.digits} in that month. Write a day that it has.`,
  );
  return undefined;
}
