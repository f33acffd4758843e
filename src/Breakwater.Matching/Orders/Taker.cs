namespace Breakwater.Matching;

/// <summary>An incoming order as its counterparties see it. It has a slot only if some of it rests.</summary>
internal readonly record struct Taker(long Number, int Owner, OrderTerms Terms)
{
    private const int Nobody = int.MinValue;

    /// <summary>Whose orders it does not trade with; where it trades with all, nobody's.</summary>
    public int GuardedOwner => Owner >= 0 && Terms.SelfTrade != SelfTradePrevention.Allow ? Owner : Nobody;

    /// <summary>Whether own orders that it meets go, and it goes on.</summary>
    public bool SkipsOwn => Terms.SelfTrade == SelfTradePrevention.CancelMaker;
}
