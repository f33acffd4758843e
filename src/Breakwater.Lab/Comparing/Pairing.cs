using Breakwater.Runs;

namespace Breakwater.Lab;

/// <summary>Whether two sides met the same luck, so that their difference is not luck's.</summary>
internal static class Pairing
{
    /// <exception cref="InputException">They did not.</exception>
    public static void Require(SideRuns first, SideRuns other)
    {
        Require(first, other, "seeds", first.Seeds, other.Seeds, "paired differences need the same on both sides");
        Require(
            first,
            other,
            "prices from the",
            first.Manifest.Prices,
            other.Manifest.Prices,
            "a seed draws other things"
        );
        Require(
            first,
            other,
            "the window",
            $"{first.Start} to {first.End}",
            $"{other.Start} to {other.End}",
            "figures of different times have no difference"
        );
        Require(
            first,
            other,
            "engine",
            first.Manifest.Engine.ToString(),
            other.Manifest.Engine.ToString(),
            "the same seed may not be the same luck; run the older one again"
        );
    }

    private static void Require(SideRuns first, SideRuns other, string what, string ofFirst, string ofOther, string why)
    {
        if (ofFirst != ofOther)
        {
            throw new InputException(
                $"not paired: {first.Folder} has {what} {ofFirst}, {other.Folder} has {what} {ofOther}; {why}"
            );
        }
    }
}
