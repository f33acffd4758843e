namespace Breakwater.Simulation;

/// <summary>A position that is to be sold in equal periods at a price that the sales themselves depress.</summary>
/// <remarks>
/// Source: Almgren and Chriss, "Optimal execution of portfolio transactions", Journal of Risk 3, 2001, sections 1 and 2. Any
/// consistent units; here shares, days and dollars.
/// </remarks>
/// <param name="Shares">To be sold.</param>
/// <param name="Periods">Number of sales; positive.</param>
/// <param name="PeriodLength">Days.</param>
/// <param name="Volatility">Dollars per share and square root of a day.</param>
/// <param name="HalfSpread">Dollars per share lost on each sale, of any size.</param>
/// <param name="PermanentImpact">Dollars per share for each share sold; stays.</param>
/// <param name="TemporaryImpact">Dollars per share for each share sold a day; gone after the period.</param>
/// <param name="RiskAversion">Per dollar: how much expected cost one accepts to be rid of one squared dollar of variance.</param>
public sealed record ExecutionProblem(
    double Shares,
    int Periods,
    double PeriodLength,
    double Volatility,
    double HalfSpread,
    double PermanentImpact,
    double TemporaryImpact,
    double RiskAversion
)
{
    /// <summary>Temporary impact less half of what the next sales get back from permanent impact.</summary>
    public double EffectiveImpact => TemporaryImpact - PermanentImpact * PeriodLength / 2;

    /// <summary>Variance of a period's price change, for one share held.</summary>
    public double PeriodVariance => Volatility * Volatility * PeriodLength;
}
