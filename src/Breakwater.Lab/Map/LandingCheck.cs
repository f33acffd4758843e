namespace Breakwater.Lab.Map;

/// <summary>Where a run of the market ended beside where its map says that it lands; the same crowd.</summary>
/// <param name="Shock">To the market, percent.</param>
/// <param name="WithoutLiquidations">Fall of the coin's price in a run that liquidates nobody, percent; the mean of all venues by calm depth.</param>
/// <param name="Run">The same in the run with liquidations.</param>
/// <param name="Calm">The map's landing with a calm market's depth.</param>
/// <param name="Withdrawn">The map's landing where makers have withdrawn.</param>
/// <param name="FromRun">The map's landing from the fall without liquidations as the shock, makers withdrawn.</param>
public sealed record LandingCheck(
    string Coin,
    double Shock,
    double WithoutLiquidations,
    double Run,
    double Calm,
    double Withdrawn,
    double FromRun
)
{
    /// <summary>Calm landing over the run's; null where the price did not fall in the run.</summary>
    public double? CalmOverRun => Over(Calm);

    /// <summary>The same where makers have withdrawn.</summary>
    public double? WithdrawnOverRun => Over(Withdrawn);

    private double? Over(double landing) => Run > 0 ? landing / Run : null;
}
