namespace Breakwater.Exchange;

/// <summary>Where a position stands in a <see cref="TriggerIndex"/>.</summary>
internal struct TriggerLink
{
    public int Rank;
    public int Place;

    /// <summary>Which index holds it, plus one; zero when none does.</summary>
    public int Holder;
}
