using Breakwater.Domain;

namespace Breakwater.Exchange;

/// <summary>A venue's funding.</summary>
/// <param name="WeightedByOrder">Later premiums of an interval weigh more.</param>
/// <param name="Interest">For <paramref name="RateHours"/>.</param>
/// <param name="Bound">Within which the premium is drawn to the interest rate; or the damper.</param>
/// <param name="CapFactor">The rate or multiple that <paramref name="Cap"/> speaks of.</param>
/// <param name="RateHours">Hours that the rate is stated for.</param>
/// <param name="PaymentHours">Hours between payments: each is that part of the rate.</param>
/// <param name="PaidOnOracle">Payments are on the notional at the oracle price; else at the mark.</param>
public sealed record FundingRules(
    FundingForm Form,
    bool WeightedByOrder,
    Rational Interest,
    Rational Bound,
    FundingCap Cap,
    Rational CapFactor,
    Rational RateHours,
    Rational PaymentHours,
    bool PaidOnOracle
);
