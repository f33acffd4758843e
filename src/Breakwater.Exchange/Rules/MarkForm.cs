namespace Breakwater.Exchange;

/// <summary>How a venue makes its mark price.</summary>
public enum MarkForm
{
    /// <summary>Median of index with funding to come, index with average basis, and last trade.</summary>
    MedianOfThree,

    /// <summary>Index with the average distance of the book's middle from it.</summary>
    IndexWithBasis,

    /// <summary>Index with funding to come.</summary>
    IndexWithFunding,

    /// <summary>Median of oracle with smoothed basis, median of bid, ask and last, and median of other venues' middles.</summary>
    MedianWithOutside,

    /// <summary>The oracle price itself.</summary>
    Oracle,

    /// <summary>The last trade.</summary>
    LastTrade,
}
