using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Lab;

/// <summary>The best way to sell a million shares in five days, by dynamic programming against the closed form.</summary>
internal sealed class AlmgrenChriss : ITheory
{
    // The paper's Table 1: 50 dollars a share, 30 % a year, five million shares traded a day, a spread of an eighth.
    private static readonly ExecutionProblem s_example = new(
        Shares: 1e6,
        Periods: 5,
        PeriodLength: 1,
        Volatility: 0.95,
        HalfSpread: 0.0625,
        PermanentImpact: 2.5e-7,
        TemporaryImpact: 2.5e-6,
        RiskAversion: 1e-6
    );

    private const double Share = 1e-6;

    public string Name => "almgren-chriss";

    public string Claim => "Optimal schedule of a large sale, its expected cost and its variance";

    public Paper Paper { get; } =
        new(
            "R. Almgren, N. Chriss",
            2000,
            "Optimal execution of portfolio transactions",
            "Journal of Risk 3(2), 5-39 (2001)"
        );

    public IReadOnlyList<VerifiedFigure> Verify(Seed seed, CancellationToken cancel)
    {
        SellingSchedule optimal = SellingSchedule.Optimal(s_example);
        SellingSchedule even = SellingSchedule.Even(s_example);
        double urgency = Urgency(optimal);
        var figures = new List<VerifiedFigure>
        {
            new("urgency kappa, a day", "section 2.4, Table 1's values", 0.6, urgency, 0.02),
            new("half-life 1/kappa, days", "section 2.3", 1.65, 1 / urgency, 0.06),
        };
        for (int day = 1; day < s_example.Periods; day++)
        {
            double closed = ClosedForm(day);
            figures.Add(new($"shares held after day {day}", "equation 18", closed, optimal.Holdings[day], Share));
        }

        double cost = optimal.ExpectedCost(s_example);
        figures.Add(new("optimal: expected cost, $", "equation 20", ClosedCost(), cost, 0.01));
        figures.Add(new("optimal: deviation, $", "equation 20", Math.Sqrt(ClosedVariance()), Deviation(optimal), 0.01));
        figures.Add(new("even sale: expected cost, $", "equation 9", EvenCost(), even.ExpectedCost(s_example), 0.01));
        figures.Add(new("even sale: deviation, $", "equation 9", Math.Sqrt(EvenVariance()), Deviation(even), 0.01));
        return figures;
    }

    // The optimal holdings obey x(j-1) - 2 cosh(kappa) x(j) + x(j+1) = 0.
    private static double Urgency(SellingSchedule schedule) =>
        Math.Acosh((schedule.Holdings[0] + schedule.Holdings[2]) / (2 * schedule.Holdings[1])) / s_example.PeriodLength;

    private static double Deviation(SellingSchedule schedule) => Math.Sqrt(schedule.Variance(s_example));

    private static double Kappa =>
        Math.Acosh(
            1
                + s_example.RiskAversion
                    * s_example.PeriodVariance
                    * s_example.PeriodLength
                    / (2 * s_example.EffectiveImpact)
        ) / s_example.PeriodLength;

    private static double Horizon => s_example.Periods * s_example.PeriodLength;

    private static double ClosedForm(int period) =>
        s_example.Shares * Math.Sinh(Kappa * (Horizon - period * s_example.PeriodLength)) / Math.Sinh(Kappa * Horizon);

    private static double ClosedCost()
    {
        (double x, double tau) = (s_example.Shares, s_example.PeriodLength);
        double half = Math.Tanh(Kappa * tau / 2);
        double spread = tau * Math.Sinh(2 * Kappa * Horizon) + 2 * Horizon * Math.Sinh(Kappa * tau);
        double squared = Math.Sinh(Kappa * Horizon) * Math.Sinh(Kappa * Horizon);
        return s_example.PermanentImpact * x * x / 2
            + s_example.HalfSpread * x
            + s_example.EffectiveImpact * x * x * half * spread / (2 * tau * tau * squared);
    }

    private static double ClosedVariance()
    {
        (double x, double tau) = (s_example.Shares, s_example.PeriodLength);
        double squared = Math.Sinh(Kappa * Horizon) * Math.Sinh(Kappa * Horizon);
        double spread =
            tau * Math.Sinh(Kappa * Horizon) * Math.Cosh(Kappa * (Horizon - tau)) - Horizon * Math.Sinh(Kappa * tau);
        return s_example.Volatility * s_example.Volatility * x * x * spread / (2 * squared * Math.Sinh(Kappa * tau));
    }

    private static double EvenCost()
    {
        double x = s_example.Shares;
        return s_example.PermanentImpact * x * x / 2
            + s_example.HalfSpread * x
            + s_example.EffectiveImpact * x * x / Horizon;
    }

    private static double EvenVariance()
    {
        double n = s_example.Periods;
        double position = s_example.Volatility * s_example.Shares;
        return position * position * Horizon * (1 - 1 / n) * (1 - 1 / (2 * n)) / 3;
    }
}
