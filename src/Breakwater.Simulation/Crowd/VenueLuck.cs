namespace Breakwater.Simulation;

/// <summary>In which bucket a venue's accounts draw: by its name, so that adding a venue leaves the luck of others as it was.</summary>
internal static class VenueLuck
{
    // FNV-1a: Fowler, Noll and Vo, 32 bits.
    private const uint Offset = 2_166_136_261;
    private const uint Prime = 16_777_619;
    private const int ListingBits = 15;

    /// <returns>From 0 to below 2^47.</returns>
    public static long Bucket(string venue, int listing = 0)
    {
        uint hash = Offset;
        foreach (char letter in venue)
        {
            hash = unchecked((hash ^ letter) * Prime);
        }

        return ((long)hash << ListingBits) + listing;
    }
}
