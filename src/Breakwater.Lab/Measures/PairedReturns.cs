using Breakwater.Domain;
using Breakwater.Indicators;

namespace Breakwater.Lab;

/// <summary>Logarithmic returns of two series from one day that both have to the next.</summary>
internal sealed class PairedReturns
{
    /// <summary>Days that count as the present.</summary>
    public const int RecentDays = 30;

    private const int FewestForTest = 4;
    private readonly (double Index, double Series)[] _returns;

    public PairedReturns(DailyCloses index, DailyCloses series)
    {
        DateOnly[] common = [.. series.Days.Where(index.Has)];
        _returns =
        [
            .. common
                .Zip(common.Skip(1))
                .Select(days => (Return(index, days.First, days.Second), Return(series, days.First, days.Second))),
        ];
    }

    public int Count => _returns.Length;

    /// <summary>Of the series on the index, over the last days.</summary>
    public RollingRegression Recent => Over(_returns.TakeLast(RecentDays));

    public RollingRegression Before => Over(_returns.SkipLast(RecentDays));

    public bool CanBeTested => Count >= RecentDays + FewestForTest;

    public Decoupling Decoupling =>
        Decoupling.Between(Before.Correlation, Count - RecentDays, Recent.Correlation, RecentDays);

    private static double Return(DailyCloses closes, DateOnly from, DateOnly to) =>
        PortableMath.Log(closes[to] / closes[from]);

    private static RollingRegression Over(IEnumerable<(double Index, double Series)> returns)
    {
        (double Index, double Series)[] all = [.. returns];
        var regression = new RollingRegression(Math.Max(all.Length, 1));
        foreach ((double index, double series) in all)
        {
            regression.Add(index, series);
        }

        return regression;
    }
}
