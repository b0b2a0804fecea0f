/** The weekdays from a day on, as year-month-day, by the platform's own calendar. */
export function weekdaysFrom(first: string, count: number): string[] {
  const days: string[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); days.length < count; at += 86_400_000) {
    const day = new Date(at);
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  }
  return days;
}

/** Twenty years of daily rows as data vendors export them; the closing price of row n is n cents. */
export function longPriceFile(rows = 5_040): string {
  const lines = weekdaysFrom("1998-01-02", rows).map((day, index) => {
    const close = ((index + 2) / 100).toFixed(4);
    return `${day},1.2345,1.3456,1.1234,${close},1.2121,${100_000 + index}`;
  });
  return ["Date,Open,High,Low,Close,VWAP,Volume", ...lines, ""].join("\n");
}
