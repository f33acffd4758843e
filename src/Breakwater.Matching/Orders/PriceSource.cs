namespace Breakwater.Matching;

/// <summary>Which price a conditional order watches.</summary>
public enum PriceSource : byte
{
    Mark,
    Index,

    /// <summary>The book's own last trade.</summary>
    Last,
}
