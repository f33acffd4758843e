namespace Breakwater.Runs;

/// <summary>What a mark that averages its distance from the index must state.</summary>
internal static class BasisSamples
{
    /// <exception cref="InputException">There is a window without samples in it, or an exponential average without a window.</exception>
    public static void Require(Document<VenueDocument> venue)
    {
        if (venue.Root.Mark is not { } mark)
        {
            return;
        }

        if (mark.BasisIsExponential is { Value: true })
        {
            venue.Needed(mark, mark.Smoothing, "smoothing", "an exponential average has a window");
        }

        if (mark.Smoothing is not null)
        {
            venue.Needed(mark, mark.Sampling, "sampling", "smoothing averages samples");
        }
    }
}
