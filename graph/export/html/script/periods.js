// The period of a figure in few words: 2023 for the whole year, 2016 – 2018, 2024-01 – 2024-06 for whole months.
const periods = (() => {
  const last = (day) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)), 0)).getUTCDate();

  // How many characters of both days say all: 4 for whole years, 7 for whole months, else 10.
  function telling(start, end) {
    if (start.endsWith("-01-01") && end.endsWith("-12-31")) return 4;
    return start.endsWith("-01") && Number(end.slice(8)) === last(end) ? 7 : 10;
  }

  // A row with its period, else the day that it holds for.
  function withPeriod(row) {
    const [start, end] = [row.period_start || "", row.period_end || ""];
    const length = start && end ? telling(start, end) : 10;
    const ends = [start, end].filter(Boolean).map((day) => day.slice(0, length));
    const period = [...new Set(ends)].join(" – ") || row.as_of;
    return period ? { ...row, period } : row;
  }

  return { with: withPeriod };
})();
