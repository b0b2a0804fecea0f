import { keywords as k, MeasureName } from "../keywords.ts";
import { measureNamed } from "../measures.ts";
import type {
  CalendarDatePhrase,
  DayPhrase,
  EventDatePhrase,
  MeasurePhrase,
  WindowPhrase,
} from "../phrase-tree.ts";
import { spanOf } from "../tokens.ts";
import { DateRules } from "./dates.ts";
import { between, dayUnit } from "./parts.ts";

/** Price measures, and the days that they are taken over. */
export class WindowRules extends DateRules {
  measure = this.RULE("measure", (): MeasurePhrase => {
    const token = this.CONSUME(MeasureName);
    return this.ACTION(() => ({ id: measureNamed(token.image) ?? "VWAP", span: spanOf(token) }));
  });

  window = this.RULE("window", (): WindowPhrase => {
    const over = this.CONSUME(k.Over);
    const prior = this.OPTION(() => this.CONSUME(k.Prior));
    const count = this.SUBRULE(this.number);
    const kind = this.OPTION1(() => this.SUBRULE(this.dayKind));
    const day = this.CONSUME(k.Day);
    const loose = this.OPTION4(() => this.CONSUME(k.Trading));
    const period = this.OPTION2(() => this.CONSUME(k.Period));
    const end = this.OPTION3(() => this.SUBRULE(this.windowEnd));
    return this.ACTION(() => ({
      count,
      unit: loose ? "trading day" : dayUnit(kind),
      ends: end?.side === "including" ? "including" : "before",
      endSaid: prior !== undefined || end !== undefined,
      unitSaid: loose === undefined && (period === undefined || kind !== undefined),
      anchor: end?.anchor,
      span: between(over, end?.anchor ?? period ?? day),
    }));
  });

  windowEnd = this.RULE("windowEnd", () => {
    const side = this.OR([
      { ALT: () => this.CONSUME(k.Including) },
      { ALT: () => this.CONSUME(k.Before) },
      { ALT: () => this.CONSUME(k.Prior) },
    ]);
    const anchor = this.SUBRULE(this.anchor);
    return this.ACTION(() => ({
      side: side.tokenType === k.Including ? ("including" as const) : ("before" as const),
      anchor,
    }));
  });

  anchor = this.RULE("anchor", (): EventDatePhrase | CalendarDatePhrase =>
    this.OR([
      { ALT: () => this.SUBRULE(this.event) },
      { ALT: () => this.SUBRULE(this.calendarDate) },
      { ALT: () => this.SUBRULE(this.monthFirst) as CalendarDatePhrase },
    ]),
  );

  day = this.RULE("day", (): DayPhrase => {
    const on = this.CONSUME(k.On);
    return this.OR([
      {
        ALT: () => {
          const prior = this.OPTION(() => this.CONSUME(k.Prior));
          const trading = this.CONSUME(k.Trading);
          const day = this.CONSUME(k.Day);
          const anchor = this.OPTION1(() => {
            this.OR1([{ ALT: () => this.CONSUME(k.Before) }, { ALT: () => this.CONSUME1(k.Prior) }]);
            return this.SUBRULE(this.anchor);
          });
          return this.ACTION(() => ({
            at: "trading day before" as const,
            anchor,
            span: between(on, anchor ?? day ?? trading ?? prior),
          }));
        },
      },
      {
        ALT: () => {
          const anchor = this.SUBRULE1(this.anchor);
          return this.ACTION(() => ({ at: "day itself" as const, anchor, span: between(on, anchor) }));
        },
      },
    ]);
  });
}
