using System.Globalization;
using Breakwater.Indicators;
using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>The measures that a claims file can ask for. Those of returns and windows are Breakwater's indicators.</summary>
public sealed class ClaimMeasures(Func<string, FactTable> tables, ContentFolders content)
{
    private readonly AdverseMove _adverseMove = new(content);

    private readonly Dictionary<string, Func<ClaimMeasures, Claim, MeasuredFact>> _all = new(StringComparer.Ordinal)
    {
        ["low"] = (measures, claim) => measures.Low(claim),
        ["range"] = (measures, claim) => measures.Range(claim),
        ["reached"] = (measures, claim) => measures.Reached(claim),
        ["month-of-high"] = (measures, claim) => measures.MonthOfHigh(claim),
        ["value"] = (measures, claim) => measures.ValueAt(claim),
        ["sum"] = (measures, claim) => measures.Sum(claim),
        ["largest-outflow"] = (measures, claim) => measures.LargestOutflow(claim),
        ["quotient"] = (_, claim) => Quotient(claim),
        ["drawdown"] = (measures, claim) => measures.Fall(claim, isShare: true),
        ["fall-from-high"] = (measures, claim) => measures.Fall(claim, isShare: false),
        ["steepest-fall"] = (measures, claim) => measures.Steepest(claim, isShare: true),
        ["steepest-loss"] = (measures, claim) => measures.Steepest(claim, isShare: false),
        ["below-earlier-low"] = (measures, claim) => measures.BelowEarlierLow(claim),
        ["low-after-close-below"] = (measures, claim) => measures.LowAfterCloseBelow(claim),
        ["adverse-move"] = (measures, claim) => measures._adverseMove.Measure(claim),
        ["change"] = (measures, claim) => measures.Change(claim),
        ["fall-between"] = (measures, claim) => measures.FallBetween(claim),
        ["change-from"] = (measures, claim) => measures.ChangeFrom(claim),
        ["difference"] = (measures, claim) => measures.Difference(claim),
        ["beta"] = (measures, claim) => measures.Beta(claim),
        ["correlation-change"] = (measures, claim) => measures.CorrelationChange(claim),
    };

    public IEnumerable<string> Names => _all.Keys.Order(StringComparer.Ordinal);

    public bool Knows(string measure) => _all.ContainsKey(measure);

    /// <exception cref="Runs.InputException">A table, column or day is missing.</exception>
    public MeasuredFact Measure(Claim claim)
    {
        MeasuredFact fact = _all[claim.Measure](this, claim);
        return claim.Scale == 1 ? fact : fact with { Basis = fact.Basis with { Kind = FactBasis.Estimated } };
    }

    private FactWindow Rows(Claim claim, params IReadOnlyList<string> columns) =>
        tables(claim.Table).Between(claim.From, claim.To, claim.Columns.Count > 0 ? [.. claim.Columns] : columns);

    private MeasuredFact Low(Claim claim)
    {
        FactWindow rows = Rows(claim, "low");
        double low = rows.Columns[0].Min();
        return new MeasuredFact(low, $"lowest {Number(low)}", rows);
    }

    private MeasuredFact Range(Claim claim)
    {
        FactWindow rows = Rows(claim, "open", "high", "low", "close");
        Candle candle = Join(rows);
        return new MeasuredFact(candle.Range, $"{Number(candle.High)} to {Number(candle.Low)}", rows);
    }

    /// <summary>The claimed price where it was traded, else the nearest that was.</summary>
    private MeasuredFact Reached(Claim claim)
    {
        FactWindow rows = Rows(claim, "open", "high", "low", "close");
        Candle candle = Join(rows);
        return new MeasuredFact(candle.Low, $"between {Number(candle.Low)} and {Number(candle.High)}", rows)
        {
            UpTo = candle.High,
        };
    }

    private MeasuredFact MonthOfHigh(Claim claim)
    {
        FactWindow rows = Rows(claim, "high");
        double high = rows.Columns[0].Max();
        DateTime time = rows.Times[Array.IndexOf(rows.Columns[0], high)];
        return new MeasuredFact((time.Year * 100) + time.Month, $"highest {Number(high)} on {time:yyyy-MM-dd}", rows);
    }

