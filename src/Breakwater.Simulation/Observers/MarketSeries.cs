using Breakwater.Domain;

namespace Breakwater.Simulation;

/// <summary>What each listing of a market looked like, step by step.</summary>
public sealed class MarketSeries
{
    private readonly int[] _firstOfVenue;
    private readonly double[][] _columns;
    private readonly int _capacity;

    /// <param name="listings">How many each venue has.</param>
    /// <param name="capacity">Steps of the run.</param>
    public MarketSeries(Timestamp start, Duration step, IReadOnlyList<int> listings, int capacity)
    {
        (Start, Step, _capacity) = (start, step, capacity);
        _firstOfVenue = new int[listings.Count];
        int sum = 0;
        for (int venue = 0; venue < listings.Count; venue++)
        {
            _firstOfVenue[venue] = sum;
            sum += listings[venue];
        }

        int columns = Enum.GetValues<SeriesKind>().Length;
        _columns = new double[columns][];
        for (int column = 0; column < columns; column++)
        {
            _columns[column] = new double[sum * capacity];
        }
    }

    /// <summary>Of the first sample.</summary>
    public Timestamp Start { get; }

    public Duration Step { get; }

    /// <summary>Samples taken.</summary>
    public int Count { get; internal set; }

    public Timestamp TimeOf(int sample) => Start + Step * sample;

    public ReadOnlySpan<double> this[SeriesKind kind, int venue, int instrument] =>
        _columns[(int)kind].AsSpan((_firstOfVenue[venue] + instrument) * _capacity, Count);

    /// <param name="listing">Among those of all venues.</param>
    internal void Set(SeriesKind kind, int listing, double value) =>
        _columns[(int)kind][listing * _capacity + Count] = value;
}
