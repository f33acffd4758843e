namespace Breakwater.Data;

/// <summary>Prices that leave the one before by more than half: a bad tick, a changed unit, or an event worth a look.</summary>
internal sealed class PriceJumpDetector(int column) : ISuspicionDetector
{
    private const double LargestRatio = 1.5;

    private double _last = double.NaN;
    private long _jumps;
    private long _first;
    private string _example = "";

    public void Observe(RowBatch batch, int row)
    {
        double price = batch.Numbers(column)[row];
        if (price > _last * LargestRatio || price * LargestRatio < _last)
        {
            Note(batch.Times()[row], price);
        }

        _last = price;
    }

    public ISuspicionDetector Copy() => (ISuspicionDetector)MemberwiseClone();

    public IEnumerable<Suspicion> Findings()
    {
        if (_jumps > 0)
        {
            DateTime first = DateTime.UnixEpoch.AddMicroseconds(_first);
            yield return new Suspicion(
                "price-jump",
                $"{_jumps} jumps by more than half, the first {_example}",
                first,
                first,
                _jumps
            );
        }
    }

    private void Note(long time, double price)
    {
        if (_jumps++ == 0)
        {
            _first = time;
            _example = FormattableString.Invariant($"from {_last} to {price}");
        }
    }
}
