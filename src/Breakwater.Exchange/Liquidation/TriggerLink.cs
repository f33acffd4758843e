namespace Breakwater.Exchange;

/// <summary>A position's place in a <see cref="TriggerIndex"/>. Neighbours are positions plus one, zero for none.</summary>
internal struct TriggerLink
{
    public int Rank;
    public int Previous;
    public int Next;

    /// <summary>Which index holds it, plus one; zero when none does.</summary>
    public int Holder;
}
