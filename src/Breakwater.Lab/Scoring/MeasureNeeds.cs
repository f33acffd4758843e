namespace Breakwater.Lab;

/// <summary>What of a run a measure looks at.</summary>
internal enum MeasureNeeds
{
    Flows,

    /// <summary>Prices that the run made itself.</summary>
    Prices,

    /// <summary>Quotes, or who holds what at a time.</summary>
    Book,

    /// <summary>Quotes before the window as well.</summary>
    CalmBook,
}
