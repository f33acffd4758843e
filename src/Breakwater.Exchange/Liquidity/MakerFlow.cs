namespace Breakwater.Exchange;

/// <summary>What makers traded on one side: lots, and the dollars and coins that changed hands for them.</summary>
public readonly record struct MakerFlow(double Lots, double Dollars, double Coins)
{
    public static MakerFlow operator +(MakerFlow left, MakerFlow right) =>
        new(left.Lots + right.Lots, left.Dollars + right.Dollars, left.Coins + right.Coins);
}
