using Breakwater.Domain;
using Breakwater.Simulation;

namespace Breakwater.Runs;

/// <summary>Reads what a scenario's accounts are like.</summary>
internal sealed class CrowdReader(Document<ScenarioDocument> scenario)
{
    private const string Unit = "USD";

    private CrowdDocument Crowd => scenario.Root.Crowd;

    public CrowdParameters Read() =>
        new()
        {
            Components = [.. Crowd.Components.Select(component => ComponentOf(component.Key, component.Value.Value))],
            Draw = Crowd.Draw?.Value ?? DrawKind.Independent,
            LongShare = Inside(Crowd.LongShare),
            CrossShare = Crowd.CrossShare.Value.ToDouble(),
            TwoCoinShare = Crowd.TwoCoinShare.Value.ToDouble(),
            SameSideShare = Crowd.SameSideShare.Value.ToDouble(),
            MedianNotional = Notional(Crowd.MedianNotional),
            NotionalSigma = Crowd.NotionalSigma.Value,
            LargestNotional = Notional(Crowd.LargestNotional),
        };

    /// <summary>Cumulative shares of a mixture, in order of the components; the last is exactly 1.</summary>
    public double[] CumulativeOf(Stated<string> mixture)
    {
        if (!Crowd.Mixtures.TryGetValue(mixture.Value, out Stated<OrderedDictionary<string, Share>>? stated))
        {
            throw scenario.Wrong(
                mixture,
                $"is no mixture of the crowd, {Nearest.Hint(mixture.Value, Crowd.Mixtures.Keys)}"
            );
        }

        RequireWhole(stated);
        double sum = 0;
        double[] cumulative = [.. Crowd.Components.Keys.Select(name => sum += ShareOf(stated.Value, name))];
        cumulative[^1] = 1;
        return cumulative;
    }

    /// <summary>No component asks for more leverage than some venue gives.</summary>
    public void RequireLeverageUpTo(Leverage highest)
    {
        foreach (Stated<ComponentDocument> component in Crowd.Components.Values)
        {
            if (component.Value.MedianLeverage > highest)
            {
                throw scenario.Wrong(
                    component.Value,
                    nameof(component.Value.MedianLeverage),
                    $"is above {highest}, the highest leverage at any venue of this scenario"
                );
            }
        }
    }

    private static LeverageComponent ComponentOf(string name, ComponentDocument component) =>
        new(name, component.MedianLeverage.Hundredths / 100.0, component.Sigma, component.HalfLife);

    private static double ShareOf(OrderedDictionary<string, Share> mixture, string component) =>
        mixture.TryGetValue(component, out Share share) ? share.ToDouble() : 0;

    private void RequireWhole(Stated<OrderedDictionary<string, Share>> mixture)
    {
        decimal percent = 0;
        foreach ((string component, Share share) in mixture.Value)
        {
            if (!Crowd.Components.ContainsKey(component))
            {
                string hint = Nearest.Hint(component, Crowd.Components.Keys);
                throw scenario.WrongKey(mixture.Value, component, $"is no component of the crowd, {hint}");
            }

            percent += share.Rate.Numerator * 100m / share.Rate.Denominator;
        }

        if (percent != 100)
        {
            throw scenario.WrongPart(
                mixture.Value,
                FormattableString.Invariant($"adds up to {percent} %, must be 100 %")
            );
        }
    }

    // With nobody on one side there would be nobody to hold its open interest.
    private double Inside(Stated<Share> share) =>
        share.Value.ToDouble() is > 0 and < 1 and var inside
            ? inside
            : throw scenario.Wrong(share, "must be above 0 % and below 100 %");

    private double Notional(Stated<Amount> amount) =>
        amount.Value.Unit == Unit && amount.Value.Number > 0
            ? (double)amount.Value.Number
            : throw scenario.Wrong(amount, $"must be in {Unit} and above 0");
}