    private MeasuredFact ValueAt(Claim claim)
    {
        FactWindow rows = Rows(claim, "value");
        return new MeasuredFact(
            rows.Columns[0][^1],
            $"{Number(rows.Columns[0][^1])} on {rows.Times[^1]:yyyy-MM-dd}",
            rows
        );
    }

    private MeasuredFact Sum(Claim claim)
    {
        FactWindow rows = Rows(claim, "value");
        double sum = rows.Columns[0].Sum();
        return new MeasuredFact(sum, $"sum {Number(sum)}", rows);
    }

    private MeasuredFact LargestOutflow(Claim claim)
    {
        FactWindow rows = Rows(claim, "value");
        double lowest = rows.Columns[0].Min();
        DateTime day = rows.Times[Array.IndexOf(rows.Columns[0], lowest)];
        return new MeasuredFact(-lowest, $"{Number(-lowest)} on {day:yyyy-MM-dd}", rows);
    }

    private static MeasuredFact Quotient(Claim claim)
    {
        double quotient = claim.Numerator / claim.Denominator;
        return new MeasuredFact(
            quotient,
            $"{Number(claim.Numerator)} / {Number(claim.Denominator)} = {Number(quotient)}",
            FactBasis.Arithmetic
        );
    }

    private MeasuredFact Fall(Claim claim, bool isShare)
    {
        FactWindow rows = Rows(claim, "high", "close");
        var drawdown = new Drawdown();
        foreach (double high in rows.Columns[0])
        {
            drawdown.Add(high);
        }

        double close = rows.Columns[1][^1];
        double share = drawdown.Add(close);
        double value = isShare ? share : (drawdown.High - close) * claim.Scale;
        return new MeasuredFact(value, $"{Number(drawdown.High)} to {Number(close)}: {Number(value)}", rows);
    }

    /// <summary>The largest fall from a bar's first column (highs) to a later bar's second (lows) within some minutes.</summary>
    private MeasuredFact Steepest(Claim claim, bool isShare)
    {
        FactWindow rows = Rows(claim, "high", "low");
        (double fall, int from, int to) = (0, 0, 0);
        for (int start = 0; start < rows.Times.Count; start++)
        {
            for (int end = start + 1; end < rows.Times.Count && IsWithin(rows, start, end, claim.Minutes); end++)
            {
                double drop = rows.Columns[0][start] - rows.Columns[1][end];
                double size = isShare ? drop / rows.Columns[0][start] : drop * claim.Scale;
                (fall, from, to) = size > fall ? (size, start, end) : (fall, from, to);
            }
        }

        string when = $"{rows.Times[from]:HH:mm} to {rows.Times[to]:HH:mm} UTC";
        return new MeasuredFact(
            fall,
            $"{Number(rows.Columns[0][from])} to {Number(rows.Columns[1][to])}, {when}: {Number(fall)}",
            rows
        );
    }

    /// <summary>Bars are named by their start, so the last one ends one bar later.</summary>
    private static bool IsWithin(FactWindow rows, int start, int end, int minutes)
    {
        TimeSpan bar = rows.Times[1] - rows.Times[0];
        return rows.Times[end] + bar - rows.Times[start] <= TimeSpan.FromMinutes(minutes);
    }

    private MeasuredFact BelowEarlierLow(Claim claim)
    {
        FactWindow rows = Rows(claim, "low", "close");
        double share = 1 - (rows.Columns[1][^1] / rows.Columns[0][0]);
        return new MeasuredFact(
            share,
            $"close {Number(rows.Columns[1][^1])}, low of the first day {Number(rows.Columns[0][0])}",
            rows
        );
    }

    private MeasuredFact LowAfterCloseBelow(Claim claim)
    {
        FactWindow rows = Rows(claim, "low", "close");
        var support = new SupportLevel(claim.Level, tolerance: 0);
        for (int row = 0; row < rows.Times.Count; row++)
        {
            support.Add(rows.Columns[0][row], rows.Columns[1][row]);
        }

        string broken = $"closed below {Number(claim.Level)} {support.Broken} time, back above {support.Reclaimed}";
        return new MeasuredFact(
            support.Broken > 0 ? support.Low : double.NaN,
            $"{broken}, lowest {Number(support.Low)}",
            rows
        );
    }

