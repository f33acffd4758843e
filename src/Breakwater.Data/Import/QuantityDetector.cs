namespace Breakwater.Data;

/// <summary>Quantities that look like contracts, where coins would have decimals.</summary>
internal sealed class QuantityDetector(int column, string instrument) : ISuspicionDetector
{
    private const int MinimumRows = 100;

    private long _rows;
    private long _whole;

    public void Observe(RowBatch batch, int row)
    {
        double quantity = batch.Numbers(column)[row];
        if (quantity != 0)
        {
            _rows++;
            _whole += quantity == Math.Truncate(quantity) ? 1 : 0;
        }
    }

    public ISuspicionDetector Copy() => (ISuspicionDetector)MemberwiseClone();

    public IEnumerable<Suspicion> Findings()
    {
        if (_rows < MinimumRows || _whole != _rows)
        {
            yield break;
        }

        bool isInverse = instrument.Contains("USD_", StringComparison.Ordinal);
        string which = isInverse
            ? $"contracts ({instrument} settles in the coin: a contract is a fixed sum of dollars)"
            : "contracts, or lots of whole coins";
        yield return new Suspicion(
            "whole-quantities",
            $"every one of {_rows} quantities is a whole number: {which}",
            null,
            null,
            _rows
        );
    }
}
