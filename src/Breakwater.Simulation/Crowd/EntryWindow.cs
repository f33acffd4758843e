using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>A span of time in which positions were opened: where prices were and how much changed hands.</summary>
/// <param name="Volume">Traded, in the coin; the chance that an entry lies here is in proportion.</param>
public readonly record struct EntryWindow(
    Timestamp Start,
    Duration Length,
    decimal Low,
    decimal High,
    decimal Close,
    decimal Volume
)
{
    public Timestamp End => Start + Length;

    /// <summary>The same span for a coin whose price moved as this one's, times a factor in logarithms.</summary>
    /// <param name="last">This coin's price at the end of the past.</param>
    /// <param name="price">The other coin's.</param>
    public EntryWindow Like(decimal last, decimal price, double beta)
    {
        decimal Moved(decimal at) => price * (decimal)PortableMath.Pow((double)(at / last), beta);
        return this with { Low = Moved(Low), High = Moved(High), Close = Moved(Close) };
    }
}
