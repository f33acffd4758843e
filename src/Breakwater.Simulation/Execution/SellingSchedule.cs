namespace Breakwater.Simulation;

/// <summary>How many shares are still held after each period.</summary>
/// <param name="Holdings">From the whole position to zero: one more than there are periods.</param>
public sealed record SellingSchedule(IReadOnlyList<double> Holdings)
{
    /// <summary>Least expected cost plus risk aversion times variance, by dynamic programming from the last period back.</summary>
    public static SellingSchedule Optimal(ExecutionProblem problem)
    {
        double sale = problem.EffectiveImpact / problem.PeriodLength;
        double holding = problem.RiskAversion * problem.PeriodVariance;
        // What one squared share held before a sale costs from there on; infinite after the last, so that all is sold.
        var shareSold = new double[problem.Periods];
        shareSold[^1] = 1;
        double toGo = sale;
        for (int period = problem.Periods - 2; period >= 0; period--)
        {
            double kept = holding + toGo;
            shareSold[period] = kept / (sale + kept);
            toGo = sale * kept / (sale + kept);
        }

        return Following(problem.Shares, shareSold);
    }

    /// <summary>The same number of shares in each period.</summary>
    public static SellingSchedule Even(ExecutionProblem problem)
    {
        var shareSold = new double[problem.Periods];
        for (int period = 0; period < problem.Periods; period++)
        {
            shareSold[period] = 1.0 / (problem.Periods - period);
        }

        return Following(problem.Shares, shareSold);
    }

    /// <summary>Expected shortfall against the price at the start, walking through the sales one by one.</summary>
    public double ExpectedCost(ExecutionProblem problem)
    {
        double depressed = 0;
        double cost = 0;
        for (int period = 1; period < Holdings.Count; period++)
        {
            double sold = Holdings[period - 1] - Holdings[period];
            double concession = problem.HalfSpread + problem.TemporaryImpact * sold / problem.PeriodLength;
            cost += sold * (depressed + concession);
            depressed += problem.PermanentImpact * sold;
        }

        return cost;
    }

    /// <summary>Variance of the shortfall: what is still held rides each period's price change.</summary>
    public double Variance(ExecutionProblem problem)
    {
        double variance = 0;
        for (int period = 1; period < Holdings.Count; period++)
        {
            variance += problem.PeriodVariance * Holdings[period] * Holdings[period];
        }

        return variance;
    }

    private static SellingSchedule Following(double shares, double[] shareSold)
    {
        var holdings = new double[shareSold.Length + 1];
        holdings[0] = shares;
        for (int period = 0; period < shareSold.Length; period++)
        {
            holdings[period + 1] = holdings[period] * (1 - shareSold[period]);
        }

        return new SellingSchedule(holdings);
    }
}