    /// <summary>From the first row to the last, as a share.</summary>
    private MeasuredFact Change(Claim claim)
    {
        FactWindow rows = Rows(claim, "value");
        (double first, double last) = (rows.Columns[0][0], rows.Columns[0][^1]);
        return new MeasuredFact((last / first) - 1, $"{Number(first)} to {Number(last)}", rows);
    }

    /// <summary>From the first row to the last, as an amount.</summary>
    private MeasuredFact FallBetween(Claim claim)
    {
        FactWindow rows = Rows(claim, "value");
        (double first, double last) = (rows.Columns[0][0], rows.Columns[0][^1]);
        return new MeasuredFact((first - last) * claim.Scale, $"{Number(first)} to {Number(last)}", rows);
    }

    private MeasuredFact ChangeFrom(Claim claim)
    {
        FactWindow rows = Rows(claim, "close");
        FactWindow before = tables(claim.BaseTable).Between(DateOnly.MinValue, claim.From, "value");
        double change = (rows.Columns[0][^1] / before.Columns[0][^1]) - 1;
        string finding = $"{Number(before.Columns[0][^1])} to {Number(rows.Columns[0][^1])}";
        return new MeasuredFact(change, finding, rows.Basis.With(before.Basis));
    }

    private MeasuredFact Difference(Claim claim)
    {
        FactWindow rows = Rows(claim);
        double first = (rows.Columns[0][^1] / rows.Columns[0][0]) - 1;
        double second = (rows.Columns[1][^1] / rows.Columns[1][0]) - 1;
        string finding = $"{claim.Columns[0]} {Percent(first)}, {claim.Columns[1]} {Percent(second)}";
        return new MeasuredFact(first - second, finding, rows);
    }

    private MeasuredFact Beta(Claim claim)
    {
        FactWindow rows = Rows(claim);
        RollingRegression regression = Returns(rows, 1, rows.Times.Count);
        string finding =
            $"beta {Number(regression.Beta)}, correlation {Number(regression.Correlation)}, {regression.Count} pairs";
        return new MeasuredFact(regression.Beta, finding, rows);
    }

    private MeasuredFact CorrelationChange(Claim claim)
    {
        FactWindow rows = Rows(claim);
        int split = rows.Times.Count(time => DateOnly.FromDateTime(time) < claim.Split);
        RollingRegression before = Returns(rows, 1, split);
        RollingRegression after = Returns(rows, split, rows.Times.Count);
        Decoupling change = Decoupling.Between(before.Correlation, before.Count, after.Correlation, after.Count);
        string finding =
            $"correlation {Number(before.Correlation)} ({before.Count} days) to {Number(after.Correlation)} ({after.Count} days)";
        return new MeasuredFact(change.Statistic, finding, rows);
    }

    private static RollingRegression Returns(FactWindow rows, int from, int to)
    {
        var regression = new RollingRegression(to - from);
        for (int row = from; row < to; row++)
        {
            double x = (rows.Columns[0][row] / rows.Columns[0][row - 1]) - 1;
            double y = (rows.Columns[1][row] / rows.Columns[1][row - 1]) - 1;
            regression.Add(x, y);
        }

        return regression;
    }

    private static Candle Join(FactWindow rows)
    {
        var candle = new Candle(rows.Columns[0][0], rows.Columns[1][0], rows.Columns[2][0], rows.Columns[3][0]);
        for (int row = 1; row < rows.Times.Count; row++)
        {
            candle = candle.Then(
                new Candle(rows.Columns[0][row], rows.Columns[1][row], rows.Columns[2][row], rows.Columns[3][row])
            );
        }

        return candle;
    }

    private static string Number(double value) =>
        Math.Abs(value) switch
        {
            >= 1e12 => Number(value / 1e12, "0.###") + " trillion",
            >= 1e9 => Number(value / 1e9, "0.###") + " billion",
            >= 1e6 => Number(value / 1e6, "0.###") + " million",
            >= 1000 => Number(value, "#,##0.#"),
            _ => Number(value, "0.####"),
        };

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static string Percent(double share) =>
        (100 * share).ToString("+0.0;-0.0", CultureInfo.InvariantCulture) + " %";
}
