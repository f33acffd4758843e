namespace Breakwater.Exchange;

/// <summary>At which price a margin is reckoned.</summary>
public enum MarginBasis
{
    Mark,

    Entry,
}
