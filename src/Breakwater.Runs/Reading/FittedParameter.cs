namespace Breakwater.Runs;

/// <summary>A value of a scenario that a calibration may move within a range.</summary>
/// <param name="Path">Such as "market.shock.size".</param>
/// <param name="Stands">What the scenario has, a calibration that it names included.</param>
public sealed record FittedParameter(
    string Path,
    MeasuredText Stands,
    MeasuredText Low,
    MeasuredText High,
    FittedScale Scale,
    FittedPart Part
)
{
    /// <summary>The place of what stands in the range, from 0 to 1.</summary>
    public double Position => PositionOf(Stands.Number);

    /// <param name="position">In the range, from 0 to 1.</param>
    public MeasuredText At(double position)
    {
        double scaled = Scaled(Low.Number) + position * (Scaled(High.Number) - Scaled(Low.Number));
        double number = Scale == FittedScale.Linear ? scaled : Math.Exp(scaled);
        return new MeasuredText(Math.Clamp(number, Low.Number, High.Number), Low.Unit);
    }

    private double PositionOf(double number) =>
        (Scaled(number) - Scaled(Low.Number)) / (Scaled(High.Number) - Scaled(Low.Number));

    private double Scaled(double number) => Scale == FittedScale.Linear ? number : Math.Log(number);
}
