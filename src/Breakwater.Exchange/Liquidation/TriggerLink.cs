namespace Breakwater.Exchange;

/// <summary>Where a position stands in a <see cref="TriggerIndex"/>.</summary>
internal struct TriggerLink
{
    /// <summary>From 0 to <see cref="TriggerIndex.MaxRank"/>.</summary>
    public int Rank;

    /// <summary>Among the index's places; positive where one holds it.</summary>
    public int Place;

    /// <summary>Which index holds it, plus one; zero when none does.</summary>
    public int Holder;
}
